/** The app on a test's database: whoever the header `x-person` names among `people` is signed in. */
import { newSigningKey, type Person, runningCatalogue, signerOf } from '@ieum/services'
import { koreanCatalogue, on, sealer } from '@ieum/services/testing'
import type { Database, PaperStore } from '@ieum/storage'
import { type App, createApp } from '../../app.ts'
import type { CrowdLimits } from '../../crowd-limits.ts'
import { workHere } from '../../firm-work.ts'
import { heldToShapes } from './held-to-shapes.ts'

export interface AppForDesk {
  readonly app: App
  readonly people: Map<string, Person>
}

/** An error that would be written down as a fault of the server fails the test instead. */
export async function deskAppFor(
  database: Database,
  {
    papers,
    crowd,
    demonstration = false,
  }: { readonly papers?: PaperStore; readonly crowd?: CrowdLimits; readonly demonstration?: boolean } = {},
): Promise<AppForDesk> {
  const running = runningCatalogue(await koreanCatalogue())
  const { catalogue } = running
  const people = new Map<string, Person>()
  const signer = await signerOf(await newSigningKey())
  const work = workHere(catalogue)
  const shared = {
    catalogue,
    work,
    today: () => on,
    report: (error: Error) => {
      throw error
    },
    ...(crowd && { crowd }),
  }
  const app = createApp({
    ...shared,
    desk: {
      ...shared,
      database,
      linksChanged: () => running.refresh(database, on),
      signer,
      sealer,
      timeZone: 'Asia/Seoul',
      demonstration,
      papers: papers ?? noPapers,
      personOf: async headers => people.get(headers.get('x-person') ?? '') ?? null,
    },
  })
  return { app: heldToShapes(app), people }
}

/** For tests that bring no paper. */
export const noPapers = new Proxy({} as PaperStore, {
  get: () => {
    throw new Error('this test has no place for papers')
  },
})
