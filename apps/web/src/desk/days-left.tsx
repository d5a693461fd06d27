import type { Day } from '@ieum/catalogue/records'
import { sayDay, sayDaysLeft } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words/use-language.ts'

/** Working days that are left; how near the day is, is told by word, weight and colour. */
export function DaysLeft({ days, due }: { days: number | null; due: Day | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (days === null) return <span className="desk-days">—</span>
  const near = days < 0 ? 'late' : days === 0 ? 'today' : days <= 2 ? 'near' : 'far'
  return (
    <span className="desk-days" data-near={near} title={due ? sayDay(due, language) : undefined}>
      {/* Without a day set, the days stand still: more was asked for. */}
      {due === null ? t('desk.daysStandStill', { left: sayDaysLeft(days, language) }) : sayDaysLeft(days, language)}
    </span>
  )
}
