/** Closing days of large marts in words: `둘째·넷째 수요일`, `second and fourth Wednesday`. */
import type { Language, Weekday } from '@ieum/catalogue/records'
import { type MonthDay, parseRule } from '@ieum/council'

const weekdayWords: Record<Language, Record<Weekday, string>> = {
  ko: {
    monday: '월요일',
    tuesday: '화요일',
    wednesday: '수요일',
    thursday: '목요일',
    friday: '금요일',
    saturday: '토요일',
    sunday: '일요일',
  },
  en: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
}
const weekWords: Record<Language, Record<MonthDay['week'], string>> = {
  ko: { 1: '첫째', 2: '둘째', 3: '셋째', 4: '넷째', '-1': '마지막' },
  en: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last' },
}

export const sayWeekday = (weekday: Weekday, language: Language): string => weekdayWords[language][weekday]

/** The weeks of each weekday together; the text itself where it is none of the rules that are supported. */
export function sayClosingRule(rule: string, language: Language): string {
  const days = parseRule(rule)
  if (!days) return rule
  const parts = [...Map.groupBy(days, ({ weekday }) => weekday)].map(([weekday, of]) => {
    const weeks = of.map(({ week }) => weekWords[language][week])
    return `${listed(weeks, language)} ${sayWeekday(weekday, language)}`
  })
  return language === 'ko' ? parts.join(', ') : listed(parts, language)
}

const listed = (texts: readonly string[], language: Language): string =>
  language === 'ko' ? texts.join('·') : [texts.slice(0, -1).join(', '), texts.at(-1)].filter(Boolean).join(' and ')
