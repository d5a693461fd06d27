/**
 * Days on which a desk works. The day one counts from is not counted: two working days after a Monday is Wednesday.
 * Whatever touches a year whose holidays are not all known says that it is approximate.
 */
import { type DayNumber, dayNumberOf, firstDay, lastDay, parseDay, printDay } from '@ieum/catalogue/day-numbers'
import { weekdays } from '@ieum/catalogue/days'
import type { Day, Holidays } from '@ieum/catalogue/records'

/** Made once of the holidays of a catalogue, then only read. */
export interface WorkCalendar {
  /** Closed days of the week, counted from Monday, 0. */
  readonly weekend: ReadonlySet<number>
  readonly holidays: ReadonlySet<DayNumber>
  /** First and last day of the years of which every holiday is known; none is when left out. */
  readonly known?: readonly [DayNumber, DayNumber]
}

export interface Counted {
  /** Whether a holiday that is not known yet could change the answer. */
  readonly approximate: boolean
}

/** Without holidays: Saturdays and Sundays, all of it approximate. */
export function workCalendarOf(holidays: Holidays | undefined): WorkCalendar {
  const weekend = new Set((holidays?.weekend ?? ['saturday', 'sunday']).map(day => weekdays.indexOf(day)))
  if (!holidays) return { weekend, holidays: new Set() }
  return {
    weekend,
    holidays: new Set(holidays.years.flatMap(({ days }) => days.map(({ day }) => numberOf(day)))),
    known: [dayNumberOf(holidays.complete_from, 1, 1), dayNumberOf(holidays.complete_through, 12, 31)],
  }
}

export function isWorkingDay(day: Day, calendar: WorkCalendar): Counted & { readonly works: boolean } {
  const number = numberOf(day)
  return { works: works(number, calendar), approximate: isApproximate(number, number, calendar) }
}

/**
 * The day that is so many working days later, or earlier where the number is negative; the day itself, open or closed, for 0.
 * The last day of the calendar where that comes first.
 */
export function addWorkingDays(from: Day, working: number, calendar: WorkCalendar): Counted & { readonly day: Day } {
  const start = numberOf(from)
  const step = working < 0 ? -1 : 1
  let day = start
  for (let left = Math.abs(working); left > 0 && day + step >= firstDay && day + step <= lastDay; ) {
    day += step
    if (works(day, calendar)) left -= 1
  }
  const approximate = day !== start && isApproximate(Math.min(start + step, day), Math.max(start + step, day), calendar)
  return { day: printDay(day), approximate }
}

/** Working days behind the first day, up to and with the other; as many, negative, where the other lies before. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): Counted & { readonly days: number } {
  const [start, end] = [numberOf(from), numberOf(to)]
  const [first, last] = start <= end ? [start + 1, end] : [end + 1, start]
  let count = 0
  for (let day = first; day <= last; day++) if (works(day, calendar)) count += 1
  return {
    days: start <= end || count === 0 ? count : -count,
    approximate: first <= last && isApproximate(first, last, calendar),
  }
}

/** Day 0, 1970-01-01, is a Thursday. */
const works = (day: DayNumber, { weekend, holidays }: WorkCalendar): boolean =>
  !weekend.has((((day + 3) % 7) + 7) % 7) && !holidays.has(day)

const isApproximate = (first: DayNumber, last: DayNumber, { known }: WorkCalendar): boolean =>
  known === undefined || first < known[0] || last > known[1]

const numberOf = (day: Day): DayNumber => parseDay(day) ?? Number.NaN
