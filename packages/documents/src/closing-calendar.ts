/** The days on which large marts of a municipality close, as a calendar that can be subscribed to. */
import { addDays } from '@ieum/catalogue/days'
import type { Day, Language } from '@ieum/catalogue/records'
import ical, { ICalEventTransparency } from 'ical-generator'
import { midnight } from './calendar-days.ts'

export interface ClosingCalendarRequest {
  readonly municipality: string
  /** One after the other, in the order in which they hold. */
  readonly series: readonly ClosingSeries[]
  /** The page of the municipality. */
  readonly url?: string
  readonly language: Language
}

export interface ClosingSeries {
  /** Stays the same as long as the arrangement does: `11650.seocho`. */
  readonly id: string
  /** `FREQ=MONTHLY;BYDAY=2WE,4WE`; null: the first day and those that were added are all. */
  readonly rule: string | null
  /** The first closing day of the rule, with which the series begins. */
  readonly first: Day
  readonly until: Day | null
  /** Days of the rule on which they are open, and days on which they close besides. */
  readonly dropped: readonly Day[]
  readonly added: readonly Day[]
  /** Sentences below each day: exceptions, source. */
  readonly notes: readonly string[]
  /** Agreed in a demonstration: each of its days says so. */
  readonly madeUp: boolean
  /** The day from which the record is. */
  readonly made: Day
}

const words = {
  ko: {
    name: '대형마트 의무휴업일',
    closed: '대형마트 쉬는 날',
    madeUp: '시연',
    madeUpNote: '시연용으로 지어낸 합의입니다. 실제로 쉬는 날이 아닙니다.',
  },
  en: {
    name: 'Closing days of large marts',
    closed: 'Large marts closed',
    madeUp: 'demonstration',
    madeUpNote: 'An agreement made up for a demonstration. It is no real closing day.',
  },
}

const compact = (day: Day) => day.replaceAll('-', '')
/** The package writes no RDATE without a rule. */
const onceOnly = 'RRULE:FREQ=DAILY;COUNT=1'
const week = 7 * 24 * 60 * 60

/** An all-day series each (RRULE), without what was dropped (EXDATE) and with what was added (RDATE). */
export function closingCalendar({ municipality, series, url, language }: ClosingCalendarRequest): string {
  const said = words[language]
  const marked = (text: string, madeUp: boolean) => (madeUp ? `[${said.madeUp}] ${text}` : text)
  const list = (name: string, days: readonly Day[]) =>
    days.length > 0 ? [`${name};VALUE=DATE:${[...days].sort().map(compact).join(',')}`] : []
  const anyMadeUp = series.some(({ madeUp }) => madeUp)
  const calendar = ical({
    name: marked(`${said.name}: ${municipality}`, anyMadeUp),
    prodId: { company: 'Ieum', product: 'Ieum', language: language.toUpperCase() },
    ttl: week,
  })
  for (const { id, rule, first, until, dropped, added, notes, madeUp, made } of series) {
    const below = madeUp ? [said.madeUpNote, ...notes] : notes
    const repeating = [
      rule === null ? onceOnly : `RRULE:${rule}${until === null ? '' : `;UNTIL=${compact(until)}`}`,
      ...list('EXDATE', dropped),
      ...list('RDATE', added),
    ].join('\r\n')
    calendar.createEvent({
      id: `closing.${id}@ieum`,
      allDay: true,
      start: midnight(first),
      end: midnight(addDays(first, 1)),
      stamp: midnight(made),
      // Nobody is busy because a shop is closed.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: marked(`${said.closed} (${municipality})`, madeUp),
      ...(below.length > 0 && { description: below.join('\n') }),
      ...(url !== undefined && { url }),
      repeating,
    })
  }
  return calendar.toString()
}
