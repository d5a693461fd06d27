import { describe, expect, it } from 'vitest'
import { overlaid } from './overlaid.ts'
import { replaceable } from './replaceable.ts'
import type { Room } from './shapes.ts'

const decided = (id: string, supersededBy: string | null = null) => ({
  id,
  number: `2026-2-${id}`,
  text: { ko: id, en: null },
  votes: null,
  supersededBy,
})
const before = (id: string, task: string | null) => ({
  id,
  number: `2026-1-${id}`,
  text: { ko: id, en: null },
  on: '2026-03-02',
  task,
})
const told = {
  on: '2026-06-01',
  items: [
    { id: 'item', task: 'T1', decisions: [decided('a'), decided('b', 'a')] },
    { id: 'other', task: null, decisions: [decided('c')] },
  ],
  actions: [],
  posts: [],
  earlier: [before('x', 'T1'), before('y', null)],
} as unknown as Room
const idsOf = (shown: Room, task: string | null) => {
  const { ofTask, others } = replaceable(told, shown, task)
  return { ofTask: ofTask.map(({ id }) => id), others: others.map(({ id }) => id) }
}

describe('a decision can take the place of', () => {
  it('one that still stands, of this sitting or an earlier one; those of its task come first', () => {
    expect(idsOf(told, 'T1')).toEqual({ ofTask: ['a', 'x'], others: ['c', 'y'] })
    expect(idsOf(told, null)).toEqual({ ofTask: [], others: ['a', 'c', 'x', 'y'] })
  })

  it('none that one captured here has replaced, and none that the server has not heard of', () => {
    const write = (supersedes: string, at: number) => ({
      id: `entry-${at}`,
      key: `key-${at}`,
      order: at,
      at: '2026-06-01T01:40:00.000Z',
      write: { is: 'decision', item: 'item', decision: { text: '새로', supersedes, actions: [] } } as const,
      seen: null,
      tried: false,
    })
    const shown = overlaid(told, { queue: [write('a', 1), write('x', 2)], done: [] })
    expect(idsOf(shown, 'T1')).toEqual({ ofTask: [], others: ['c', 'y'] })
  })
})
