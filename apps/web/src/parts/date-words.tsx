import { useTranslation } from 'react-i18next'
import type { DateWordsSaid } from './shown-window.ts'

/** What the words beside the days of a page or a list mean, told once; nothing where none of them stands. */
export function DateWords({ forecast, about }: DateWordsSaid) {
  const { t } = useTranslation()
  if (!forecast && !about) return null
  return (
    <p className="field-help date-words">
      {forecast ? t('parts.window.forecastMeans') : null} {about ? t('parts.window.aboutMeans') : null}
    </p>
  )
}
