import type { Source } from '@ieum/catalogue/records'
import { useTranslation } from 'react-i18next'
import { WithKorean } from '../parts/with-korean.tsx'
import { useClosingWords } from './use-closing-words.ts'

/** Most are articles, not notices: what it is called, its day, and how far it can be trusted. */
export function SourceText({ source: { title, url, dated, confidence } }: { source: Source }) {
  const { t } = useTranslation()
  const words = useClosingWords()
  const said = [
    title ?? t('closing.sourceOnly'),
    dated && words.day(dated),
    confidence && t(`parts.source.confidence.${confidence}`),
  ]
  return (
    <span className="source-line">
      <WithKorean text={said.filter(Boolean).join(' · ')} />
      {url ? (
        <>
          {' '}
          <a href={url} rel="noreferrer">
            {t('closing.openSource')}
          </a>
        </>
      ) : null}
    </span>
  )
}
