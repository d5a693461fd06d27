import { describe, expect, it } from 'vitest'
import type { Result, WindowState } from './result.ts'
import { type Standing, standingOf } from './standing.ts'

const change = [{ fact: 'sales', to: 1, how: 'by-firm' as const }]

const standing = (
  verdict: Result['verdict'],
  state: WindowState,
  { recurs, changes = [] }: { recurs?: 'yearly'; changes?: Result['changes'] } = {},
) => standingOf({ verdict, window: { state }, changes }, recurs ? { recurs } : {})

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
  })
})
