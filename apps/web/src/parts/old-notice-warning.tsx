import type { Day } from '@ieum/catalogue/records'
import { useTranslation } from 'react-i18next'
import { oldYear } from './old-notice.ts'
import './old-notice-warning.css'

interface OldNoticeWarningProps {
  edition: Parameters<typeof oldYear>[0] | undefined
  on: Day
}

/** Says that the conditions are those of an old notice; nothing while the notice is recent. */
export function OldNoticeWarning({ edition, on }: OldNoticeWarningProps) {
  const { t } = useTranslation()
  const year = edition && oldYear(edition, on)
  return year === undefined ? null : <span className="old-notice">{t('parts.source.old', { year })}</span>
}
