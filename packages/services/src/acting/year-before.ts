import type { Day } from '@ieum/catalogue/records'
import { sql } from 'kysely'

/** What is older than this is older than a year on the day: by a day more, so that nowhere on earth is it too early. */
export const yearBefore = (on: Day) =>
  sql<Date>`((${on}::date - 1) - interval '1 year')::date::timestamp at time zone 'UTC'`
