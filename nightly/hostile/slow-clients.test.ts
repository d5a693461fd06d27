import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { hostileServer } from '../harness/hostile-server.ts'
import { sendRaw } from '../harness/raw.ts'
import { quantile, reached } from '../harness/reached.ts'
import { rounds } from '../harness/rounds.ts'

const slowClients = rounds({ onPush: 60, nightly: 500 })
const seconds = slowClients < 500 ? 15 : 60
const at = hostileServer()

describe.each([
  ['their headers', () => drip(at().head('GET', at().box))],
  [
    'their body',
    () => drip(at().head('POST', at().box, 'content-type: application/json', 'content-length: 20000'), ' '),
  ],
] as const)('C31 T10: many who take their time with %s', (what, pieces) => {
  it(
    'are sent away, and make nobody else wait',
    async context => {
      const before = await usersFor(5)
      const slow = Array.from({ length: slowClients }, () =>
        sendRaw(at().server.port, pieces(), { every: 1_000, patience: (seconds + 45) * 1_000 }),
      )
      await wait(2_000)
      const meanwhile = await usersFor(seconds - 2)
      const ends = await Promise.all(slow)
      expect(meanwhile.refused).toBe(0)
      expect(meanwhile.p95).toBeLessThan(Math.max(2 * before.p95, 100))
      const longest = Math.max(...ends.map(({ milliseconds }) => milliseconds))
      expect(new Set(ends.map(({ status }) => status))).toEqual(new Set([408]))
      expect(longest).toBeLessThan(45_000)
      reached(context, {
        check: 'C31',
        rounds: slowClients,
        figure: `${slowClients} who took their time with ${what}: all sent away (408) within ${Math.round(longest / 1000)} s; p95 of others ${Math.round(meanwhile.p95)} ms (${Math.round(before.p95)} ms before), none refused`,
      })
    },
    (seconds + 120) * 1_000,
  )
})

/** One byte of the headers at a time, or of a body that is still to come. */
function* drip(first: string, body?: string): Iterable<string> {
  if (body === undefined) yield* first
  else {
    yield first
    for (;;) yield body
  }
}

/** Ten people who ask again and again, for so many seconds. */
async function usersFor(time: number): Promise<{ readonly p95: number; readonly refused: number }> {
  const until = performance.now() + time * 1_000
  const took: number[] = []
  let refused = 0
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      while (performance.now() < until) {
        const { status, milliseconds } = await at().asUser()
        took.push(milliseconds)
        if (status !== 200) refused += 1
        await wait(100)
      }
    }),
  )
  return { p95: quantile(took, 0.95), refused }
}
