/**
 * What an agency reads rests on a leave that may be taken back while it is being read. From before the leave is looked up until the answer is
 * with the operating system, the read counts as under way, and whoever takes the leave back waits for it (storage/reads-under-way.ts).
 */
import type { ServerResponse } from 'node:http'
import type { Database } from '@ieum/storage'
import type { Context, MiddlewareHandler } from 'hono'

export function underWay<E extends object>(
  { database }: { readonly database: Pick<Database, 'reads'> },
  about: (c: Context<E>) => string,
): MiddlewareHandler<E> {
  return async (c, next) => {
    if (!handsOut(c)) return next()
    const outgoing = outgoingOf(c)
    let isOnItsWay = false
    const read = await database.reads.begin(about(c), () => {
      // Not a byte more.
      if (isOnItsWay) outgoing?.destroy()
    })
    // Closed comes after finished, and also where the asker has gone.
    outgoing?.once('finish', read.end).once('close', read.end)
    try {
      await next()
    } finally {
      if (!outgoing || outgoing.closed) read.end()
    }
    if (read.isCut) {
      c.res = undefined
      c.res = takenBack()
    }
    isOnItsWay = true
  }
}

/** All but the moves: they hand nothing out, and a recall among them itself waits for those who read. */
const handsOut = ({ req }: Context): boolean => !(req.method === 'POST' && req.path.endsWith('/moves'))

/** There is none where the process asks itself. */
const outgoingOf = (c: Context): ServerResponse | undefined =>
  (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing

/** Made apart from what was answered, whose headers may name a paper. */
const takenBack = (): Response =>
  new Response(
    JSON.stringify({
      type: 'about:blank',
      title: 'What this rests on was taken back meanwhile',
      status: 503,
      detail: 'Ask again: the answer may be another one now.',
    }),
    {
      status: 503,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '1', 'cache-control': 'no-store' },
    },
  )
