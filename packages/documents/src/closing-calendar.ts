/** The days on which large marts of a municipality close, as a calendar that can be subscribed to. */
import { addDays } from '@ieum/catalogue/days'
import type { Day, Language } from '@ieum/catalogue/records'
import ical, { ICalEventTransparency } from 'ical-generator'
import { midnight } from './calendar-days.ts'

export interface ClosingCalendarRequest {
  /** Stays the same as long as the arrangement does: `11650.seocho`. */
  readonly id: string
  readonly municipality: string
  /** `FREQ=MONTHLY;BYDAY=2WE,4WE` */
  readonly rule: string
  /** The first closing day of the rule, with which the series begins. */
  readonly first: Day
  readonly until: Day | null
  /** Days of the rule on which they are open, and days on which they close besides. */
  readonly dropped: readonly Day[]
  readonly added: readonly Day[]
  /** Sentences below each day: exceptions, source. */
  readonly notes: readonly string[]
  /** The page of the municipality. */
  readonly url?: string
  readonly language: Language
  /** The day from which the record is. */
  readonly made: Day
}

const words = {
  ko: { name: '대형마트 의무휴업일', closed: '대형마트 쉬는 날' },
  en: { name: 'Closing days of large marts', closed: 'Large marts closed' },
}

const compact = (day: Day) => day.replaceAll('-', '')
const week = 7 * 24 * 60 * 60

/** One all-day series (RRULE), without what was dropped (EXDATE) and with what was added (RDATE). */
export function closingCalendar(asked: ClosingCalendarRequest): string {
  const { id, municipality, rule, first, until, dropped, added, notes, url, language, made } = asked
  const said = words[language]
  const list = (name: string, days: readonly Day[]) =>
    days.length > 0 ? [`${name};VALUE=DATE:${[...days].sort().map(compact).join(',')}`] : []
  const calendar = ical({
    name: `${said.name}: ${municipality}`,
    prodId: { company: 'Ieum', product: 'Ieum', language: language.toUpperCase() },
    ttl: week,
  })
  calendar.createEvent({
    id: `closing.${id}@ieum`,
    allDay: true,
    start: midnight(first),
    end: midnight(addDays(first, 1)),
    stamp: midnight(made),
    // Nobody is busy because a shop is closed.
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: `${said.closed} (${municipality})`,
    ...(notes.length > 0 && { description: notes.join('\n') }),
    ...(url !== undefined && { url }),
    repeating: [
      `RRULE:${rule}${until === null ? '' : `;UNTIL=${compact(until)}`}`,
      ...list('EXDATE', dropped),
      ...list('RDATE', added),
    ].join('\r\n'),
  })
  return calendar.toString()
}
