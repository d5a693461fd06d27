import { describe, expect, it } from 'vitest'
import { firstGroupOf } from './groups.ts'

const theirs = { whose: 'others', late: false, moves: [] } as const
const late = { ...theirs, late: true }
const reported = { ...theirs, moves: ['nod', 'return'] } as const

describe('what is to be followed up opens with', () => {
  it('what one can do something about, though others are late', () => {
    expect(firstGroupOf([late, reported])).toBe('nod')
    expect(firstGroupOf([late, reported, { ...theirs, whose: 'mine' }])).toBe('mine')
  })

  it('what is late where nothing waits for this post, else all there is', () => {
    expect(firstGroupOf([theirs, late])).toBe('late')
    expect(firstGroupOf([theirs])).toBe('all')
  })
})
