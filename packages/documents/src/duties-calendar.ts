/** What officers have to be at and to have done, as a calendar to subscribe to: sittings (VEVENT) and due days (VTODO), RFC 5545. */
import { addDays } from '@ieum/catalogue/days'
import type { Day, Language } from '@ieum/catalogue/records'
import ical from 'ical.js'

export interface Sitting {
  readonly id: string
  readonly name: string
  readonly from: Date
  readonly to: Date
  readonly place: string | null
  readonly isCancelled: boolean
  /** Counts each change: calendar programmes take over what is newer. */
  readonly changed: number
  readonly url: string
}

export interface Duty {
  readonly id: string
  readonly title: string
  readonly due: Day
  readonly isDone: boolean
  readonly changed: number
  readonly url: string
}

/** A day of a programme that an agency runs. */
export interface WindowDay {
  readonly id: string
  readonly title: string
  readonly on: Day
}

export interface DutiesRequest {
  readonly title: string
  readonly language: Language
  readonly sittings: readonly Sitting[]
  readonly duties: readonly Duty[]
  readonly windows: readonly WindowDay[]
  /** The moment in which it is read. */
  readonly made: Date
}

/** Calendar programmes ask again after this time, if they keep to it. */
const askedAgain = 'PT4H'

/** The same sitting and the same duty keep their UID: a calendar that is read again replaces what it had. */
export function dutiesCalendar({ title, language, sittings, duties, windows, made }: DutiesRequest): string {
  const calendar = new ical.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', `-//Ieum//Ieum//${language.toUpperCase()}`)
  calendar.addPropertyWithValue('method', 'PUBLISH')
  calendar.addPropertyWithValue('x-wr-calname', title)
  calendar
    .addPropertyWithValue('refresh-interval', ical.Duration.fromString(askedAgain))
    .setParameter('value', 'DURATION')
  const add = (kind: 'vevent' | 'vtodo', properties: Readonly<Record<string, unknown>>) => {
    const component = new ical.Component(kind)
    component.addPropertyWithValue('dtstamp', moment(made))
    for (const [name, value] of Object.entries(properties))
      if (value !== null) component.addPropertyWithValue(name, value as string)
    calendar.addSubcomponent(component)
  }
  for (const { id, name, from, to, place, isCancelled, changed, url } of sittings)
    add('vevent', {
      uid: `${id}@ieum`,
      sequence: changed,
      dtstart: moment(from),
      dtend: moment(to),
      summary: name,
      location: place,
      status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
      url,
    })
  for (const { id, title: summary, due, isDone, changed, url } of duties)
    add('vtodo', {
      uid: `${id}@ieum`,
      sequence: changed,
      due: day(due),
      summary,
      status: isDone ? 'COMPLETED' : 'NEEDS-ACTION',
      url,
    })
  for (const { id, title: summary, on } of windows)
    add('vevent', {
      uid: `${id}@ieum`,
      dtstart: day(on),
      dtend: day(addDays(on, 1)),
      summary,
      transp: 'TRANSPARENT',
    })
  return `${calendar.toString()}\r\n`
}

/** In UTC, without a time zone of its own: each calendar programme shows it in the time of its reader. */
const moment = (at: Date) => ical.Time.fromJSDate(at, true)
const day = (on: Day) => ical.Time.fromDateString(on)
