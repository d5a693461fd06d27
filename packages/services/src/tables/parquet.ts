/**
 * Parquet by DuckDB: the single place that writes it. The engine lives for one file, in memory, and may touch one fresh folder and nothing
 * else; its settings are locked before the first row goes in. Rows come by the appender: no text from outside stands in a statement.
 * It is loaded with the first file: its library is large, and a start should not wait for it.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { dayNumber } from '@ieum/catalogue/days'
import type { Column, Table } from './table.ts'

const duckdb = () => import('@duckdb/node-api')

export async function parquetOf({ columns, rows }: Table): Promise<Uint8Array> {
  const { DuckDBDateValue } = await duckdb()
  return inLockedEngine(async (connection, folder) => {
    await connection.run(`create table rows (${columns.map(declared).join(', ')})`)
    const appender = await connection.createAppender('rows')
    for (const row of rows) {
      for (const [place, { type }] of columns.entries()) {
        const value = row[place] ?? null
        if (value === null) appender.appendNull()
        else if (type === 'day') appender.appendDate(new DuckDBDateValue(dayNumber(String(value))))
        else if (type === 'whole') appender.appendBigInt(BigInt(value))
        else if (type === 'number') appender.appendDouble(Number(value))
        else appender.appendVarchar(String(value))
      }
      appender.endRow()
    }
    appender.closeSync()
    const file = join(folder, 'rows.parquet')
    await connection.run(`copy rows to ${quoted(file)} (format parquet, compression zstd)`)
    return new Uint8Array(await readFile(file))
  })
}

/** Exported for the test that tries to get out of it. */
export async function inLockedEngine<T>(
  work: (connection: DuckDBConnection, folder: string) => Promise<T>,
): Promise<T> {
  const { DuckDBInstance } = await duckdb()
  const folder = await mkdtemp(join(tmpdir(), 'ieum-parquet-'))
  try {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' })
    try {
      const connection = await instance.connect()
      // In this order: the folder can only be named while the outside is open, and nothing can be set once it is locked.
      await connection.run(`set temp_directory = ''`)
      await connection.run(`set allowed_directories = [${quoted(folder)}]`)
      await connection.run('set enable_external_access = false')
      await connection.run('set lock_configuration = true')
      return await work(connection, folder)
    } finally {
      instance.closeSync()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const types = { text: 'varchar', whole: 'bigint', number: 'double', day: 'date' } as const

function declared({ name, type }: Column): string {
  if (!/^[a-z][a-z_]*$/.test(name)) throw new Error(`"${name}" is no name of a column`)
  return `"${name}" ${types[type]}`
}

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`
