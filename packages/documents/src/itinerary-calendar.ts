/** An itinerary as an iCalendar file (RFC 5545), to be taken into any calendar. */
import { addDays } from '@ieum/catalogue/days'
import type { Day, Language } from '@ieum/catalogue/records'
import ical from 'ical-generator'
import { midnight } from './calendar-days.ts'

/** The days of a leg and what to call them. */
export interface CalendarLeg {
  readonly programme: string
  readonly edition: string
  readonly name: string
  readonly agency: string
  readonly apply: Day
  readonly decided: Day
  readonly ends: Day
  readonly forecast: boolean
}

export interface CalendarRequest {
  readonly title: string
  readonly legs: readonly CalendarLeg[]
  readonly language: Language
  /** The day on which the calendar is made. */
  readonly made: Day
}

const words = {
  ko: { apply: '접수', decided: '선정 발표(예정)', ends: '완료', forecast: '예상' },
  en: { apply: 'Apply', decided: 'Decision expected', ends: 'Ends', forecast: 'forecast' },
}

/**
 * All-day events: applying, the expected decision and the end of each leg. The same leg keeps the same UID, so that a calendar
 * taken again replaces the events of the one before.
 */
export function itineraryCalendar({ title, legs, language, made }: CalendarRequest): string {
  const said = words[language]
  const calendar = ical({ name: title, prodId: { company: 'Ieum', product: 'Ieum', language: language.toUpperCase() } })
  for (const leg of legs)
    for (const moment of ['apply', 'decided', 'ends'] as const) {
      if (moment === 'ends' && leg.ends === leg.decided) continue
      const forecast = leg.forecast ? ` (${said.forecast})` : ''
      calendar.createEvent({
        id: `${leg.programme}.${leg.edition}.${leg.apply}.${moment}@ieum`,
        allDay: true,
        start: midnight(leg[moment]),
        end: midnight(addDays(leg[moment], 1)),
        stamp: midnight(made),
        summary: `${said[moment]}: ${leg.name}${forecast}`,
        description: leg.agency,
      })
    }
  return calendar.toString()
}
