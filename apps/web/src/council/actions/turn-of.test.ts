import { describe, expect, it } from 'vitest'
import { inOrder, turnOf } from './turn-of.ts'

describe('an action', () => {
  it.each([
    ['open', 'mine', 'own'],
    ['open', 'agency', 'owner'],
    ['open', 'others', 'owner'],
    ['reported', 'mine', 'other'],
    ['reported', 'agency', 'other'],
    ['reported', 'others', 'nod'],
    ['closed', 'mine', undefined],
    ['dropped', 'others', undefined],
  ] as const)('that is %s, and %s, is the turn of: %s', (state, whose, turn) => {
    expect(turnOf({ state, whose })).toBe(turn)
  })

  it('that is late stands before one that is due earlier and only waits', () => {
    const late = { lastDay: '2026-05-20', late: true }
    const reported = { lastDay: '2026-05-10', late: false }
    const next = { lastDay: '2026-06-20', late: false }
    expect(inOrder([next, reported, late])).toEqual([late, reported, next])
  })
})
