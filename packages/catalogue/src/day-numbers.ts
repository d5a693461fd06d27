/**
 * Days as whole numbers, for whatever reckons with many of them: day 0 is 1970-01-01 in the proleptic Gregorian calendar, years 1 to 9999.
 * Conversions after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
 */

export type DayNumber = number

export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function civil(number: DayNumber): Civil {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export const firstDay = dayNumberOf(1, 1, 1)
export const lastDay = dayNumberOf(9999, 12, 31)

/** The day if it lies in the years that we know, else null as FEEL has it. */
export function inCalendar(number: number): DayNumber | null {
  return number >= firstDay && number <= lastDay ? number : null
}

const hyphen = 45

/** `2026-11-25` as a day number; undefined when there is no such day. Every date of every firm comes through here: no pattern, no parts cut out. */
export function parseDay(text: string): DayNumber | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return undefined
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)]
  const isDay = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return isDay ? dayNumberOf(year, month, day) : undefined
}

/** The number that stands from one place to another; NaN when not all of it are digits. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let place = from; place < to; place++) {
    const digit = text.charCodeAt(place) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

export function printDay(number: DayNumber): string {
  const { year, month, day } = civil(number)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Calendar months on, clamped to the month's last day as FEEL does: 31 January and a month is 28 February. */
export function addMonths(number: DayNumber, months: number): DayNumber | null {
  const from = civil(number)
  const count = from.year * 12 + (from.month - 1) + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  if (!(year >= 1 && year <= 9999)) return null
  return dayNumberOf(year, month, Math.min(from.day, daysInMonth(year, month)))
}
