import type { Source } from '@ieum/catalogue/records'
import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words/use-language.ts'
import { WithKorean } from './with-korean.tsx'

/** Where a figure was read, and how far it can be trusted. */
export function SourceLine({ source }: { source: Source | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!source) return <span className="source-line">{t('parts.source.none')}</span>
  const said = [
    source.title,
    source.notice && t('parts.source.notice', { notice: source.notice }),
    source.dated && t('parts.source.dated', { day: sayDay(source.dated, language) }),
    source.where,
    source.confidence && t(`parts.source.confidence.${source.confidence}`),
  ].filter(Boolean)
  return (
    <span className="source-line">
      <WithKorean text={said.join(' · ')} />
      {source.url ? (
        <>
          {' '}
          <a href={source.url} rel="noreferrer">
            {t('parts.source.link')}
          </a>
        </>
      ) : null}
    </span>
  )
}
