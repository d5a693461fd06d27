import type { Day } from '@ieum/catalogue/records'
import { sayDay, sayMonth } from '@ieum/wording'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words/use-language.ts'

/**
 * A day of a window, with its time of day. Of a window with a month that was printed, or a day that was filled in, only about
 * which month: `2026년 1월쯤`; a time of day shows that this day was printed.
 */
export function useWindowDay(): (day: Day, approximate: boolean | undefined, time?: string) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return (day, approximate, time) => {
    if (time) return `${sayDay(day, language)} ${time}`
    return approximate ? t('parts.window.about', { month: sayMonth(day, language) }) : sayDay(day, language)
  }
}
