/** Brings a database to the schema this program knows: plain numbered SQL files, each in one transaction, each once. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { makeWorkRoles } from './app-role.ts'

export type Migrating =
  /** `last` is the newest migration that is there. */
  | { readonly is: 'current'; readonly last?: string }
  | { readonly is: 'newer'; readonly has: string; readonly knows?: string }
  | { readonly is: 'not migrated'; readonly why: string }

interface Migration {
  readonly number: number
  /** The file's name without `.sql`, such as `0001-people`. */
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

type Applied = Pick<Migration, 'number' | 'name' | 'sha256'>

export const landedMigrations = join(import.meta.dirname, '../migrations')

/** Any number will do that all servers agree on: they take turns by it. */
const turn = 4_937_001

/** Several servers may do this at once: each migration is looked up again by whoever has the turn. */
export async function migrate(client: pg.ClientBase, folder: string = landedMigrations): Promise<Migrating> {
  const known = readMigrations(folder)
  await makeWorkRoles(client)
  for (;;) {
    await client.query('begin')
    let name = ''
    try {
      await client.query('select pg_advisory_xact_lock($1)', [turn])
      const applied = await readApplied(client)
      const trouble = compare(known, applied)
      const next = known[applied.length]
      if (trouble || !next) {
        await client.query('commit')
        const last = applied.at(-1)?.name
        return trouble ?? { is: 'current', ...(last !== undefined && { last }) }
      }
      name = next.name
      await client.query(next.sql)
      await client.query('insert into migrations (number, name, sha256) values ($1, $2, $3)', [
        next.number,
        next.name,
        next.sha256,
      ])
      await client.query('commit')
    } catch (error) {
      // A lost connection has rolled back already.
      await client.query('rollback').catch(() => undefined)
      if (!isOfSql(error)) throw error
      return { is: 'not migrated', why: `${name || 'the table of migrations'}: ${(error as Error).message}` }
    }
  }
}

/** In order; a file of another name, or a number used twice, is an error of whoever wrote it. */
function readMigrations(folder: string): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter(file => file.endsWith('.sql'))
    .sort()
    .map(file => {
      const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]
      if (number === undefined) throw new Error(`${file}: a migration is named like 0001-people.sql`)
      // A checkout on Windows may have other line ends.
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
      return {
        number: Number(number),
        name: file.slice(0, -'.sql'.length),
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
      }
    })
  const twice = migrations.find((migration, index) => migration.number === migrations[index - 1]?.number)
  if (twice) throw new Error(`${twice.name}: its number is used twice`)
  return migrations
}

async function readApplied(client: pg.ClientBase): Promise<readonly Applied[]> {
  await client.query(`create table if not exists migrations (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`)
  const { rows } = await client.query<Applied>('select number, name, sha256 from migrations order by number')
  return rows
}

/** Why this database must not be touched, if so: what was applied has to be the beginning of what is known. */
function compare(known: readonly Migration[], applied: readonly Applied[]): Migrating | undefined {
  const last = known.at(-1)
  const newest = applied.at(-1)
  if (newest && newest.number > (last?.number ?? -1))
    return { is: 'newer', has: newest.name, ...(last && { knows: last.name }) }
  for (const [index, one] of applied.entries()) {
    const same = known[index]
    if (same?.number !== one.number)
      return {
        is: 'not migrated',
        why:
          same && same.number < one.number
            ? `${same.name}: comes before ${one.name}, which was applied already; give it a later number`
            : `${one.name}: was applied to this database, and its file is gone`,
      }
    if (same.name !== one.name || same.sha256 !== one.sha256)
      return {
        is: 'not migrated',
        why: `${same.name}: was changed after it was applied to this database; restore it, and write a new migration instead`,
      }
  }
  return undefined
}

/** PostgreSQL's own answers carry a code of five signs; everything else is a lost connection or a bug. */
const isOfSql = (error: unknown): boolean => /^[0-9A-Z]{5}$/.test((error as { code?: string }).code ?? '')
