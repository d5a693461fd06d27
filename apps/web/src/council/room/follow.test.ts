import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { follow } from './follow.ts'
import { openOutbox } from './outbox.ts'
import { overlaid } from './overlaid.ts'
import type { Room } from './shapes.ts'

beforeEach(() => {
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
})
afterEach(() => vi.unstubAllGlobals())

const room = (...decisions: readonly string[]) =>
  ({
    state: 'sitting',
    items: [{ id: 'a', decisions: decisions.map(text => ({ id: text, number: '1', text: { ko: text, en: null } })) }],
    posts: [],
    actions: [],
    earlier: [],
  }) as unknown as Room
const storage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
}

describe('what was captured in the room', () => {
  it('is on each screen once, from when it is captured until the server has told it and after', async () => {
    let told = room()
    vi.stubGlobal('fetch', async () => Response.json({ mark: told, now: new Date().toISOString(), room: told }))
    const screens: number[] = []
    let isOpen = false
    const look = () => {
      const { value } = link.state()
      if (isOpen && value) screens.push(overlaid(value, outbox.state()).items[0]!.decisions.length)
    }
    const link = follow<Room>({
      pathOf: () => '/api/room',
      shownIn: (body: { room: Room }) => body.room,
      reading: () => outbox.reading(),
      read: begun => outbox.read(begun),
      rests: () => false,
      changed: () => look(),
    })
    const outbox = openOutbox({
      storage,
      whose: { session: 's', post: 'p', person: 'person' },
      send: async () => ({ is: 'answer', body: { number: '1' } }),
      newKey: () => 'key',
      now: () => 0,
      changed: () => look(),
    })
    isOpen = true
    const leave = link.start()
    await expect.poll(() => screens).toContain(0)
    screens.length = 0
    outbox.add({ is: 'decision', item: 'a', decision: { text: '결정', actions: [] } }, null)
    await outbox.flush()
    told = room('결정')
    link.ask()
    await expect.poll(() => outbox.state().done).toEqual([])
    leave()
    expect(new Set(screens)).toEqual(new Set([1]))
    expect(link.state().value).toEqual(room('결정'))
  })
})
