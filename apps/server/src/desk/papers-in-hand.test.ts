import { describe, expect, it } from 'vitest'
import { TooBusy } from '../firm-work.ts'
import { papersInHand } from './papers-in-hand.ts'

const limits = { atOnce: 2, ofOnePerson: 2, bytes: 100 }
const of = (person: string) => ({ person, most: 50 })

/** A body that comes as the test lets it come. */
function sending() {
  let push: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      push = controller
    },
  })
  return {
    body,
    send: (bytes: number) => push.enqueue(new Uint8Array(bytes)),
    end: () => push.close(),
    breakOff: () => push.error(new Error('gone')),
  }
}

const whole = (bytes: number) => {
  const { body, send, end } = sending()
  send(bytes)
  end()
  return body
}

const length = async (content: Uint8Array) => content.length
const settled = () => new Promise(resolve => setTimeout(resolve, 5))

describe('T10: papers that are sent', () => {
  it('are looked through while others still come in, however slowly', async () => {
    const { take } = papersInHand(limits)
    const slow = ['a', 'b', 'c'].map(person => ({ person, ...sending() }))
    const coming = slow.map(({ body, person }) => take(body, of(person), length))
    for (const { send } of slow) send(1)
    expect(await take(whole(7), of('d'), length)).toBe(7)
    for (const { end } of slow) end()
    expect(await Promise.all(coming)).toEqual([1, 1, 1])
  })

  it('are looked through so many at a time, in the order in which they had come whole', async () => {
    const { take } = papersInHand(limits)
    const begun: string[] = []
    const ends: (() => void)[] = []
    const work = (name: string) => async () => {
      begun.push(name)
      await new Promise<void>(end => ends.push(end))
      return name
    }
    const taken = ['a', 'b', 'c', 'd'].map(person => take(whole(1), of(person), work(person)))
    await settled()
    expect(begun).toEqual(['a', 'b'])
    ends[0]!()
    await settled()
    expect(begun).toEqual(['a', 'b', 'c'])
    for (const at of [1, 2]) ends[at]!()
    await settled()
    ends[3]!()
    expect(await Promise.all(taken)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('of one person hold nobody else up, and no third of his own', async () => {
    const { take } = papersInHand(limits)
    const slow = [sending(), sending()]
    const coming = slow.map(({ body }) => take(body, of('a'), length))
    await expect(take(whole(1), of('a'), length)).rejects.toThrow(TooBusy)
    expect(await take(whole(1), of('b'), length)).toBe(1)
    for (const { end } of slow) end()
    await Promise.all(coming)
    expect(await take(whole(1), of('a'), length)).toBe(1)
  })

  it('hold together no more bytes than are allowed, and none once they are done, too large or broken off', async () => {
    const { take } = papersInHand(limits)
    const [first, second] = [sending(), sending()]
    const coming = [take(first.body, of('a'), length), take(second.body, of('b'), length)]
    first.send(50)
    second.send(40)
    await settled()
    await expect(take(whole(11), of('c'), length)).rejects.toThrow(TooBusy)
    expect(await take(whole(10), of('c'), length)).toBe(10)
    first.send(1)
    second.breakOff()
    expect(await coming[0]).toBeNull()
    await expect(coming[1]).rejects.toThrow('gone')
    const full = await Promise.all(['a', 'b'].map(person => take(whole(50), of(person), length)))
    expect(full).toEqual([50, 50])
  })

  it('gives its turn back when the work fails', async () => {
    const { take } = papersInHand({ ...limits, atOnce: 1 })
    await expect(take(whole(1), of('a'), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await take(whole(1), of('a'), length)).toBe(1)
  })

  it('may be empty, or no body at all', async () => {
    const { take } = papersInHand(limits)
    expect([await take(null, of('a'), length), await take(whole(0), of('a'), length)]).toEqual([0, 0])
  })
})
