import { useTranslation } from 'react-i18next'
import { WithKorean } from '../../../parts/with-korean.tsx'
import type { ConsentText } from '../client/shapes.ts'
import { linesOf } from './consent-lines.ts'

interface ConsentBodyProps {
  text: ConsentText
  /** The text for what is chosen now is on its way. */
  isAsking: boolean
}

/** The whole text that is agreed to, item by item; what a "no" means stands by itself. */
export function ConsentBody({ text: { body, refusal, law, language, version }, isAsking }: ConsentBodyProps) {
  const { t } = useTranslation()
  const lines = linesOf(body.replace(refusal, '').trim())
  return (
    <div className="consent-body" lang={language} aria-busy={isAsking}>
      {lines.map(({ label, text }) =>
        label ? (
          <p key={label} className="consent-item">
            <strong>{label}</strong>{' '}
            <span>
              <WithKorean text={text} />
            </span>
          </p>
        ) : (
          <p key={text}>
            <WithKorean text={text} />
          </p>
        ),
      )}
      <p className="consent-refusal">
        <strong>{t('firm.consent.ifNot')}</strong>{' '}
        <span>
          <WithKorean text={refusal} />
        </span>
      </p>
      <p className="field-help">
        <span lang="ko">{law}</span> · {t('firm.consent.version', { version })}
      </p>
    </div>
  )
}
