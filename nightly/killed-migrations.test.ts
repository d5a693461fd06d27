import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { landedMigrations, openDatabase } from '@ieum/storage'
import pg from 'pg'
import { expect, inject, it, onTestFinished } from 'vitest'
import { startEmbedded } from '../packages/storage/src/embedded.ts'
import { migrate } from '../packages/storage/src/migrate.ts'
import { schemaText } from '../packages/storage/src/schema-text.ts'
import type { MigratingWork } from './harness/migrating.ts'
import { ownPostgres } from './harness/own-postgres.ts'
import { inWords, reached } from './harness/reached.ts'
import { rounds } from './harness/rounds.ts'
import {
  allRows,
  type Columns,
  columnsNow,
  putRows,
  type RowsPut,
  sumsOf,
  type TableRows,
} from './harness/row-copies.ts'

/** Of each migration. */
const times = rounds({ onPush: 1, nightly: 50 })
const root = join(import.meta.dirname, '..')
const all = readdirSync(landedMigrations)
  .filter(file => file.endsWith('.sql'))
  .sort()
/** With a demonstration's rows in place: before it there is nobody yet to have any. */
const first = 13

/** Records of one home that are copied, migrated, killed and looked at again and again. */
interface Home {
  /** Brings what is kept to the schema of these migrations, and puts in what the new schema takes of these rows. */
  grow(migrations: string, rows: readonly TableRows[]): Promise<RowsPut>
  /** A new copy of what is kept; the one before it is gone. */
  copy(): Promise<MigratingWork['where']>
  /** As superuser. */
  look<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  /** As the program does when it opens the records. */
  migrate(migrations: string): Promise<void>
  /** What else is killed at the same moment. */
  kill?(): Promise<void>
}

interface State {
  readonly schema: string
  readonly sums: Readonly<Record<string, string>>
}

const stateOf = (home: Home, columns: Columns): Promise<State> =>
  home.look(async client => ({ schema: await schemaText(client), sums: await sumsOf(client, columns) }))

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ieum-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Those up to the number, as a program of that release had them. */
function migrationsUpTo(number: number, folder: string): string {
  const place = join(folder, `up-to-${number}`)
  mkdirSync(place, { recursive: true })
  for (const file of all.slice(0, number)) copyFileSync(join(landedMigrations, file), join(place, file))
  return place
}

/** What a demonstration puts into the records: every kind of row that there is. */
async function rowsOfDemonstration(): Promise<readonly TableRows[]> {
  const home = join(scratch(), 'home')
  const env = { ...process.env, IEUM_HOME: home, DATABASE_URL: '', IEUM_MODE: '' }
  const main = join(root, 'apps/cli/src/main.ts')
  const server = spawn(process.execPath, [main, 'serve', '--port', '0'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void server.kill('SIGKILL'))
  await once(server.stdout, 'data')
  server.kill('SIGTERM')
  await once(server, 'close')
  const opened = await openDatabase({ folder: home })
  if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
  const client = await opened.database.pool.connect()
  const rows = await allRows(client)
  client.release()
  await opened.database.close()
  return rows
}

function inFolder(): Home {
  const folder = scratch()
  const [kept, copy] = [join(folder, 'kept'), join(folder, 'copy')]
  const connected = async <T>(engine: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const embedded = await startEmbedded({ folder: engine, prepared: inject('homes').emptyDump })
    const client = new pg.Client(embedded.connection)
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
      await embedded.stop()
    }
  }
  return {
    grow: (migrations, rows) =>
      connected(kept, async client => {
        await migrated(client, migrations)
        return putRows(client, rows)
      }),
    async copy() {
      rmSync(copy, { recursive: true, force: true })
      cpSync(kept, copy, { recursive: true })
      return { engine: copy }
    },
    look: work => connected(copy, work),
    migrate: migrations => connected(copy, client => migrated(client, migrations)),
  }
}

