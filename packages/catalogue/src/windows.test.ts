import { describe, expect, it } from 'vitest'
import type { Window } from './records.ts'
import { decidedBy, isAbout, shiftYears, windowDays } from './windows.ts'

const edition = (...windows: Window[]) => ({ edition: '2026-2', source: { dated: '2026-05-18' }, windows })
const daysOf = (window: Window) => windowDays(window, edition())

describe('a window', () => {
  it('printed with days has those days', () => {
    expect(daysOf({ opens: '2026-05-20', closes: '2026-06-12' })).toEqual({ opens: '2026-05-20', closes: '2026-06-12' })
  })

  it('printed with months opens on the first day and closes on the last, approximately', () => {
    expect(daysOf({ opens: '2026-01', closes: '2026-02' })).toEqual({
      opens: '2026-01-01',
      closes: '2026-02-28',
      approximate: true,
    })
  })

  it('keeps its times of day', () => {
    expect(daysOf({ opens: '2026-05-20T10:00', closes: '2026-06-12T16:00' })).toEqual({
      opens: '2026-05-20',
      opensAt: '10:00',
      closes: '2026-06-12',
      closesAt: '16:00',
    })
  })

  it('without an opening opens when the notice is dated', () => {
    expect(daysOf({ closes: '2026-06-12' })).toEqual({
      opens: '2026-05-18',
      closes: '2026-06-12',
      approximate: true,
      exact: 'closes',
    })
  })

  it('without an opening opens when the notice is dated, in the month in which it closes too', () => {
    expect(daysOf({ closes: '2026-05' })).toMatchObject({
      opens: '2026-05-18',
      closes: '2026-05-31',
      approximate: true,
    })
  })

  it('that closed before its notice is dated opened some time in that year', () => {
    expect(daysOf({ closes: '2026-02-12' })).toMatchObject({ opens: '2026-01-01', approximate: true })
  })

  it('without a closing ends with the year of its edition, until the money is used up or not', () => {
    expect(daysOf({ opens: '2026-01-05', until: 'budget', rolling: true })).toEqual({
      opens: '2026-01-05',
      closes: '2026-12-31',
      approximate: true,
      exact: 'opens',
      rolling: true,
      until: 'budget',
    })
    expect(daysOf({ opens: '2027-01-05' }).closes).toBe('2027-12-31')
  })

  it('says of each end whether it is about then', () => {
    const ends = (window: Window) => [isAbout(daysOf(window), 'opens'), isAbout(daysOf(window), 'closes')]
    expect(ends({ opens: '2026-05-20', closes: '2026-06-12' })).toEqual([false, false])
    expect(ends({ opens: '2026-05-20' })).toEqual([false, true])
    expect(ends({ opens: '2026-05', closes: '2026-06-12' })).toEqual([true, false])
    expect(ends({ opens: '2026-05', closes: '2026-06' })).toEqual([true, true])
  })

  it('is forecast by moving it whole years', () => {
    expect(shiftYears(daysOf({ opens: '2026-01', closes: '2026-02' }), 2)).toMatchObject({
      opens: '2028-01-01',
      closes: '2028-02-28',
      approximate: true,
    })
  })
})

describe('an edition', () => {
  it('is decided on the last day of a month that was printed', () => {
    expect([decidedBy({ by: '2026-02' }), decidedBy({ by: '2026-07-31' }), decidedBy({ days: 60 })]).toEqual([
      '2026-02-28',
      '2026-07-31',
      undefined,
    ])
  })
})
