import { weekday } from '@ieum/catalogue/days'
import type { Day, Language } from '@ieum/catalogue/records'

const weekdays = {
  ko: ['월', '화', '수', '목', '금', '토', '일'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026. 6. 12.(금)` or `Fri 12 Jun 2026`. */
export function sayDay(day: Day, language: Language): string {
  const [year, month, date] = day.split('-').map(Number)
  const name = weekdays[language][weekday(day) - 1]
  return language === 'ko' ? `${year}. ${month}. ${date}.(${name})` : `${name} ${date} ${months[month! - 1]} ${year}`
}

/** `6. 12.(금)` or `Fri 12 Jun`: where the year is clear. */
export function sayShortDay(day: Day, language: Language): string {
  const said = sayDay(day, language)
  return language === 'ko' ? said.slice(6) : said.slice(0, -5)
}

/** `2026년 6월` or `June 2026`-like: for windows of which only the month is known. */
export function sayMonth(day: Day, language: Language): string {
  const [year, month] = day.split('-').map(Number)
  return language === 'ko' ? `${year}년 ${month}월` : `${months[month! - 1]} ${year}`
}
