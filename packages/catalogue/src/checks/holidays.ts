import { weekday, weekdays, yearOf } from '../days.ts'
import type { Finding } from '../finding.ts'
import type { Holidays, HolidayYear, Weekday } from '../records.ts'
import { repeated } from './repeated.ts'

export function* wrongInHolidays(holidays: Holidays | undefined): Generator<Finding> {
  if (!holidays) return
  const { complete_from: from, complete_through: through, weekend, years } = holidays
  if (from > through)
    yield {
      pointer: ['holidays', 'complete_through'],
      wrong: `complete from ${from} through ${through}`,
      right: 'from ≤ through',
    }
  const hours = holidays.office_hours
  if (hours && hours.closes <= hours.opens)
    yield {
      pointer: ['holidays', 'office_hours', 'closes'],
      wrong: `closes at ${hours.closes}, opens at ${hours.opens}`,
      right: 'opens before it closes',
    }
  const listed = new Set(years.map(({ year }) => year))
  for (let year = from; year <= through; year++)
    if (!listed.has(year)) {
      yield {
        pointer: ['holidays', 'complete_through'],
        wrong: `${year} is said to be complete and is not listed`,
        right: 'the years from complete_from through complete_through under years',
      }
      break
    }
  for (const [index, one] of years.entries()) {
    const pointer = ['holidays', 'years', index]
    if (one.year <= (years[index - 1]?.year ?? 0))
      yield {
        pointer: [...pointer, 'year'],
        wrong: `${one.year} behind ${years[index - 1]?.year}`,
        right: 'each year once, oldest first',
      }
    yield* wrongInYear(one, weekend, pointer)
  }
}

function* wrongInYear(
  { year, days }: HolidayYear,
  weekend: readonly Weekday[],
  at: (string | number)[],
): Generator<Finding> {
  for (const index of repeated(days.map(({ day, name }) => `${day} ${name.ko}`)))
    yield {
      pointer: [...at, 'days', index, 'day'],
      wrong: `${days[index]!.day} for the second time`,
      right: 'each holiday once',
    }
  for (const [index, { day, kind }] of days.entries()) {
    const pointer = [...at, 'days', index, 'day']
    const before = days[index - 1]?.day ?? ''
    if (yearOf(day) !== year) yield { pointer, wrong: `${day} under ${year}`, right: `a day of ${year}` }
    if (day < before) yield { pointer, wrong: `${day} behind ${before}`, right: 'in the order of the days' }
    const of = weekdays[weekday(day) - 1]!
    if (kind === 'substitute' && weekend.includes(of))
      yield { pointer, wrong: `a substitute holiday on a ${of}`, right: 'a day on which one would work' }
  }
}
