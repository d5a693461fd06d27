/** Arithmetic on ISO days, `2026-11-25`. A day is a text of ten characters, so `<` and `===` compare days. No clock, no time zone. */
import type { Day } from './records.ts'

const millisecondsOfADay = 86_400_000

/** Whether a text is a day of the calendar: `2026-02-30` is not. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Whether a text is a month of the calendar, `2026-01`. */
export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)

/** `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Whole days since 1970-01-01. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / millisecondsOfADay

export const dayOfNumber = (number: number): Day => new Date(number * millisecondsOfADay).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days)

/** Days from one day to another; negative when the other lies before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** Calendar months on, clamped to the month's last day: 2026-01-31 and one month is 2026-02-28. */
export function addMonths(day: Day, months: number): Day {
  const ahead = yearOf(day) * 12 + monthOf(day) - 1 + months
  const [year, month] = [Math.floor(ahead / 12), (((ahead % 12) + 12) % 12) + 1]
  return written(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)))
}

export const addYears = (day: Day, years: number): Day => addMonths(day, years * 12)

/** Last day of the month of a day or of a month `2026-02`. */
export function lastOfMonth(dayOrMonth: string): Day {
  const [year, month] = [yearOf(dayOrMonth), monthOf(dayOrMonth)]
  return written(year, month, daysInMonth(year, month))
}

export const firstOfMonth = (dayOrMonth: string): Day => written(yearOf(dayOrMonth), monthOf(dayOrMonth), 1)

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

export const yearOf = (text: string): number => Number(text.slice(0, 4))
const monthOf = (text: string): number => Number(text.slice(5, 7))
const dayOfMonth = (day: Day): number => Number(day.slice(8, 10))

const written = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
