/** The single place that sees `rrule`. */
import type { Day } from '@ieum/catalogue/records'
import rrule from 'rrule'

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** Days on which a rule falls, both ends included, oldest first. Everything is at midnight UTC: there is no time zone to go wrong by. */
export const daysOfRule = (rule: string, from: Day, to: Day): readonly Day[] =>
  new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart: midnight(from) })
    .between(midnight(from), midnight(to), true)
    .map(date => date.toISOString().slice(0, 10))
