/** Days as Korean papers write them: `2024. 5. 28.(화)`, `'24.5.28`, `2024년 5월 28일`, `5월 28일(화)`, `28일(화)`. */
import { isDay, weekday } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'

export interface DayWritten {
  readonly at: number
  readonly end: number
  readonly year?: number
  /** Left out where only the day of the month stands. */
  readonly month?: number
  readonly date: number
  /** 1 is Monday. */
  readonly weekday?: number
}

const weekdays = '월화수목금토일'

const withYear =
  /(?<!\d)(?:['’‘`]\s?(\d{2})|(\d{4})|(\d{2}))\s{0,2}(?:[.\-/]|년)\s{0,2}(\d{1,2})\s{0,2}(?:[.\-/]|월)\s{0,2}(\d{1,2})(?![\d:시])\s{0,2}[.일]?\s{0,2}(?:\(\s{0,2}([월화수목금토일])(?:요일)?\s{0,2}\)|([월화수목금토일])요일)?/g
const withMonth =
  /(?<![\d.'’‘])(?<!\d\s)(\d{1,2})\s{0,2}([./]|월)\s{0,2}(\d{1,2})(?![\d:시])\s{0,2}([.일]?)\s{0,2}(?:\(\s{0,2}([월화수목금토일])(?:요일)?\s{0,2}\)|([월화수목금토일])요일)?/g
const dayOfMonth = /(?<![\d월.])(?<!월\s)(?<!\.\s)(\d{1,2})일\s{0,2}\(\s{0,2}([월화수목금토일])(?:요일)?\s{0,2}\)/g

/** `plain`: `5/28` or `5.28` is a day as well, because a label in front of it says so. */
export function daysIn(text: string, { plain = false }: { readonly plain?: boolean } = {}): DayWritten[] {
  const found: DayWritten[] = []
  const isFree = (at: number, end: number) => found.every(one => end <= one.at || at >= one.end)
  for (const match of text.matchAll(withYear)) {
    const [all, short, long, bare, month, date, inBrackets, spelt] = match
    const year = long ? Number(long) : 2000 + Number(short ?? bare)
    if (!isDay(written(year, Number(month), Number(date)))) continue
    found.push({
      ...placeOf(match.index, all),
      year,
      month: Number(month),
      date: Number(date),
      ...of(inBrackets ?? spelt),
    })
  }
  for (const match of text.matchAll(withMonth)) {
    const [all, month, sign, date, stop, inBrackets, spelt] = match
    const place = placeOf(match.index, all)
    const isSure =
      inBrackets ??
      spelt ??
      (sign === '월' && stop === '일' ? 'sure' : sign === '.' && stop === '.' ? 'sure' : undefined)
    if (!(isSure || plain) || !isFree(place.at, place.end) || !isDay(written(2024, Number(month), Number(date))))
      continue
    found.push({ ...place, month: Number(month), date: Number(date), ...of(inBrackets ?? spelt) })
  }
  for (const match of text.matchAll(dayOfMonth)) {
    const place = placeOf(match.index, match[0])
    if (isFree(place.at, place.end) && Number(match[1]) <= 31)
      found.push({ ...place, date: Number(match[1]), ...of(match[2]) })
  }
  return found.sort((a, b) => a.at - b.at)
}

export const written = (year: number, month: number, date: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

export const isOnWeekday = (day: Day, of: number | undefined): boolean => of === undefined || weekday(day) === of

const placeOf = (at: number, all: string) => ({ at, end: at + all.trimEnd().length })

const of = (name: string | undefined) => (name === undefined ? {} : { weekday: weekdays.indexOf(name) + 1 })
