import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { offerFile } from '../../parts/offer-file.ts'
import { CopyButton } from './copy-button.tsx'

interface BackupCodesProps {
  codes: readonly string[]
  because: 'enrolled' | 'made'
  email: string
  onKept: () => void
}

/** Shown this once; the server keeps them so that nobody can read them again. */
export function BackupCodes({ codes, because, email, onKept }: BackupCodesProps) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const text = `${t('me.factor.codes.file', { email })}\n\n${codes.join('\n')}\n`
  return (
    <section className="own-section">
      <p className="own-told no-print">{t(`me.factor.codes.${because}`)}</p>
      <h2 ref={heading} tabIndex={-1}>
        {t('me.factor.codes.title')}
      </h2>
      <p className="no-print">{t('me.factor.codes.text')}</p>
      <p className="only-print">{t('me.factor.codes.file', { email })}</p>
      <ul className="own-codes" aria-label={t('me.factor.codes.list')}>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="row no-print">
        <CopyButton text={text} label={t('me.factor.codes.copy')} copied={t('me.factor.codes.copied')} />
        <button type="button" className="button quiet" onClick={() => print()}>
          {t('me.factor.codes.print')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => offerFile('ieum-backup-codes.txt', 'text/plain;charset=utf-8', text)}
        >
          {t('me.factor.codes.download')}
        </button>
      </p>
      <p className="row no-print">
        <button type="button" className="button" onClick={onKept}>
          {t('me.factor.codes.done')}
        </button>
      </p>
    </section>
  )
}
