/** The demonstration of its own for a test file, and its people, who sign in with a click. */
import { expect, test } from 'vitest'
import { startOwnServer } from './own-server.ts'
import type { Visitor, VisitorTraits } from './visitor.ts'
import { onDeskDay, visitorsOf } from './visitors.ts'

export interface Player extends Visitor {
  /** The first post that the person holds; empty for who is of a firm. */
  readonly post: string
}

export type Plays = (as: string, traits?: VisitorTraits) => Promise<Player>

export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs off its first argument
  .extend('demonstration', { scope: 'file' }, async ({}, { onCleanup }) => {
    const { told, close } = await startOwnServer<{ readonly address: string }>('demonstration-server.ts')
    onCleanup(close)
    return told.address
  })
  .extend('plays', async ({ demonstration, task }, { onCleanup }): Promise<Plays> => {
    const comes = visitorsOf(task, onCleanup)
    return async (as, traits) => {
      const visitor = await comes(demonstration, traits)
      const { request } = visitor.context
      const reply = await request.post('/api/demonstration/sign-in', {
        data: { as },
        headers: { origin: demonstration },
      })
      if (!reply.ok()) throw new Error(`${as}: ${await reply.text()}`)
      const me = (await (await request.get('/api/me')).json()) as { posts: readonly { post: string }[] }
      return { ...onDeskDay(visitor), post: me.posts[0]?.post ?? '' }
    }
  })

// It is set up before the first test's own time runs.
it.beforeAll(({ demonstration }) => expect(demonstration).toContain('http'), 120_000)
