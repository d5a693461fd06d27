import { describe, expect, it } from 'vitest'
import { moved } from './moved.ts'

describe('an item of an agenda', () => {
  const ids = ['a', 'b', 'c']
  it.each([
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, undefined],
    ['c', 1, undefined],
    ['none', 1, undefined],
  ] as const)('%s moved by %i', (id, by, order) => expect(moved(ids, id, by)).toEqual(order))
})
