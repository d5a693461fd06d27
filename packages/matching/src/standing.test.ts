import type { RuledEdition } from '@ieum/rules'
import { describe, expect, it } from 'vitest'
import type { Result, WindowState } from './result.ts'
import { type Standing, standingOf } from './standing.ts'

const change = [{ fact: 'sales', to: 1, how: 'by-firm' as const }]

const standing = (
  verdict: Result['verdict'],
  state: WindowState,
  { recurs, edition = '2026', changes = [] }: { recurs?: 'yearly'; edition?: string; changes?: Result['changes'] } = {},
) => standingOf({ verdict, window: { state }, changes, edition }, { editions, ...(recurs && { recurs }) })

const editions = ['2025', '2026'].map(edition => ({ edition }) as RuledEdition)

describe('where a programme stands', () => {
  it.each<[Result['verdict'], WindowState, Standing]>([
    ['eligible', 'open', 'now'],
    ['eligible', 'rolling', 'now'],
    ['judgement', 'open', 'now'],
    ['eligible', 'upcoming', 'soon'],
    ['judgement', 'unannounced', 'soon'],
    ['unknown', 'open', 'to-check'],
    ['unknown', 'closed', 'not'],
    ['eligible', 'closed', 'not'],
    ['not-eligible', 'open', 'not'],
  ])('%s with a window %s is %s', (verdict, state, expected) => {
    expect(standing(verdict, state)).toBe(expected)
  })

  it('is after a change when one is known', () => {
    expect(standing('not-eligible', 'open', { changes: [change] })).toBe('after-change')
  })

  it('is soon when a closed window comes back every year', () => {
    expect(standing('eligible', 'closed', { recurs: 'yearly' })).toBe('soon')
    expect(standing('eligible', 'closed', { recurs: 'yearly', edition: '2025' })).toBe('not')
  })
})
