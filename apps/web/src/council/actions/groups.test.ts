import { describe, expect, it } from 'vitest'
import { firstGroupOf } from './groups.ts'

const theirs = { whose: 'others', late: false, moves: [] } as const
const late = { ...theirs, late: true }
const mine = { ...theirs, whose: 'mine', moves: ['report'] } as const
const reported = { ...theirs, moves: ['nod', 'return'] } as const

describe('what is to be followed up opens with', () => {
  it('what one can do something about, though others are late', () => {
    expect(firstGroupOf([late, reported])).toBe('nod')
    expect(firstGroupOf([late, reported, mine])).toBe('mine')
  })

  it('nothing of its own where it can only wait for others to nod', () => {
    const waits = { ...mine, moves: [] } as const
    expect(firstGroupOf([waits, reported])).toBe('nod')
    expect(firstGroupOf([waits, late])).toBe('late')
    expect(firstGroupOf([waits])).toBe('all')
  })

  it('what is late where nothing waits for this post, else all there is', () => {
    expect(firstGroupOf([theirs, late])).toBe('late')
    expect(firstGroupOf([theirs])).toBe('all')
  })
})
