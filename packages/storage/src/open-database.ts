/** Opens the records in one of their two homes: a folder (PGlite) or a server (PostgreSQL 15 or newer). */
import { statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Warning, warningsOf } from './app-role.ts'
import { startEmbedded } from './embedded.ts'
import type { EmbeddedPlace } from './embedded-messages.ts'
import { type FolderLock, type Holder, lockFolder } from './folder-lock.ts'
import { type Migrating, migrate } from './migrate.ts'
import { type ReadsUnderWay, readsOfOneProcess, readsOnServer } from './reads-under-way.ts'
import { ServerClient } from './server-client.ts'
import type { Tables } from './tables.ts'
import { wireTypes } from './wire-types.ts'

export type Where = { readonly url: string } | { readonly folder: string }

export interface Database {
  readonly home: 'embedded' | 'server'
  /** As the owner of the tables: for migrations, sign-in and jobs. What a person asks for goes through `inTransaction`. */
  readonly kysely: Kysely<Tables>
  readonly pool: pg.Pool
  /** What is being read on somebody's leave, by all processes. */
  readonly reads: ReadsUnderWay
  /** Of a server only; a server in production refuses to start with any. PGlite has one role, a superuser. */
  readonly warnings: readonly Warning[]
  /** Resolves when the embedded engine broke: nothing can be answered any more, and the process should be started again. */
  readonly lost: Promise<Error>
  /** Tells whoever finds the folder in use where this process answers over HTTP. */
  tellAddress(url: string): void
  close(): Promise<void>
}

export type Opened =
  | { readonly is: 'open'; readonly database: Database }
  | ({ readonly is: 'in use' } & Partial<Holder>)
  | { readonly is: 'unreachable'; readonly why: string }
  | Exclude<Migrating, { is: 'current' }>

export interface OpenOptions {
  readonly migrations?: string
  /** Connections to a server; a folder has one. */
  readonly poolSize?: number
  /** A dump of the embedded engine to start a new folder from, which is quicker; for tests. */
  readonly prepared?: string
}

const connectionTimeoutMillis = 10_000
const oldestServer = 15
/** A request that takes longer has gone wrong; migrations have all the time they need. */
const requestLimits = {
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
} as const

/**
 * Requests are small and many: one that takes several cores, or has its plan compiled, takes from all the others what it does not gain.
 */
const sessionSettings = '-c TimeZone=UTC -c max_parallel_workers_per_gather=0 -c jit=off'

export async function openDatabase(where: Where, options: OpenOptions = {}): Promise<Opened> {
  return 'url' in where ? openServer(where.url, options) : openFolder(where.folder, options)
}

async function openFolder(folder: string, options: OpenOptions): Promise<Opened> {
  let lock: FolderLock
  try {
    const locking = await lockFolder(folder)
    if (locking.is === 'in use') return { is: 'in use', ...locking.by }
    lock = locking.lock
  } catch (error) {
    return { is: 'unreachable', why: `${folder}: ${reason(error)}` }
  }
  const opened = await openEmbedded(
    { folder: join(folder, 'postgres'), ...(options.prepared !== undefined && { prepared: options.prepared }) },
    options,
    lock,
  )
  if (opened.is !== 'open') lock.release()
  return opened
}

/** Without a lock: for records in memory. */
export async function openEmbedded(place: EmbeddedPlace, options: OpenOptions, lock?: FolderLock): Promise<Opened> {
  let embedded: Awaited<ReturnType<typeof startEmbedded>>
  try {
    embedded = await startEmbedded(place)
  } catch (error) {
    return { is: 'unreachable', why: `${place.folder ?? 'memory'}: ${reason(error)}${littleRoomIn(place.folder)}` }
  }
  const made = await makeReady(embedded.connection, options)
  if (made.is !== 'ready') {
    await embedded.stop()
    return made
  }
  return {
    is: 'open',
    database: databaseOf('embedded', new pg.Pool({ ...settings(embedded.connection), max: 1, idleTimeoutMillis: 0 }), {
      lost: embedded.lost,
      tellAddress: address => lock?.tell({ address }),
      async stop() {
        await embedded.stop()
        lock?.release()
      },
    }),
  }
}

/** The engine does not say why it did not start. Opening takes two more of its logs at most, of 16 MB each. */
function littleRoomIn(folder: string | undefined): string {
  if (folder === undefined) return ''
  const megabytes = megabytesLeftAt(dirname(folder))
  return megabytes !== undefined && megabytes < 40
    ? ` (${megabytes} MB are left on its disk, and opening it may take 40)`
    : ''
}

/** Undefined where that is not told: there is no such place, or this process may not look. */
function megabytesLeftAt(place: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(place)
    return Math.floor((bavail * bsize) / 1e6)
  } catch {
    return undefined
  }
}

async function openServer(url: string, options: OpenOptions): Promise<Opened> {
  const connection: pg.ClientConfig = { connectionString: url, options: sessionSettings }
  const made = await makeReady(connection, options)
  if (made.is !== 'ready') return made
  return {
    is: 'open',
    database: databaseOf(
      'server',
      new pg.Pool({ ...settings(connection), ...requestLimits, max: options.poolSize ?? 10, Client: ServerClient }),
      { warnings: made.warnings, reads: readsOnServer({ ...settings(connection), ...requestLimits }) },
    ),
  }
}

const settings = (connection: pg.ClientConfig): pg.ClientConfig => ({
  ...connection,
  types: wireTypes,
  connectionTimeoutMillis,
  application_name: 'ieum',
})

type Ready = { readonly is: 'ready'; readonly warnings: readonly Warning[] }

/** On a connection of its own, without the limits of requests. */
async function makeReady(
  connection: pg.ClientConfig,
  options: OpenOptions,
): Promise<Ready | Exclude<Opened, { is: 'open' }>> {
  const client = new pg.Client(settings(connection))
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
    )
    const { version, encoding } = rows[0]!
    if (version < oldestServer)
      return { is: 'unreachable', why: `PostgreSQL ${version} is too old: ${oldestServer} or newer is needed` }
    if (encoding !== 'UTF8') return { is: 'unreachable', why: `the database is kept in ${encoding}: UTF8 is needed` }
    const migrated = await migrate(client, options.migrations)
    if (migrated.is !== 'current') return migrated
    return { is: 'ready', warnings: await warningsOf(client) }
  } catch (error) {
    return { is: 'unreachable', why: reason(error) }
  } finally {
    await client.end().catch(() => undefined)
  }
}

function databaseOf(
  home: Database['home'],
  pool: pg.Pool,
  more: Partial<Pick<Database, 'lost' | 'reads' | 'tellAddress' | 'warnings'>> & { stop?: () => Promise<void> },
): Database {
  // A connection that breaks while nobody uses it is thrown away, and the next query makes another.
  pool.on('error', () => undefined)
  // One that breaks in use fails its query; without a listener of its own it would end the process as well.
  pool.on('connect', client => client.on('error', () => undefined))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const reads = more.reads ?? readsOfOneProcess()
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    await reads.close()
    await kysely.destroy()
    if (!pool.ended) await pool.end()
    await more.stop?.()
  }
  return {
    home,
    kysely,
    pool,
    reads,
    warnings: more.warnings ?? [],
    lost: more.lost ?? new Promise(() => undefined),
    tellAddress: more.tellAddress ?? (() => undefined),
    close() {
      closing ??= close()
      return closing
    },
  }
}

/** An address with several numbers fails once for each of them, and the error around those says nothing. */
function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
