/**
 * A server process on records, as tests and the load start it: `serving PORT` once it answers; SIGTERM stops it as `ieum serve` stops.
 * People are who they say they are by their session cookie; without a secret, whoever sends `x-person` is that person (of this process only).
 */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSignIn, type Needs, serve, workHere } from '@ieum/server'
import { catalogueOf, newSigningKey, type Person, signerOf } from '@ieum/services'
import { sealer } from '@ieum/services/testing'
import { openDatabase, papersInFolder, type Where } from '@ieum/storage'
import type { Scene } from './scene.ts'

export interface ServerWork {
  readonly where: Where
  /** A file with the rules of the catalogue, and a scene when there is one. */
  readonly scene: string
  readonly port: number
  readonly on: string
  readonly poolSize?: number
  /** Sessions are signed with it. */
  readonly secret?: string
  /** Matches once before it lets anyone in: with 3,000 programmes the first match takes seconds. */
  readonly warm?: boolean
  /** Folder of papers; one of its own when left out. */
  readonly papers?: string
  /** The usual when left out. */
  readonly crowd?: NonNullable<Needs['crowd']>
}

const work = JSON.parse(process.argv[2]!) as ServerWork
const { rulebook } = JSON.parse(readFileSync(work.scene, 'utf8')) as {
  scene?: Scene
  rulebook: Parameters<typeof catalogueOf>[0]
}
const catalogue = catalogueOf(rulebook)
const opened = await openDatabase(work.where, work.poolSize === undefined ? {} : { poolSize: work.poolSize })
if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
const { database } = opened
const report = (error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`)
const today = () => work.on
const shared = { catalogue, work: workHere(catalogue), today, report, ...(work.crowd && { crowd: work.crowd }) }
if (work.warm) await shared.work.match({ firm: { id: 'nobody', facts: {} }, on: work.on, editions: 'on-day' })
const papers = await papersInFolder(work.papers ?? mkdtempSync(join(tmpdir(), 'ieum-papers-')))
const signer = await signerOf(await newSigningKey())
const serving = await serve(
  { ...shared, desk: { ...shared, database, papers, signer, sealer, personOf: personOf() } },
  { port: work.port, host: '127.0.0.1' },
)
if (serving.is !== 'serving') throw new Error(serving.is)
// As `ieum serve` does: without its records it cannot go on, and whoever watches over it starts it again.
void database.lost.then(error => {
  report(error)
  process.exit(1)
})
process.on('SIGTERM', async () => {
  await serving.close()
  await database.close()
  process.exit(0)
})
process.stdout.write(`serving ${serving.port}\n`)

function personOf(): (headers: Headers) => Promise<Person | null> {
  if (work.secret !== undefined)
    return createSignIn({
      kysely: database.kysely,
      secret: work.secret,
      baseUrl: 'http://localhost',
      mail: async () => {},
      report,
    }).personOf
  return async headers => {
    const id = headers.get('x-person')
    if (id === null) return null
    return { id, email: `${id}@example.kr`, name: id, locale: 'ko', secondFactor: true }
  }
}
