import { describe, expect, it } from 'vitest'
import { listDifference } from './list-difference.ts'

describe('what a list would gain and lose', () => {
  it.each([
    [['a', 'b'], ['b', 'c'], { added: ['c'], removed: ['a'] }],
    [undefined, ['c'], { added: ['c'], removed: [] }],
    [[{ id: 1 }], [{ id: 1 }, { id: 2 }], { added: [{ id: 2 }], removed: [] }],
    [1, 2, undefined],
  ])('from %j to %j', (from, to, difference) => expect(listDifference(from, to)).toEqual(difference))
})
