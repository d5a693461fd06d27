/** One suite, run on both homes: a folder's engine and a real server must answer alike. */
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest'
import { type Database, openDatabase, openEmbedded } from '../open-database.ts'
import type { PreparedHomes } from './prepare.ts'

declare module 'vitest' {
  interface ProvidedContext {
    homes: PreparedHomes
  }
}

/** The database of the running test file; there once the suite's `beforeAll` has run. */
export type OpenHome = () => Database

interface Home {
  readonly database: Database
  /** As the superuser, whom no policy and no trigger keeps from emptying a table. */
  readonly superuser: Pick<pg.Client, 'query'>
  close(): Promise<void>
}

const homes: Record<string, () => Promise<Home>> = { PGlite: embeddedHome, PostgreSQL: serverHome }

/** Tables that migrations fill, and that no test empties. */
export interface HomesOptions {
  readonly keep?: readonly string[]
}

/**
 * The suite gets a function that gives the database: a copy of the migrated one for each file and home, its tables emptied
 * before each test.
 */
export function describeInBothHomes(title: string, suite: (open: OpenHome) => void, options: HomesOptions = {}): void {
  describe.each(Object.entries(homes))(`${title} (%s)`, (_, open) => {
    let home: Home
    beforeAll(async () => {
      home = await open()
    })
    beforeEach(() => emptyTables(home.superuser, options.keep ?? []))
    afterAll(() => home?.close())
    suite(() => home.database)
  })
}

async function embeddedHome(): Promise<Home> {
  const opened = await openEmbedded({ prepared: inject('homes').dump }, {})
  if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
  const { database } = opened
  return { database, superuser: database.pool, close: () => database.close() }
}

async function serverHome(): Promise<Home> {
  const name = `ieum_${crypto.randomUUID().replaceAll('-', '')}`
  const { login } = inject('homes').server
  await makeServerDatabase(name)
  const opened = await openDatabase({ url: login.replace('DATABASE', name) })
  if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
  const superuser = await superuserOf(name)
  return {
    database: opened.database,
    superuser,
    async close() {
      await superuser.end()
      await opened.database.close()
      await dropServerDatabase(name)
    },
  }
}

/** A database of the test server, a copy of the migrated one or empty; gives its address for the program's login role. */
export async function makeServerDatabase(name: string, from: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const { template, login } = inject('homes').server
  await asSuperuser(`create database ${name} owner ieum template ${from === 'migrated' ? template : 'template0'}`)
  return login.replace('DATABASE', name)
}

export const dropServerDatabase = (name: string): Promise<void> => asSuperuser(`drop database ${name} with (force)`)

export async function superuserOf(database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: inject('homes').server.superuser.replace('DATABASE', database) })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function asSuperuser(statement: string): Promise<void> {
  const superuser = await superuserOf('postgres')
  await superuser.query(statement).finally(() => superuser.end())
}

/** Only those with rows: that is a few, and looking costs less than emptying. Triggers that forbid it are passed by. */
async function emptyTables(superuser: Home['superuser'], keep: readonly string[]): Promise<void> {
  const kept = ['migrations', ...keep].map(table => pg.escapeLiteral(table))
  await superuser.query(`do $$
    declare one record; filled boolean; tables text[] := '{}';
    begin
      for one in select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema') and tablename not in (${kept.join()})
      loop
        execute 'select exists (select from ' || one.name || ')' into filled;
        if filled then tables := tables || one.name; end if;
      end loop;
      perform set_config('session_replication_role', 'replica', true);
      if tables <> '{}' then
        execute 'truncate ' || array_to_string(tables, ', ') || ' restart identity cascade';
      end if;
    end $$`)
}
