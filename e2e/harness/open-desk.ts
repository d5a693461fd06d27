/** A server in this process with records of its own, and a small world in them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSignIn, serve, workHere } from '@ieum/server'
import { catalogueOf, newSigningKey, type OpenCatalogue, type Signer, sealerOf, signerOf } from '@ieum/services'
import { koreanCatalogue } from '@ieum/services/testing'
import { type Database, papersInFolder } from '@ieum/storage'
import { type CouncilWorld, makeCouncilWorld } from './council-world.ts'
import { day } from './desk-day.ts'
import { type DeskWorld, makeWorld } from './desk-world.ts'
import { type FirmWorld, makeFirmWorld } from './firm-world.ts'
import { openRecords } from './records.ts'

type Rulebook = OpenCatalogue['rulebook']

export interface OpenDesk {
  readonly address: string
  readonly world: DeskWorld
  readonly firms: FirmWorld
  readonly council: CouncilWorld
  readonly database: Database
  readonly catalogue: OpenCatalogue
  readonly signer: Signer
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** `change`: what is to stand in the catalogue otherwise than in ours. */
export async function openDesk(change: (rulebook: Rulebook) => Rulebook = same => same): Promise<OpenDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'ieum-desk-'))
  const report = (error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`)
  const catalogue = catalogueOf(change((await koreanCatalogue()).rulebook))
  const database = await openRecords(folder)
  const signer = await signerOf(await newSigningKey())
  const papers = await papersInFolder(join(folder, 'papers'))
  const work = workHere(catalogue)
  const secret = 'a secret of more than thirty-two signs'
  const signInAt = (baseUrl: string) =>
    createSignIn({
      kysely: database.kysely,
      secret,
      baseUrl,
      mail: async () => undefined,
      demonstration: true,
      report,
    })
  const shared = { catalogue, work, today: () => day, report }
  const serving = await serve(
    address => {
      const signIn = signInAt(address)
      const personOf = (headers: Headers) => signIn.personOf(headers)
      const desk = { ...shared, database, papers, signer, sealer: sealerOf(secret), personOf, origins: signIn.origins }
      return { ...shared, pages: join(root, 'apps/web/dist'), signIn, desk }
    },
    { port: 0, host: '127.0.0.1' },
  )
  if (serving.is !== 'serving') throw new Error(serving.is)
  const signIn = signInAt(serving.address)
  const needs = { database, catalogue, signer, papers }
  const world = await makeWorld(needs, signIn, serving.address)
  const firms = await makeFirmWorld(needs, { signIn, address: serving.address, world })
  const council = await makeCouncilWorld(needs, { signIn, address: serving.address, agreement: world.agreement })
  return {
    address: serving.address,
    world,
    firms,
    council,
    database,
    catalogue,
    signer,
    async close() {
      await serving.close()
      await work.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
