import { describe, expect, it } from 'vitest'
import type { Action } from '../client/shapes.ts'
import { inOrder, movesOf, turnOf } from './turn-of.ts'

const action = (change: Partial<Action> = {}) =>
  ({ state: 'open', ownerAgency: 'mss', ownerPost: 'p1', due: '2026-07-01', late: false, ...change }) as Action
const owner = { post: 'p1', agency: 'mss', role: 'programme-owner' } as const
const colleague = { ...owner, post: 'p2' }
const other = { post: 'p3', agency: 'motie', role: 'secretary' } as const
const auditor = { ...other, role: 'auditor' } as const

describe('an action', () => {
  it.each([
    ['open', owner, 'own', ['report']],
    ['open', colleague, 'owner', []],
    ['open', other, 'owner', []],
    ['reported', owner, 'other', []],
    ['reported', other, 'nod', ['nod', 'return']],
    ['reported', auditor, 'nod', []],
    ['closed', owner, 'over', []],
    ['dropped', other, 'over', []],
  ] as const)('that is %s is, for %o, the turn of: %s', (state, post, turn, moves) => {
    expect([turnOf(action({ state }), post), movesOf(action({ state }), post)]).toEqual([turn, moves])
  })

  it('that is late stands before one that is due earlier and only waits', () => {
    const late = action({ due: '2026-05-20', late: true })
    const reported = action({ due: '2026-05-10', state: 'reported' })
    const next = action({ due: '2026-06-20' })
    expect(inOrder([next, reported, late])).toEqual([late, reported, next])
  })
})
