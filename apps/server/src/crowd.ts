/** When more ask than can be answered in time: so many are answered as usual, the others are told at once when to come again. */
import type { Context, MiddlewareHandler } from 'hono'
import type { CrowdLimits } from './crowd-limits.ts'
import type { DeskNeeds } from './needs.ts'
import { problem } from './problem.ts'
import { placeOf, proxies } from './sign-in/address.ts'
import { countTry } from './sign-in/tries.ts'

/**
 * At 75 requests a second of 100 ms each, eight are under way; a page asks for about ten things at once. An office opens few links
 * in ten minutes; an installation sends a batch of a thousand firms, and some again.
 */
export const usualCrowd: Required<CrowdLimits> = {
  mostUnderWay: 48,
  // A second or two of work: as long as the disk or another's large answer may hold everyone up without anybody being sent away.
  mostWaiting: 150,
  ofOnePerson: { atOnce: 150, aSecond: 30 },
  ofOneAddress: { links: 60, messages: 3_000 },
}

export interface Crowd {
  /** Before anything is done for a request that will not be answered anyway. */
  readonly turnAway: MiddlewareHandler
  /** Who is let in, in the order of coming. */
  readonly letIn: MiddlewareHandler
}

export function crowdOf({ mostUnderWay, mostWaiting = 0 }: Pick<CrowdLimits, 'mostUnderWay' | 'mostWaiting'>): Crowd {
  let underWay = 0
  const waiting: (() => void)[] = []
  const isFull = () => underWay >= mostUnderWay && waiting.length >= mostWaiting
  const comeAgain = (c: Context): Response => {
    c.header('retry-after', '1')
    return problem(c, { status: 503, title: 'Too many ask at once', detail: 'Please ask again in a few seconds.' })
  }
  return {
    // What a body has in it is read first: a connection whose request was not is closed in the end, with the next request on its way.
    turnAway: async (c, next) => (isFull() && !c.req.raw.body ? comeAgain(c) : next()),
    async letIn(c, next) {
      if (isFull()) return comeAgain(c)
      if (underWay >= mostUnderWay) await new Promise<void>(turn => waiting.push(turn))
      else underWay += 1
      try {
        return await next()
      } finally {
        // The place goes to the first who waits.
        const turn = waiting.shift()
        if (turn) turn()
        else underWay -= 1
      }
    },
  }
}

/** A bucket of tokens for each name: `take` answers 0, or the seconds until the next one is there. */
export function tokenBuckets(
  { atOnce, aSecond }: CrowdLimits['ofOnePerson'],
  now: () => number = () => performance.now(),
): { take(name: string): number } {
  const buckets = new Map<string, { tokens: number; at: number }>()
  let tidyAt = 1_000
  const filled = ({ tokens, at }: { tokens: number; at: number }) =>
    Math.min(atOnce, tokens + ((now() - at) / 1_000) * aSecond)
  return {
    take(name) {
      const bucket = buckets.get(name) ?? { tokens: atOnce, at: now() }
      const tokens = filled(bucket)
      if (tokens < 1) return Math.max(1, Math.ceil((1 - tokens) / aSecond))
      buckets.set(name, { tokens: tokens - 1, at: now() })
      // A full bucket is as good as none.
      if (buckets.size > tidyAt) {
        for (const [one, its] of buckets) if (filled(its) >= atOnce) buckets.delete(one)
        tidyAt = Math.max(1_000, 2 * buckets.size)
      }
      return 0
    },
  }
}

/** Who asks without signing in, counted by his address in the records: server processes share the count. */
export function fewOfOneAddress(
  { database, crowd = usualCrowd, trustedProxies = [] }: Pick<DeskNeeds, 'database' | 'crowd' | 'trustedProxies'>,
  of: keyof typeof usualCrowd.ofOneAddress,
): MiddlewareHandler {
  const trusted = proxies(trustedProxies)
  const limit = { of: `${of} of one address`, most: (crowd.ofOneAddress ?? usualCrowd.ofOneAddress)[of], minutes: 10 }
  return async (c, next) => {
    const tries = await countTry(database.kysely, limit, placeOf(c, trusted))
    return tries.is === 'too many' ? tooOften(c, tries.seconds) : next()
  }
}

export function tooOften(c: Context, seconds: number): Response {
  c.header('retry-after', String(seconds))
  return problem(c, {
    status: 429,
    title: 'Too many requests',
    detail: `Please ask again in ${seconds} s.`,
  })
}
