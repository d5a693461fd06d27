/** When an agency's desk works, as the database can ask it: the days of a span that are closed, and the hours of the others. */
import { addDays } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { isWorkingDay } from '@ieum/desk'
import { type RawBuilder, sql } from 'kysely'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { workingCalendar } from '../working-calendar.ts'

export const zoneOf = ({ rulebook }: OpenCatalogue): string => rulebook.holidays?.office_hours?.time_zone ?? 'UTC'

/** The instant at which a day begins where the agencies are. */
export const startOf = (day: Day, catalogue: OpenCatalogue): RawBuilder<Date> =>
  sql<Date>`(${day}::date)::timestamp at time zone ${zoneOf(catalogue)}::text`

export interface OutOfHours {
  /** Of `a.at`. */
  readonly is: RawBuilder<boolean>
  /** As the page says it: the hours, and whether a holiday of these days may not be known yet. */
  readonly opens: string | null
  readonly closes: string | null
  readonly approximate: boolean
}

export function outOfHours(catalogue: OpenCatalogue, from: Day, to: Day): OutOfHours {
  const calendar = workingCalendar(catalogue)
  const hours = catalogue.rulebook.holidays?.office_hours
  const closed: Day[] = []
  let approximate = false
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const counted = isWorkingDay(day, calendar)
    if (!counted.works) closed.push(day)
    approximate ||= counted.approximate
  }
  const there = sql`(a.at at time zone ${zoneOf(catalogue)}::text)`
  const outside = hours
    ? sql`(${there}::time < ${hours.opens}::time or ${there}::time >= ${hours.closes}::time)`
    : sql`false`
  return {
    is: sql<boolean>`(${there}::date = any (${closed}::date[]) or ${outside})`,
    opens: hours?.opens ?? null,
    closes: hours?.closes ?? null,
    approximate,
  }
}
