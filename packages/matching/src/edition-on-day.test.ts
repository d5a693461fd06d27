import type { Window } from '@ieum/catalogue/records'
import { describe, expect, it } from 'vitest'
import { editionOnDay, windowOnDay } from './edition-on-day.ts'
import { matcherFor, programme } from './testing/small-matcher.ts'

const ruled = (edition: string, ...windows: readonly Window[]) =>
  matcherFor([programme('one', { edition, windows })]).rulebook.programmes[0]!.editions[0]!

const first = { opens: '2026-02-01', closes: '2026-02-28' }
const second = { opens: '2026-05-20', closes: '2026-06-12' }

describe('the window of an edition', () => {
  it.each([
    ['before it opens', '2026-01-31', { state: 'upcoming', ...first }],
    ['on its first day', '2026-02-01', { state: 'open', ...first }],
    ['on its last day', '2026-02-28', { state: 'open', ...first }],
    ['between two', '2026-03-01', { state: 'upcoming', ...second }],
    ['on the second', '2026-06-12', { state: 'open', ...second }],
    ['after all', '2026-06-13', { state: 'closed', ...second }],
  ])('%s', (_, on, window) => {
    expect(windowOnDay(ruled('2026', second, first), on)).toEqual(window)
  })

  it('that is rolling says so', () => {
    const edition = ruled('2026', { rolling: true, opens: '2026-01-05', closes: '2026-11-30' })
    expect(windowOnDay(edition, '2026-06-01').state).toBe('rolling')
    expect(windowOnDay(edition, '2026-12-01').state).toBe('closed')
  })

  it('that was never announced is unannounced', () => {
    expect(windowOnDay(ruled('2026'), '2026-06-01')).toEqual({ state: 'unannounced' })
  })

  it('printed as a month is marked approximate', () => {
    const window = windowOnDay(ruled('2026', { opens: '2026-02', closes: '2026-03' }), '2026-02-10')
    expect(window).toEqual({ state: 'open', opens: '2026-02-01', closes: '2026-03-31', approximate: true })
  })

  it('keeps the time of day at which it closes', () => {
    const window = windowOnDay(ruled('2026', { opens: '2026-02-02', closes: '2026-02-20T16:00' }), '2026-02-20')
    expect(window).toMatchObject({ state: 'open', closes: '2026-02-20', closesAt: '16:00' })
  })
})

describe('the edition shown on a day', () => {
  const spring = ruled('2026-1', first)
  const summer = ruled('2026-2', second)
  const late = ruled('2026-3', { opens: '2026-09-01', closes: '2026-09-30' })
  const silent = ruled('2027')

  it.each([
    ['the one that is open', '2026-06-01', '2026-2'],
    ['else the next to open', '2026-03-15', '2026-2'],
    ['else the next to open, not the one after', '2026-06-20', '2026-3'],
    ['else the last one', '2026-12-01', '2027'],
  ])('is %s', (_, on, expected) => {
    expect(editionOnDay([spring, late, summer, silent], on).edition).toBe(expected)
  })

  it('is the open one even when another is about to open', () => {
    expect(editionOnDay([late, summer, spring], '2026-02-10').edition).toBe('2026-1')
  })
})
