import type { Day } from '@ieum/catalogue/records'
import type { Language } from './language.ts'

const weekdays = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const atMidnight = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** `2026. 6. 12.(금)` or `Fri 12 Jun 2026`. */
export function sayDay(day: Day, language: Language): string {
  const [year, month, date] = day.split('-').map(Number)
  const weekday = weekdays[language][atMidnight(day).getUTCDay()]
  return language === 'ko'
    ? `${year}. ${month}. ${date}.(${weekday})`
    : `${weekday} ${date} ${months[month! - 1]} ${year}`
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

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((atMidnight(to).getTime() - atMidnight(from).getTime()) / 86_400_000)
