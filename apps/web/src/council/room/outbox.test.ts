import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openOutbox, type Reply } from './outbox.ts'
import type { Entry, Write } from './queue.ts'
import { requestOf } from './requests.ts'
import type { Whose } from './whose.ts'

function browser() {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  }
}

/** A server that does each key once, and counts the changes of each thing. */
function server() {
  const done = new Map<string, { asked: string; reply: Reply }>()
  const counts = new Map<string, number>()
  const told: unknown[] = []
  const stands = new Map<string, unknown>()
  return {
    told,
    stands,
    counts,
    answer(entry: Entry): Reply {
      const { path, method, body } = requestOf('p', 's', entry)
      const asked = JSON.stringify([path, method, body])
      const before = done.get(entry.key)
      if (before) return before.asked === asked ? before.reply : refusal('key-used-otherwise')
      const { changed } = body as { changed?: number }
      const now = counts.get(path) ?? 1
      let reply: Reply
      if (changed !== undefined && changed !== now) reply = refusal('changed-meanwhile')
      else {
        if (changed !== undefined) counts.set(path, now + 1)
        told.push(body)
        stands.set(path, body)
        reply = { is: 'answer', body: changed === undefined ? {} : { changed: now + 1 } }
      }
      done.set(entry.key, { asked, reply })
      return reply
    },
  }
}

const refusal = (code: string): Reply => ({
  is: 'refused',
  refusal: { status: 409, code, message: code, fields: [] },
})

let keys = 0
/** Somebody else's, or somebody's elsewhere, in the same browser. */
const of = (change: Partial<Whose>, storage: ReturnType<typeof browser>) =>
  openOutbox({
    storage,
    whose: { session: 's', post: 'p', person: 'person', ...change },
    send: async () => ({ is: 'no answer' }),
    newKey: () => 'key',
    now: () => 0,
    changed: () => undefined,
  })

function box({ storage = browser(), send }: { storage?: ReturnType<typeof browser>; send: (entry: Entry) => Reply }) {
  return openOutbox({
    storage,
    whose: { session: 's', post: 'p', person: 'person' },
    send: async entry => send(entry),
    newKey: () => `key-${++keys}`,
    now: () => Date.parse('2026-06-01T01:30:00Z'),
    changed: () => undefined,
  })
}

const gist = (text: string, item = 'a'): Write => ({ is: 'item', item, change: { gist: text } })
const turn = (item: string): Write => ({ is: 'turn', item })
const decision = (text: string, item = 'a'): Write => ({ is: 'decision', item, decision: { text, actions: [] } })
const seat = (state: 'present' | 'absent', was: string): Write => ({ is: 'seat', seat: 'x', state, was })

