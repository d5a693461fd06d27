import type { Source } from '@ieum/catalogue/records'
import { sayDay } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words/use-language.ts'
import { WithKorean } from './with-korean.tsx'

/** Where a figure was read, and how far it can be trusted; a press release or an article is no notice. */
export function SourceLine({ source, isNotice = true }: { source: Source | undefined; isNotice?: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!source) return <span className="source-line">{t('parts.source.none')}</span>
  const said = [
    source.title,
    source.notice && t('parts.source.notice', { notice: source.notice }),
    source.dated &&
      (isNotice ? t('parts.source.dated', { day: sayDay(source.dated, language) }) : sayDay(source.dated, language)),
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
            {t(isNotice ? 'parts.source.link' : 'parts.source.other')}
          </a>
        </>
      ) : null}
    </span>
  )
}