async function onServer(): Promise<Home> {
  const { postgres, superuser } = await ownPostgres()
  const as = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(url)
    client.on('error', () => undefined)
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }
  const program = (database: string) => postgres.url(database, 'ieum')
  let turn = 0
  return {
    async grow(migrations, rows) {
      await as(program('ieum'), client => migrated(client, migrations))
      return as(superuser, client => putRows(client, rows))
    },
    async copy() {
      await as(postgres.url('postgres'), async client => {
        await client.query('drop database if exists copy with (force)')
        await client.query('create database copy owner ieum template ieum')
      })
      return { url: program('copy') }
    },
    look: work => as(postgres.url('copy'), work),
    migrate: migrations => as(program('copy'), client => migrated(client, migrations)),
    // Every other time the server with all its processes, not only the program.
    async kill() {
      turn += 1
      if (turn % 2 === 0) return
      await postgres.crash()
      await postgres.restart()
    },
  }
}

async function migrated(client: pg.Client, migrations: string): Promise<void> {
  const done = await migrate(client, migrations)
  if (done.is !== 'current') throw new Error(JSON.stringify(done))
}

interface Migrating {
  readonly begun: Promise<number>
  readonly done: Promise<number>
  isDone(): boolean
  kill(): Promise<void>
}

function startMigrating(work: MigratingWork): Migrating {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'harness/migrating.ts'), JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', text => {
    errors += text
  })
  const [begun, done] = [Promise.withResolvers<number>(), Promise.withResolvers<number>()]
  let isDone = false
  createInterface(child.stdout).on('line', line => {
    if (line === 'migrating') begun.resolve(performance.now())
    else if (line === 'migrated') {
      isDone = true
      done.resolve(performance.now())
    } else done.reject(new Error(line))
  })
  const ended = once(child, 'close')
  void ended.then(() => {
    begun.reject(new Error(errors))
    done.reject(new Error(errors))
  })
  // Whoever kills it early does not wait for it.
  for (const promise of [begun.promise, done.promise]) promise.catch(() => undefined)
  return {
    begun: begun.promise,
    done: done.promise,
    isDone: () => isDone,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** How long it takes when nobody kills it, in milliseconds. */
async function timeOf(work: MigratingWork): Promise<number> {
  const migrating = startMigrating(work)
  const took = -(await migrating.begun) + (await migrating.done)
  await migrating.kill()
  return took
}

it.for<[string, () => Promise<Home>]>([
  ['PGlite', async () => inFolder()],
  ['PostgreSQL', onServer],
])(
  'C07 T7: a migration that is killed leaves the schema before it or after it, with every row, and the next opening finishes it (%s)',
  { timeout: 900_000 + times * all.length * 60_000 },
  async ([name, open], context) => {
    let waiting = await rowsOfDemonstration()
    const home = await open()
    const folder = scratch()
    const found = { before: 0, after: 0, rows: 0 }
    for (let number = first; number <= all.length; number += 1) {
      const [old, next] = [migrationsUpTo(number - 1, folder), migrationsUpTo(number, folder)]
      // What an installation has put in since, now that there is a place for it.
      const { put, left } = await home.grow(old, waiting)
      found.rows += put
      waiting = left
      await home.copy()
      const columns = await home.look(columnsNow)
      const before = await stateOf(home, columns)
      const takes = await timeOf({ where: await home.copy(), migrations: next })
      const after = await stateOf(home, columns)
      expect(after.schema).not.toBe(before.schema)

      for (let round = 0; round < times; round += 1) {
        const migrating = startMigrating({ where: await home.copy(), migrations: next })
        // Some are killed while they still open the records, some just when they are done.
        if (round % 10 === 9) await wait(Math.random() * 500)
        else {
          await migrating.begun
          await wait(Math.random() * takes * 1.2)
        }
        const wasDone = migrating.isDone()
        await Promise.all([migrating.kill(), home.kill?.()])
        const left = await stateOf(home, columns)
        expect([all[number - 1], wasDone, left]).toEqual([all[number - 1], wasDone, expect.toBeOneOf([before, after])])
        const isAfter = left.schema === after.schema
        if (wasDone) expect(isAfter).toBe(true)
        found[isAfter ? 'after' : 'before'] += 1
        await home.migrate(next)
        expect(await stateOf(home, columns)).toEqual(after)
      }
    }
    const migrations = all.length - first + 1
    reached(context, {
      check: 'C07',
      rounds: times,
      figure: `${name}: ${migrations} migrations over ${inWords(found.rows)} rows, each killed ${times} times: ${found.before} times the schema before, ${found.after} times the one after, 0 times another; 0 rows lost, all finished by the next opening`,
    })
  },
)
