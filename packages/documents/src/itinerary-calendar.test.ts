import { describe, expect, it } from 'vitest'
import { type CalendarLeg, itineraryCalendar } from './itinerary-calendar.ts'

const leg: CalendarLeg = {
  programme: 'mss-smart-factory',
  edition: '2026',
  name: '스마트공장, 기초',
  agency: '중소기업기술정보진흥원',
  apply: '2026-06-01',
  decided: '2026-08-11',
  ends: '2027-02-28',
  forecast: true,
}
const lines = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')

describe('the calendar of an itinerary', () => {
  const calendar = lines(itineraryCalendar({ title: '뿌리 경로', legs: [leg], language: 'ko', made: '2026-05-01' }))

  it('holds applying, the decision and the end as whole days', () => {
    expect(calendar.filter(line => line.startsWith('DTSTART'))).toEqual([
      'DTSTART;VALUE=DATE:20260601',
      'DTSTART;VALUE=DATE:20260811',
      'DTSTART;VALUE=DATE:20270228',
    ])
    expect(calendar).toContain('DTEND;VALUE=DATE:20270301')
  })

  it('escapes what would end a text and says what is a forecast', () => {
    expect(calendar).toContain('SUMMARY:접수: 스마트공장\\, 기초 (예상)')
  })

  it('gives the same leg the same UID each time', () => {
    expect(calendar.filter(line => line.startsWith('UID'))[0]).toBe('UID:mss-smart-factory.2026.2026-06-01.apply@ieum')
  })

  it('leaves out the end of a leg that ends when it is decided', () => {
    const short = lines(
      itineraryCalendar({ title: 't', legs: [{ ...leg, ends: leg.decided }], language: 'en', made: '2026-05-01' }),
    )
    expect(short.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(2)
  })
})
