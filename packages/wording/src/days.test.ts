import { describe, expect, it } from 'vitest'
import { sayDay, sayMonth, sayShortDay } from './days.ts'

describe('days in words', () => {
  it.each([
    ['2026-06-12', '2026. 6. 12.(금)', 'Fri 12 Jun 2026'],
    ['2024-02-29', '2024. 2. 29.(목)', 'Thu 29 Feb 2024'],
    ['2026-12-31', '2026. 12. 31.(목)', 'Thu 31 Dec 2026'],
  ])('says %s as %s and %s', (day, ko, en) => {
    expect([sayDay(day, 'ko'), sayDay(day, 'en')]).toEqual([ko, en])
  })

  it('leaves out the year where it is clear, and the day where only the month is known', () => {
    expect([sayShortDay('2026-06-12', 'ko'), sayShortDay('2026-06-12', 'en')]).toEqual(['6. 12.(금)', 'Fri 12 Jun'])
    expect([sayMonth('2026-06-01', 'ko'), sayMonth('2026-06-01', 'en')]).toEqual(['2026년 6월', 'Jun 2026'])
  })
})
