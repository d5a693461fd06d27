/** The days on which large marts of a municipality close, computed from what was agreed. */
import { addDays, yearOf } from '@ieum/catalogue/days'
import type { Day, Holidays } from '@ieum/catalogue/records'
import { daysOfRule } from './recurrence.ts'

/** What becomes of a closing day that is a public holiday. */
export const onHolidayChoices = ['closed', 'open', 'next-day'] as const
export type OnHoliday = (typeof onHolidayChoices)[number]

export interface ClosingArrangement {
  /** `FREQ=MONTHLY;BYDAY=2WE,4WE`; null where no day is set. */
  readonly rule: string | null
  readonly onHoliday: OnHoliday
  /** Null: since before anything is known. */
  readonly from: Day | null
  readonly until: Day | null
  readonly exceptions: readonly { readonly drop?: Day | undefined; readonly add?: Day | undefined }[]
}

export interface ClosingDay {
  readonly day: Day
  /** regular: by the rule; added: agreed for this once; moved: from a public holiday. */
  readonly is: 'regular' | 'added' | 'moved'
  /** The day in place of which it is. */
  readonly for?: Day
  /** The year's holidays are not all known yet, and one of them could change it. */
  readonly approximate?: true
}

/** Moved on from a holiday, a day stays within a fortnight: no row of holidays is longer. */
const longestWay = 14

/** Both ends included, oldest first, each day once. */
export function closingDays(
  { rule, onHoliday, from, until, exceptions }: ClosingArrangement,
  first: Day,
  last: Day,
  holidays?: Holidays,
): readonly ClosingDay[] {
  const start = from !== null && from > first ? from : first
  const end = until !== null && until < last ? until : last
  if (rule === null || start > end) return []
  const dropped = new Set(exceptions.flatMap(({ drop }) => drop ?? []))
  const isHoliday = holidayTest(holidays)
  const found = new Map<Day, ClosingDay>()
  // A day before the first one may be moved into the span.
  const earliest = addDays(start, -longestWay)
  for (const day of daysOfRule(rule, from !== null && from > earliest ? from : earliest, end)) {
    if (dropped.has(day)) continue
    const kept = onHolidays(day, onHoliday, isHoliday)
    if (kept && kept.day >= start && kept.day <= end && !found.has(kept.day)) found.set(kept.day, kept)
  }
  for (const { drop, add } of exceptions)
    if (add !== undefined && add >= start && add <= end)
      found.set(add, { day: add, is: 'added', ...(drop !== undefined && { for: drop }) })
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

interface HolidayTest {
  (day: Day): boolean
  readonly isKnown: (day: Day) => boolean
}

/** Public holidays alone: a Sunday is none here, or no Sunday could be a closing day. */
function holidayTest(holidays: Holidays | undefined): HolidayTest {
  const days = new Set(holidays?.years.flatMap(year => year.days.map(({ day }) => day)))
  const isKnown = (day: Day) =>
    holidays !== undefined && yearOf(day) >= holidays.complete_from && yearOf(day) <= holidays.complete_through
  return Object.assign((day: Day) => days.has(day), { isKnown })
}

function onHolidays(day: Day, choice: OnHoliday, isHoliday: HolidayTest): ClosingDay | undefined {
  if (choice === 'closed') return { day, is: 'regular' }
  if (!isHoliday(day)) return { day, is: 'regular', ...(!isHoliday.isKnown(day) && { approximate: true }) }
  if (choice === 'open') return undefined
  let next = day
  for (let way = 0; way < longestWay && isHoliday(next); way++) next = addDays(next, 1)
  return { day: next, is: 'moved', for: day }
}

/** The next days from a day on, the day itself included; fewer where the arrangement ends. Looks two years ahead. */
export function nextClosingDays(
  arrangement: ClosingArrangement,
  on: Day,
  count: number,
  holidays?: Holidays,
): readonly ClosingDay[] {
  return closingDays(arrangement, on, addDays(on, 731), holidays).slice(0, count)
}
