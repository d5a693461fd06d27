/**
 * The rows of a demonstration, put into records of an older schema: of each table the columns that were there already, and the rows that
 * the older schema takes. So an installation looks that has lived as long as the schema.
 */
import type pg from 'pg'

type Client = Pick<pg.ClientBase, 'query'>

export interface TableRows {
  readonly table: string
  /** Each as JSON. */
  readonly rows: readonly string[]
}

export async function allRows(client: Client): Promise<readonly TableRows[]> {
  const all: TableRows[] = []
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ row: string }>(`select row_to_json(t)::text as row from ${table} as t`)
    all.push({ table, rows: rows.map(({ row }) => row) })
  }
  return all
}

export interface RowsPut {
  readonly put: number
  /** What this schema does not take, or has no table for. */
  readonly left: readonly TableRows[]
}

/**
 * As superuser, past triggers that would chain anew and past walls; references hold. A table goes in as a whole, once those that it refers to are
 * in, or else row by row.
 */
export async function putRows(client: Client, all: readonly TableRows[]): Promise<RowsPut> {
  const tables = new Set(await tablesOf(client))
  const elsewhere = all.filter(({ table }) => !tables.has(table))
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
  const here = all.filter(({ table }) => tables.has(table))
  const asWholes = await untilNoneGoesIn(client, here)
  const asRows = await untilNoneGoesIn(
    client,
    asWholes.left.flatMap(({ table, rows }) => rows.map(row => ({ table, rows: [row] }))),
  )
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
  return { put: asWholes.put + asRows.put, left: [...elsewhere, ...asRows.left] }
}

async function untilNoneGoesIn(client: Client, all: readonly TableRows[]): Promise<RowsPut> {
  let left = all
  let put = 0
  for (;;) {
    const still: TableRows[] = []
    for (const one of left)
      if (await goesIn(client, one)) put += one.rows.length
      else still.push(one)
    if (still.length === left.length) return { put, left }
    left = still
  }
}

/** False when it refers to what is not there yet, or when the older schema has no such row. */
async function goesIn(client: Client, { table, rows }: TableRows): Promise<boolean> {
  const columns = (await columnsOf(client, table)).join()
  try {
    await client.query(
      `insert into ${table} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [`[${rows.join()}]`],
    )
    return true
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('23')) return false
    throw error
  }
}

const known = new WeakMap<object, Map<string, readonly string[]>>()

/** Those that can be written. */
async function columnsOf(client: Client, table: string): Promise<readonly string[]> {
  const tables = known.get(client) ?? new Map<string, readonly string[]>()
  known.set(client, tables)
  const columns = tables.get(table) ?? (await writableColumns(client, table))
  tables.set(table, columns)
  return columns
}

async function writableColumns(client: Client, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  return rows.map(({ name }) => name)
}

async function tablesOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`,
  )
  return rows.map(({ name }) => name)
}

export type Columns = Readonly<Record<string, readonly string[]>>

/** Of each table. */
export async function columnsNow(client: Client): Promise<Columns> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select format('%I', c.relname) as table, array_agg(quote_ident(a.attname) order by a.attnum)::text[] as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations' group by 1`,
  )
  return Object.fromEntries(rows.map(({ table, columns }) => [table, columns]))
}

/** How many rows each table has, and a sum over the hashes of what they say in these columns, as far as they are there. */
export async function sumsOf(client: Client, columns: Columns): Promise<Readonly<Record<string, string>>> {
  const there = await columnsNow(client)
  const sums: Record<string, string> = {}
  for (const [table, now] of Object.entries(there)) {
    const compared = (columns[table] ?? []).filter(column => now.includes(column))
    const { rows } = await client.query<{ sum: string }>(
      `select count(*) || ' rows, ' || coalesce(sum(('x' || left(md5(row(${compared.map(column => `t.${column}`).join()})::text), 15))::bit(60)::bigint), 0) as sum from ${table} as t`,
    )
    sums[table] = rows[0]!.sum
  }
  return sums
}