describe('what is captured in the room', () => {
  it('goes out in the order in which it was captured, and is gone once it is told', async () => {
    const there = server()
    const storage = browser()
    const outbox = box({ storage, send: there.answer })
    for (const write of [turn('a'), gist('하나'), decision('결정'), turn('b')])
      outbox.add(write, write.is === 'item' ? 1 : null)
    await outbox.flush()
    expect(there.told).toEqual([
      { at: '2026-06-01T01:30:00.000Z' },
      { changed: 1, gist: '하나' },
      { item: 'a', text: '결정', actions: [] },
      { at: '2026-06-01T01:30:00.000Z' },
    ])
    expect(outbox.state().queue).toEqual([])
    expect(storage.length).toBe(0)
  })

  it('waits while nothing answers, is still there after the page was closed, and is done once', async () => {
    const there = server()
    const storage = browser()
    const away = box({ storage, send: () => ({ is: 'no answer' }) })
    away.add(turn('a'), null)
    away.add(gist('논의'), 1)
    away.add(decision('결정'), null)
    await away.flush()
    expect(away.state().queue).toHaveLength(3)

    // The first answer is lost on its way: the server has done it.
    let lost = true
    const back = box({
      storage,
      send: entry => {
        const reply = there.answer(entry)
        if (!lost) return reply
        lost = false
        return { is: 'no answer' }
      },
    })
    await back.flush()
    expect(back.state().queue).toHaveLength(3)
    await back.flush()
    expect(back.state().queue).toEqual([])
    expect(there.told).toHaveLength(3)
  })

  it('takes the later word on the same thing for the earlier one, until that was tried', async () => {
    const there = server()
    let away = true
    const outbox = box({ send: entry => (away ? { is: 'no answer' } : there.answer(entry)) })
    outbox.add(gist('하'), 1)
    outbox.add(gist('하나'), 1)
    expect(outbox.state().queue).toHaveLength(1)
    await outbox.flush()
    outbox.add(gist('하나 둘'), 1)
    expect(outbox.state().queue).toHaveLength(2)
    away = false
    await outbox.flush()
    expect(there.told).toEqual([
      { changed: 1, gist: '하나' },
      { changed: 2, gist: '하나 둘' },
    ])
  })

  it('is never written over what somebody else wrote meanwhile: it waits for a person with all that was captured since', async () => {
    const there = server()
    there.counts.set('/api/posts/p/agenda-items/a', 4)
    const outbox = box({ send: there.answer })
    outbox.add(gist('내 것'), 3)
    await outbox.flush()
    outbox.add(gist('내 것, 더'), 3)
    outbox.add(gist('다른 안건', 'b'), 1)
    await outbox.flush()
    const [mine] = outbox.state().queue
    expect(outbox.state().queue).toMatchObject([
      { stopped: { is: 'changed' }, write: { change: { gist: '내 것, 더' } } },
    ])
    expect(there.told).toEqual([{ changed: 1, gist: '다른 안건' }])
    outbox.settle(mine!.key, 4, gist('둘 다'))
    await outbox.flush()
    expect(there.told).toContainEqual({ changed: 4, gist: '둘 다' })
    expect(outbox.state().queue).toEqual([])
  })

  it('is dropped where the other text is to stand, and the next word builds on that', async () => {
    const there = server()
    there.counts.set('/api/posts/p/agenda-items/a', 4)
    const outbox = box({ send: there.answer })
    outbox.add(gist('내 것'), 3)
    await outbox.flush()
    outbox.settle(outbox.state().queue[0]!.key, 4)
    expect(outbox.state().queue).toEqual([])
    outbox.add(gist('그 뒤'), 4)
    await outbox.flush()
    expect(there.told).toEqual([{ changed: 4, gist: '그 뒤' }])
  })

  it('that is refused keeps its words and why, and does not hold up the rest', async () => {
    const there = server()
    const outbox = box({ send: entry => (entry.write.is === 'decision' ? refusal('no-quorum') : there.answer(entry)) })
    outbox.add(decision('결정'), null)
    outbox.add(gist('논의'), 1)
    await outbox.flush()
    expect(there.told).toEqual([{ changed: 1, gist: '논의' }])
    expect(outbox.state().queue).toMatchObject([
      { write: { decision: { text: '결정' } }, stopped: { is: 'refused', refusal: { code: 'no-quorum' } } },
    ])
  })

  it('is not told of a sitting that could not be opened', async () => {
    const there = server()
    const outbox = box({ send: entry => (entry.write.is === 'move' ? refusal('no-quorum') : there.answer(entry)) })
    outbox.add({ is: 'move', move: 'open' }, 2)
    outbox.add(turn('a'), null)
    await outbox.flush()
    expect(there.told).toEqual([])
    expect(outbox.state().queue).toHaveLength(2)
  })

  it('is told who is there although the sitting could not be opened without them', async () => {
    const there = server()
    let mayOpen = false
    const outbox = box({
      send: entry => (entry.write.is === 'move' && !mayOpen ? refusal('no-quorum') : there.answer(entry)),
    })
    outbox.add({ is: 'move', move: 'open' }, 2)
    await outbox.flush()
    outbox.add(seat('present', 'invited'), null)
    await outbox.flush()
    expect(there.told).toEqual([{ state: 'present', seen: 'invited' }])
    mayOpen = true
    const [refused] = outbox.state().queue
    outbox.settle(refused!.key, 1, { is: 'move', move: 'open' })
    await outbox.flush()
    expect(outbox.state().queue).toEqual([])
  })

  it('says of a seat what was marked before, also where that was only said here', async () => {
    const there = server()
    let away = true
    const outbox = box({ send: entry => (away ? { is: 'no answer' } : there.answer(entry)) })
    outbox.add(seat('present', 'invited'), null)
    await outbox.flush()
    outbox.add(seat('absent', 'present'), null)
    away = false
    await outbox.flush()
    expect(there.told).toEqual([
      { state: 'present', seen: 'invited' },
      { state: 'absent', seen: 'present' },
    ])
  })

  it('says who was to sit for a seat before, also where that was only said here', async () => {
    const there = server()
    let away = true
    const outbox = box({ send: entry => (away ? { is: 'no answer' } : there.answer(entry)) })
    const seated = (deputy: string | null, wasDeputy: string | null): Write => ({
      is: 'seat',
      seat: 'x',
      state: 'present',
      was: 'present',
      deputy,
      wasDeputy,
    })
    outbox.add(seated('과장', null), null)
    outbox.add(seated('국장', '과장'), null)
    await outbox.flush()
    outbox.add(seated('실장', '국장'), null)
    away = false
    await outbox.flush()
    away = true
    outbox.add(seated(null, '실장'), null)
    await outbox.flush()
    away = false
    outbox.add({ is: 'seat', seat: 'x', state: 'absent', was: 'present', wasDeputy: '실장' }, null)
    await outbox.flush()
    expect(there.told).toEqual([
      { state: 'present', deputy: '국장', seen: 'present', seenDeputy: null },
      { state: 'present', deputy: '실장', seen: 'present', seenDeputy: '국장' },
      { state: 'present', deputy: null, seen: 'present', seenDeputy: '실장' },
      { state: 'absent', seen: 'present', seenDeputy: null },
    ])
  })

  it('is kept while nobody is signed in, and is nobody else’s to send', async () => {
    const storage = browser()
    const outbox = box({ storage, send: () => ({ is: 'signed out' }) })
    outbox.add(gist('논의'), 1)
    await outbox.flush()
    expect(outbox.state()).toMatchObject({ signedOut: true, queue: [{ write: { change: { gist: '논의' } } }] })
    expect(of({ person: 'other' }, storage).state().queue).toEqual([])
  })

  it('waits for the post in whose name it was said: another post of the same person neither shows nor sends it', () => {
    const storage = browser()
    const outbox = box({ storage, send: () => ({ is: 'no answer' }) })
    outbox.add(gist('논의'), 1)
    expect(of({ post: 'q' }, storage).state().queue).toEqual([])
    expect(of({}, storage).state().queue).toHaveLength(1)
  })

  it('loses nothing of what another window on the same sitting has captured', () => {
    const storage = browser()
    const send = (): Reply => ({ is: 'no answer' })
    const one = box({ storage, send })
    const two = box({ storage, send })
    one.add(gist('하나'), 1)
    two.add(turn('b'), null)
    one.load()
    expect(
      one
        .state()
        .queue.map(({ write }) => write.is)
        .sort(),
    ).toEqual(['item', 'turn'])
    expect(storage.length).toBe(2)
  })

  it('says so when the browser keeps nothing, and sends it all the same', async () => {
    const there = server()
    const full = {
      ...browser(),
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    const outbox = box({ storage: full, send: there.answer })
    outbox.add(gist('논의'), 1)
    expect(outbox.state().keeps).toBe(false)
    await outbox.flush()
    expect(there.told).toEqual([{ changed: 1, gist: '논의' }])
  })

  it('stays on the screen as done until something newer was read', async () => {
    const there = server()
    const outbox = box({ send: there.answer })
    const begun = outbox.reading()
    outbox.add(gist('논의'), 1)
    await outbox.flush()
    outbox.read(begun)
    expect(outbox.state().done).toHaveLength(1)
    outbox.read(outbox.reading())
    expect(outbox.state().done).toEqual([])
  })

  it('is done once each and ends as captured, however the network comes and goes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 999 })), { minLength: 1, maxLength: 8 }),
        fc.array(fc.constantFrom('lost before', 'lost after', 'answered'), { maxLength: 30 }),
        async (captured, luckOfNetwork) => {
          const network = [...luckOfNetwork]
          const there = server()
          const storage = browser()
          const send = (entry: Entry): Reply => {
            const luck = network.shift() ?? 'answered'
            if (luck === 'lost before') return { is: 'no answer' }
            const reply = there.answer(entry)
            return luck === 'lost after' ? { is: 'no answer' } : reply
          }
          for (const [item, text] of captured) {
            // A page that is opened anew each time.
            const outbox = box({ storage, send })
            outbox.add(gist(String(text), item), there.counts.get(`/api/posts/p/agenda-items/${item}`) ?? 1)
            await outbox.flush()
          }
          const last = box({ storage, send })
          while (last.state().queue.some(({ stopped }) => !stopped)) await last.flush()
          expect(last.state().queue).toEqual([])
          for (const item of new Set(captured.map(([one]) => one))) {
            const said = captured.filter(([one]) => one === item).at(-1)![1]
            expect(there.stands.get(`/api/posts/p/agenda-items/${item}`)).toMatchObject({ gist: String(said) })
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
