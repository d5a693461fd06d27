import ical from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type ClosingCalendarRequest, type ClosingSeries, closingCalendar } from './closing-calendar.ts'

const wednesdays: ClosingSeries = {
  id: '11650.seocho',
  rule: 'FREQ=MONTHLY;BYDAY=2WE,4WE',
  first: '2024-02-14',
  until: null,
  dropped: ['2024-02-14'],
  added: ['2024-02-10'],
  notes: ['코스트코 양재점: 일요일에 그대로 쉽니다(둘째·넷째).', '출처: 서초구 의무휴업일; 2024-01-31', 'a, b; c'],
  madeUp: false,
  made: '2024-01-31',
}
const asked: ClosingCalendarRequest = { municipality: '서울특별시 서초구', series: [wednesdays], language: 'ko' }
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')

/** What RFC 5545 asks of every line: CRLF and nothing else ends one, 75 octets at most, no character cut in two, blocks that close. */
function faultsOf(text: string): string[] {
  const faults: string[] = []
  if (!text.endsWith('\r\n') && !text.endsWith('END:VCALENDAR')) faults.push('does not end with its last line')
  if (/[^\r]\n|\r[^\n]/.test(text)) faults.push('a line that does not end with CRLF')
  const lines = text.split('\r\n').filter((line, index, all) => line !== '' || index < all.length - 1)
  const open: string[] = []
  for (const line of lines) {
    if (Buffer.byteLength(line) > 75) faults.push(`${Buffer.byteLength(line)} octets: ${line}`)
    if (line.includes('\uFFFD') || /[\uD800-\uDBFF]$|^\s?[\uDC00-\uDFFF]/.test(line)) faults.push(`cut in two: ${line}`)
  }
  for (const line of unfolded(text)) {
    const [, edge, block] = /^(BEGIN|END):(\w+)$/.exec(line) ?? []
    if (edge === 'BEGIN') open.push(block!)
    else if (edge === 'END' && open.pop() !== block) faults.push(`${block} ends where another is open`)
    else if (line !== '' && !/^[A-Z-]+(?:;[A-Z-]+=[^:;]+)*:/.test(line)) faults.push(`no property: ${line}`)
  }
  return open.length > 0 ? [...faults, `${open.join()} not ended`] : faults
}

describe('the calendar of closing days', () => {
  const text = closingCalendar(asked)
  const lines = unfolded(text)

  it('holds one all-day series, what was dropped and what was added', () => {
    expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(1)
    for (const line of [
      'DTSTART;VALUE=DATE:20240214',
      'DTEND;VALUE=DATE:20240215',
      'RRULE:FREQ=MONTHLY;BYDAY=2WE,4WE',
      'EXDATE;VALUE=DATE:20240214',
      'RDATE;VALUE=DATE:20240210',
      'UID:closing.11650.seocho@ieum',
      'DTSTAMP:20240131T000000Z',
      'TRANSP:TRANSPARENT',
    ])
      expect(lines).toContain(line)
    expect(text).not.toMatch(/TZID|VTIMEZONE/)
  })

  it('keeps to the form of RFC 5545, line by line', () => {
    expect(faultsOf(text)).toEqual([])
    expect(lines.find(line => line.startsWith('DESCRIPTION'))).toContain('a\\, b\\; c')
    // That the check sees faults.
    expect(faultsOf(text.replace('\r\nUID', '\nUID'))).not.toEqual([])
    expect(faultsOf(text.replaceAll(/\r\n /g, ''))).not.toEqual([])
    expect(faultsOf(text.replace('END:VEVENT', 'END:VALARM'))).not.toEqual([])
  })

  it('gives another reader the same days', () => {
    const [event] = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent')
    const series = new ical.Event(event)
    const days: string[] = []
    for (const walk = series.iterator(); days.length < 6; ) days.push(walk.next().toString())
    expect(days).toEqual(['2024-02-10', '2024-02-28', '2024-03-13', '2024-03-27', '2024-04-10', '2024-04-24'])
    expect(series.startDate.isDate).toBe(true)
    expect(series.summary).toBe('대형마트 쉬는 날 (서울특별시 서초구)')
    expect(series.description).toContain('a, b; c')
  })

  it('ends with the arrangement', () => {
    const series = [{ ...wednesdays, until: '2026-06-30', dropped: [], added: [] }]
    const ended = unfolded(closingCalendar({ ...asked, series }))
    expect(ended).toContain('RRULE:FREQ=MONTHLY;BYDAY=2WE,4WE;UNTIL=20260630')
    expect(ended.filter(line => /^(EX|R)DATE/.test(line))).toEqual([])
  })

  it('goes on with the agreement that follows, as a series of its own', () => {
    const mondays: ClosingSeries = {
      ...wednesdays,
      id: '11650.v2.body',
      rule: 'FREQ=MONTHLY;BYDAY=2MO,4MO',
      first: '2026-07-13',
      dropped: [],
      added: [],
    }
    const both = closingCalendar({ ...asked, series: [{ ...wednesdays, until: '2026-06-30' }, mondays] })
    expect(faultsOf(both)).toEqual([])
    const events = new ical.Component(ical.parse(both)).getAllSubcomponents('vevent').map(one => new ical.Event(one))
    expect(events.map(({ uid }) => uid)).toEqual(['closing.11650.seocho@ieum', 'closing.11650.v2.body@ieum'])
    const walk = events[1]!.iterator()
    expect([walk.next(), walk.next()].map(String)).toEqual(['2026-07-13', '2026-07-27'])
  })

  it('is of single days where no day of the rule falls into its time', () => {
    const series = [{ ...wednesdays, rule: null, first: '2026-06-03', dropped: [], added: ['2026-06-05'] }]
    const text = closingCalendar({ ...asked, series })
    expect(faultsOf(text)).toEqual([])
    const walk = new ical.Event(new ical.Component(ical.parse(text)).getFirstSubcomponent('vevent')!).iterator()
    expect([walk.next(), walk.next(), walk.next()].map(day => day?.toString())).toEqual([
      '2026-06-03',
      '2026-06-05',
      undefined,
    ])
  })

  it.each([
    ['ko', '[시연] 대형마트 쉬는 날', '지어낸'],
    ['en', '[demonstration] Large marts closed', 'made up'],
  ] as const)('says on each day that it was made up for a demonstration (%s)', (language, summary, note) => {
    const made = closingCalendar({ ...asked, language, series: [{ ...wednesdays, madeUp: true }, wednesdays] })
    const lines = unfolded(made)
    expect(lines.filter(line => line.startsWith(`SUMMARY:${summary}`))).toHaveLength(1)
    expect(lines.find(line => line.startsWith('DESCRIPTION'))).toContain(note)
    expect(lines.find(line => line.startsWith('X-WR-CALNAME'))).toContain(summary.slice(0, 4))
    expect(text).not.toContain('시연')
  })

  it('is the same each time it is made', () => {
    expect(closingCalendar(asked)).toBe(text)
  })
})
