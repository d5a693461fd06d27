/** Arithmetic on ISO days, `2026-11-25`. A day is a text of ten characters, so `<` and `===` compare days. No clock, no time zone. */
import type { DayNumber } from './day-numbers.ts'
import * as numbers from './day-numbers.ts'
import type { Day, Weekday } from './records.ts'

/** Whether a text is a day of the calendar, years 1 to 9999: `2026-02-30` is not. */
export const isDay = (text: string): boolean => numbers.parseDay(text) !== undefined

/** Whether a text is a day that one may ask about: one around which years can be counted forth and back within the calendar. */
export const isDayToAskAbout = (text: string): boolean => isDay(text) && text >= '1900-01-01' && text <= '2199-12-31'

/** Whether a text is a month of the calendar, `2026-01`. */
export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)

/** Whole days since 1970-01-01; NaN for what is no day. */
export const dayNumber = (day: Day): DayNumber => numbers.parseDay(day) ?? Number.NaN

/** The calendar ends on 9999-12-31: what lies beyond it is its last day. */
export const dayOfNumber = (number: DayNumber): Day =>
  numbers.printDay(Math.min(Math.max(number, numbers.firstDay), numbers.lastDay))

export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days)

/** Days from one day to another; negative when the other lies before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** Calendar months on, clamped to the month's last day: 2026-01-31 and one month is 2026-02-28. */
export const addMonths = (day: Day, months: number): Day =>
  dayOfNumber(numbers.addMonths(dayNumber(day), months) ?? (months < 0 ? numbers.firstDay : numbers.lastDay))

export const addYears = (day: Day, years: number): Day => addMonths(day, years * 12)

/** Last day of the month of a day or of a month `2026-02`. */
export const lastOfMonth = (dayOrMonth: string): Day => addDays(addMonths(firstOfMonth(dayOrMonth), 1), -1)

export const firstOfMonth = (dayOrMonth: string): Day => `${dayOrMonth.slice(0, 7)}-01`

/** In their order: the first is Monday. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies readonly Weekday[]

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

export const yearOf = (text: string): number => Number(text.slice(0, 4))
