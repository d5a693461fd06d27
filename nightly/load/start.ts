/** A country's worth of records in a PostgreSQL of its own, server processes on it, and everyone signed in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalogue } from '@ieum/catalogue/node'
import { buildRulebook } from '@ieum/rules/parse'
import type { Database } from '@ieum/storage'
import { onTestFinished } from 'vitest'
import { multiplied } from '../../bench/multiplied.ts'
import { openFor, ownPostgres } from '../harness/own-postgres.ts'
import { type ServerProcess, startServer } from '../harness/start-server.ts'
import { on, type Seeded, seed, seedSessions } from './seed.ts'
import { type Work, workOf } from './work.ts'

const programmes = 3_000

/** Half a gigabyte of the machine for the database's own memory, as its manual advises for little of it. */
const settings = ['shared_buffers=512MB', 'effective_cache_size=2GB', 'max_wal_size=2GB', 'random_page_cost=1.1']

export interface Country {
  readonly seeded: Seeded
  readonly programmes: number
  readonly database: Database
  readonly superuser: string
  readonly servers: readonly ServerProcess[]
  readonly ports: readonly number[]
  readonly work: Work
  readonly cookies: ReadonlyMap<string, string>
  readonly agent: Agent
}

export async function startCountry(processes: number): Promise<Country> {
  const { catalogue } = await loadCatalogue(join(import.meta.dirname, '../../catalogue/kr'))
  const { rulebook } = buildRulebook(multiplied(catalogue, programmes))
  const folder = mkdtempSync(join(tmpdir(), 'ieum-load-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const scene = join(folder, 'scene.json')
  writeFileSync(scene, JSON.stringify({ rulebook }))

  const { url, superuser } = await ownPostgres({ settings })
  const database = await openFor(url)
  const seeded = await seed(superuser, rulebook)
  const work = await workOf(
    superuser,
    rulebook.programmes.map(({ id }) => id),
  )
  const secret = 'a secret for the load, and nothing else'
  const cookies = await seedSessions(superuser, secret, work.people)
  const servers = await Promise.all(
    Array.from({ length: processes }, () => startServer({ where: { url }, scene, port: 0, on, secret, warm: true })),
  )
  onTestFinished(async () => {
    for (const server of servers) await server.kill('SIGKILL')
  })
  // Given up before the server does, as proxies give theirs up: what is sent over a connection that is closed just then is lost.
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: 40_000 })
  onTestFinished(() => agent.destroy())
  return {
    seeded,
    programmes: rulebook.programmes.length,
    database,
    superuser,
    servers,
    ports: servers.map(({ port }) => port),
    work,
    cookies,
    agent,
  }
}
