import type { Source } from '@ieum/catalogue/records'
import { useTranslation } from 'react-i18next'

/** Told by its host: of several sources one sees which is which. */
export function SourceLink({ source: { url } }: { source: Source }) {
  const { t } = useTranslation()
  if (!url) return null
  return (
    <a href={url} rel="noreferrer">
      {t('councilDesk.task.source', { host: new URL(url).hostname })}
    </a>
  )
}
