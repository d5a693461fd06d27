/** Takes all records from one home into another that is empty: from a folder, when an agency has outgrown it, to a server. */
import type pg from 'pg'
import type { Database } from './open-database.ts'

export interface MovedTable {
  readonly table: string
  readonly rows: number
}

export type RecordsMoved =
  | { readonly is: 'moved'; readonly tables: readonly MovedTable[] }
  /** There is something in it already, and two houses are not made one. */
  | { readonly is: 'not empty'; readonly table: string }

/** So many rows are on their way at a time. */
const page = 2_000

/**
 * All of it or nothing. Rows are carried as PostgreSQL writes them, and what has come is compared with what there was, table by table.
 * Both were brought to the same migrations when they were opened; nobody else may write to either meanwhile.
 */
export async function moveRecords(from: Database, to: Database): Promise<RecordsMoved> {
  const [source, target] = [await from.pool.connect(), await to.pool.connect()]
  try {
    await source.query(`begin isolation level repeatable read read only; set local timezone = 'UTC'`)
    await target.query(
      `begin; set local timezone = 'UTC'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
    )
    const tables = await tablesOf(target)
    const taken = await firstWithRows(target, tables)
    if (taken) return { is: 'not empty', table: taken }

    const walls = await takeDownWalls(target, tables)
    const moved: MovedTable[] = []
    for (const table of tables) {
      await carry(source, target, table)
      const [there, here] = [await summaryOf(source, table), await summaryOf(target, table)]
      if (there.rows !== here.rows || there.hash !== here.hash)
        throw new Error(`${table}: ${there.rows} rows became ${here.rows}, or others`)
      moved.push({ table, rows: here.rows })
    }
    await walls.putUp()
    await target.query('commit')
    return { is: 'moved', tables: moved }
  } finally {
    await source.query('rollback').catch(() => undefined)
    await target.query('rollback').catch(() => undefined)
    source.release()
    target.release()
  }
}

async function tablesOf(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** The owner of a walled table does not see its rows; the wall is looked behind by who may: no row security for its owner. */
async function firstWithRows(client: pg.ClientBase, tables: readonly string[]): Promise<string | undefined> {
  for (const table of tables) {
    await client.query(`savepoint looking; alter table ${table} no force row level security`)
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${table}) as filled`)
    await client.query('rollback to looking')
    if (rows[0]!.filled) return table
  }
  return undefined
}

/** Triggers would chain and refuse anew what is written already; references hold again only when all has come, and are then checked. */
async function takeDownWalls(client: pg.ClientBase, tables: readonly string[]) {
  const { rows: references } = await client.query<{ on: string; name: string; says: string }>(
    `select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as says
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  )
  const { rows: forced } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace`,
  )
  for (const { on, name } of references) await client.query(`alter table ${on} drop constraint ${name}`)
  for (const table of tables)
    await client.query(`alter table ${table} disable trigger user, no force row level security`)
  return {
    async putUp() {
      for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
      for (const { on, name, says } of references)
        await client.query(`alter table ${on} add constraint ${name} ${says}`)
      for (const { name } of forced) await client.query(`alter table ${name} force row level security`)
    },
  }
}

async function carry(source: pg.ClientBase, target: pg.ClientBase, table: string): Promise<void> {
  await source.query(`declare rows_to_move no scroll cursor for select t::text as row from ${table} as t`)
  for (;;) {
    const { rows } = await source.query<{ row: string }>(`fetch ${page} from rows_to_move`)
    if (rows.length === 0) break
    await target.query(`insert into ${table} select (row::${table}).* from unnest($1::text[]) as row`, [
      rows.map(({ row }) => row),
    ])
  }
  await source.query('close rows_to_move')
}

/** How many rows a table has, and a sum over the hash of each: the same for the same rows in whatever order. */
export async function summaryOf(client: Pick<pg.ClientBase, 'query'>, table: string) {
  const { rows } = await client.query<{ rows: number; hash: string }>(
    `select count(*)::int as rows, coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text as hash from ${table} as t`,
  )
  return rows[0]!
}
