import { describe, expect, it } from 'vitest'
import { roles } from '../access/policy.ts'
import { canTakeOver, keepsTasks, needsSuccessor, notLookedAfter } from './succession.ts'

const nothing = { programmes: [], actions: 0 }
const whoTakes = (work: typeof nothing | { programmes: string[]; actions: number }) =>
  roles.filter(role => canTakeOver({ role, programmes: [] }, work))

describe('what lies with a post', () => {
  it('is taken over by posts that work on it alone', () => {
    expect(whoTakes({ programmes: ['a'], actions: 0 })).toEqual(['desk-officer', 'programme-owner'])
    expect(whoTakes({ programmes: [], actions: 1 })).toEqual(['desk-officer', 'programme-owner', 'secretary'])
    expect(whoTakes({ programmes: ['a'], actions: 1 })).toEqual(['desk-officer', 'programme-owner'])
    expect(whoTakes(nothing)).toEqual(roles)
  })

  it('is taken over only by who looks after all its programmes', () => {
    const work = { programmes: ['a', 'b'], actions: 0 }
    const owner = (...programmes: string[]) => ({ role: 'programme-owner' as const, programmes })
    expect(canTakeOver(owner('a', 'b', 'c'), work)).toBe(true)
    expect(canTakeOver(owner('a', 'c'), work)).toBe(false)
    expect(notLookedAfter(owner('a', 'c'), work)).toEqual(['b'])
    expect(notLookedAfter({ role: 'secretary', programmes: [] }, work)).toEqual(['a', 'b'])
  })

  it('needs a successor where somebody waits for it, and tasks one who may keep them up', () => {
    expect(needsSuccessor(nothing)).toBe(false)
    expect(needsSuccessor({ programmes: ['a'], actions: 0 })).toBe(true)
    expect(needsSuccessor({ programmes: [], actions: 1 })).toBe(true)
    expect(roles.filter(role => keepsTasks({ role }))).toEqual(['desk-officer', 'programme-owner', 'secretary'])
  })
})
