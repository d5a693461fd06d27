/** Migrates each home once; test files then start from copies. Used by the global set-up of the records tests and of those in Chromium. */
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../embedded.ts'
import { migrate } from '../migrate.ts'

/** What test files need to make copies; plain data, for it is handed from one process to another. */
export interface PreparedHomes {
  /** Dumps of PGlite, migrated and without any table. */
  readonly dump: string
  readonly emptyDump: string
  readonly server: {
    /** As superuser, and as the login role of the program; `DATABASE` stands for a database's name. */
    readonly superuser: string
    readonly login: string
    readonly template: string
  }
}

interface Places {
  /** A folder that dumps may be written to. */
  readonly folder: string
  readonly url: (database: string, role?: string) => string
}

/** As an operator would have it: neither superuser nor above row-level security, and owner of its databases. */
const login = 'ieum'
const template = 'ieum_template'

export async function prepareHomes({ folder, url }: Places): Promise<PreparedHomes> {
  const dump = join(folder, 'migrated.tar')
  const emptyDump = join(folder, 'empty.tar')
  await Promise.all([prepareDump(dump, emptyDump), prepareServer(url)])
  return { dump, emptyDump, server: { superuser: url('DATABASE'), login: url('DATABASE', login), template } }
}

/** Of PGlite, migrated, into a file that `prepared` takes; and before, if asked, one without any table. */
export async function prepareDump(dump: string, emptyDump?: string): Promise<void> {
  const embedded = await startEmbedded({})
  try {
    if (emptyDump !== undefined) await embedded.dumpTo(emptyDump)
    await migrated(embedded.connection)
    await embedded.dumpTo(dump)
  } finally {
    await embedded.stop()
  }
}

async function prepareServer(url: Places['url']): Promise<void> {
  await using superuser = await connected({ connectionString: url('postgres') })
  await superuser.client.query(`create role ${login} login createrole nosuperuser nobypassrls`)
  await superuser.client.query(`create database ${template} owner ${login}`)
  await migrated({ connectionString: url(template, login) })
}

async function migrated(connection: pg.ClientConfig): Promise<void> {
  await using owner = await connected(connection)
  const done = await migrate(owner.client)
  if (done.is !== 'current') throw new Error(`the migrations do not apply: ${JSON.stringify(done)}`)
}

async function connected(connection: pg.ClientConfig): Promise<{ client: pg.Client } & AsyncDisposable> {
  const client = new pg.Client(connection)
  await client.connect()
  return { client, [Symbol.asyncDispose]: () => client.end() }
}
