import { type WorkCalendar, workCalendarOf } from '@ieum/desk'
import type { Rulebook } from '@ieum/rules'
import type { OpenCatalogue } from './open-catalogue.ts'

const calendars = new WeakMap<Rulebook, WorkCalendar>()

/** The working days of the catalogue's country, made once. */
export function workingCalendar({ rulebook }: OpenCatalogue): WorkCalendar {
  const made = calendars.get(rulebook) ?? workCalendarOf(rulebook.holidays)
  calendars.set(rulebook, made)
  return made
}
