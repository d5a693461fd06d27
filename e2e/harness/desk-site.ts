/** The desk's own server for a test file, and people who sit at it. */
import { expect, test } from 'vitest'
import type { CouncilWorld } from './council-world.ts'
import type { DeskWorld, Who } from './desk-world.ts'
import type { FirmWorld } from './firm-world.ts'
import { startOwnServer } from './own-server.ts'
import type { Visitor, VisitorTraits } from './visitor.ts'
import { onDeskDay, signedIn, visitorsOf } from './visitors.ts'

export interface Desk {
  readonly address: string
  readonly world: DeskWorld
  readonly firms: FirmWorld
  readonly council: CouncilWorld
}

/** An officer by name, anyone else by the session that they have; `null` is a visitor who has not signed in. */
export type Sits = (who: Who | { readonly cookie: string } | null, traits?: VisitorTraits) => Promise<Visitor>

export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs off its first argument
  .extend('desk', { scope: 'file' }, async ({}, { onCleanup }) => {
    const { told, close } = await startOwnServer<Desk>('desk-server.ts')
    onCleanup(close)
    return told
  })
  .extend('sits', async ({ desk, task }, { onCleanup }): Promise<Sits> => {
    const comes = visitorsOf(task, onCleanup)
    return async (who, traits) => {
      const visitor = await comes(desk.address, traits)
      const { cookie } = (typeof who === 'string' ? desk.world.people[who] : who) ?? {}
      if (cookie) await signedIn(visitor, cookie, desk.address)
      return onDeskDay(visitor)
    }
  })

// It is set up before the first test's own time runs.
it.beforeAll(({ desk }) => expect(desk.address).toContain('http'), 120_000)
