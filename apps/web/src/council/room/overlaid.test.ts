import { describe, expect, it } from 'vitest'
import { overlaid } from './overlaid.ts'
import type { Entry, Write } from './queue.ts'
import type { Room } from './shapes.ts'

const at = '2026-06-01T01:40:00.000Z'
const entry = (write: Write, change: Partial<Entry> = {}): Entry => ({
  id: 'one',
  key: 'key',
  order: 1,
  at,
  write,
  seen: 1,
  tried: false,
  ...change,
})
const room = (change: Partial<Room> = {}) =>
  ({
    state: 'sitting',
    changed: 3,
    moves: ['end'],
    current: { item: 'a', began: '2026-06-01T01:30:00.000Z' },
    items: [{ id: 'a', gist: null, changed: 1, decisions: [] }],
    attendance: [{ seat: 's', state: 'invited', deputy: null }],
    posts: [{ id: 'p', agency: 'mss' }],
    actions: [],
    earlier: [],
    ...change,
  }) as unknown as Room
const shown = (write: Write, change: Partial<Entry> = {}) =>
  overlaid(room(), { queue: [entry(write, change)], done: [] })
const gist: Write = { is: 'item', item: 'a', change: { gist: '논의' } }

describe('the room with what was captured on top', () => {
  it('shows what waits as if it were told', () => {
    expect(shown(gist).items[0]).toMatchObject({ gist: '논의', changed: 1 })
    expect(shown({ is: 'turn', item: 'b' }).current).toEqual({ item: 'b', began: at })
    expect(shown({ is: 'seat', seat: 's', state: 'present', was: 'invited', deputy: '과장' }).attendance[0]).toEqual({
      seat: 's',
      state: 'present',
      deputy: '과장',
    })
    const named = room({
      attendance: [{ seat: 's', agency: 'mss', title: { ko: '국장', en: null }, state: 'present', deputy: '과장' }],
    })
    const of = (deputy?: null) => {
      const write: Write = {
        is: 'seat',
        seat: 's',
        state: 'absent',
        was: 'present',
        ...(deputy === null && { deputy }),
      }
      return overlaid(named, { queue: [entry(write)], done: [] }).attendance[0]
    }
    expect(of()).toMatchObject({ state: 'absent', deputy: '과장' })
    expect(of(null)).toMatchObject({ state: 'absent', deputy: null })
    expect(shown({ is: 'move', move: 'end' })).toMatchObject({ state: 'ended', endedAt: at, current: null })
  })

  it('gives a decision no number before the server has, and its actions their agency', () => {
    const action = { title: '할 일', ownerPost: 'p', due: '2026-07-01', proofWanted: '공문' }
    const decision: Write = { is: 'decision', item: 'a', decision: { text: '결정', actions: [action] } }
    expect(shown(decision)).toMatchObject({
      items: [{ decisions: [{ number: null, text: { ko: '결정' }, votes: { is: 'without objection' } }] }],
      actions: [{ ownerAgency: 'mss', decision: null }],
    })
    const answered = { entry: entry(decision), answer: { number: '2026-1-1' }, round: 1 }
    expect(overlaid(room(), { queue: [], done: [answered] })).toMatchObject({
      items: [{ decisions: [{ number: '2026-1-1' }] }],
      actions: [{ decision: '2026-1-1' }],
    })
  })

  it('shows a decision once, however soon a reading knows of it', () => {
    const action = { title: '할 일', ownerPost: 'p', due: '2026-07-01', proofWanted: '공문' }
    const write: Write = { is: 'decision', item: 'a', decision: { text: '결정', actions: [action] } }
    const decision = {
      id: 'theirs',
      number: '2026-1-1',
      text: { ko: '결정', en: null },
      votes: null,
      supersededBy: null,
    }
    const knows = room({
      items: [{ id: 'a', gist: null, changed: 1, decisions: [decision] }] as unknown as Room['items'],
      actions: [{ id: 'theirs too', decision: '2026-1-1' }] as unknown as Room['actions'],
    })
    const answered = { entry: entry(write), answer: { number: '2026-1-1' }, round: 1 }
    expect(overlaid(knows, { queue: [], done: [answered] })).toEqual(knows)
    expect(overlaid(knows, { queue: [entry(write, { tried: true })], done: [] })).toEqual(knows)
    // Another one in the same words, which nobody was asked for yet.
    const again = overlaid(knows, { queue: [entry(write)], done: [] })
    expect(again.items[0]!.decisions.map(({ number }) => number)).toEqual(['2026-1-1', null])
    expect(again.actions).toHaveLength(2)
  })

  it('knows the count of what was answered before it is read anew', () => {
    const answered = { entry: entry(gist), answer: { changed: 2 }, round: 1 }
    expect(overlaid(room(), { queue: [], done: [answered] }).items[0]).toMatchObject({ gist: '논의', changed: 2 })
  })

  it('shows the server’s side of what was refused, and keeps one’s words where somebody else changed them', () => {
    const refusal = { status: 409, message: '', fields: [] }
    expect(shown(gist, { stopped: { is: 'refused', refusal } }).items[0]!.gist).toBeNull()
    expect(shown({ is: 'turn', item: 'b' }, { stopped: { is: 'changed' } }).current!.item).toBe('a')
    expect(shown(gist, { stopped: { is: 'changed' } }).items[0]!.gist).toBe('논의')
  })

  it('turns to nothing in a sitting that is not open, and makes no move that the table does not have', () => {
    const called = room({ state: 'called', current: null })
    expect(overlaid(called, { queue: [entry({ is: 'turn', item: 'a' })], done: [] }).current).toBeNull()
    expect(overlaid(called, { queue: [entry({ is: 'move', move: 'end' })], done: [] }).state).toBe('called')
  })
})
