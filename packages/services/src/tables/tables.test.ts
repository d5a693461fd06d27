import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'
import { inLockedEngine, parquetOf } from './parquet.ts'
import type { Table } from './table.ts'

const table: Table = {
  columns: [
    { name: 'firm', type: 'text' },
    { name: 'sent', type: 'whole' },
    { name: 'median_days', type: 'number' },
    { name: 'sent_on', type: 'day' },
  ],
  rows: [
    ['예시주물', 12, 3.5, '2026-05-31'],
    [`'); drop table rows; --"`, 0, null, null],
    [null, null, 0, '1900-01-01'],
  ],
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ieum-tables-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a table as CSV', () => {
  it('is read back as it was, and begins so that Excel knows it is UTF-8', () => {
    const text = csvOf(table)
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(data).toEqual([
      ['firm', 'sent', 'median_days', 'sent_on'],
      ['예시주물', '12', '3.5', '2026-05-31'],
      [`'); drop table rows; --"`, '0', '', ''],
      ['', '', '0', '1900-01-01'],
    ])
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =cmd|x',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '=1,2',
    '="a"',
  ])('C36 T9: makes no formula of %j', cell => {
    const text = csvOf({ columns: [{ name: 'firm', type: 'text' }], rows: [[cell]] })
    const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true, newline: '\r\n' })
    expect(data[1]).toEqual([`'${cell}`])
  })
})

describe('a table as Parquet', () => {
  it('is read back as it was, with its types', async () => {
    const file = join(folder, 'read-back.parquet')
    await writeFile(file, await parquetOf(table))
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const read = await connection.runAndReadAll(`select * from read_parquet('${file}')`)
    expect(read.columnTypes().map(String)).toEqual(['VARCHAR', 'BIGINT', 'DOUBLE', 'DATE'])
    expect(read.getRowsJson()).toEqual([
      ['예시주물', '12', 3.5, '2026-05-31'],
      [`'); drop table rows; --"`, '0', null, null],
      [null, null, 0, '1900-01-01'],
    ])
    instance.closeSync()
  })

  it('takes no name of a column from outside', async () => {
    await expect(parquetOf({ columns: [{ name: 'a" varchar); copy x', type: 'text' }], rows: [] })).rejects.toThrow(
      /no name of a column/,
    )
  })

  it.each([
    ['read a file', `select * from read_text('/etc/passwd')`],
    ['read beside its folder', `select * from read_text('FOLDER/../../etc/passwd')`],
    ['list a folder', `select * from glob('/etc/*')`],
    ['write elsewhere', `copy (select 1) to 'OUTSIDE/x.csv'`],
    ['write beside its folder', `copy (select 1) to 'FOLDER/../x-of-ieum.csv'`],
    ['attach a file', `attach 'OUTSIDE/x.db'`],
    ['install', 'install httpfs'],
    ['load', `load '/tmp/x.duckdb_extension'`],
    ['reach out', `select * from read_csv('https://example.org/x.csv')`],
    ['read the environment', `select getenv('PATH')`],
    ['open itself again', 'set enable_external_access = true'],
    ['allow another folder', `set allowed_directories = ['/']`],
    ['unlock itself', 'set lock_configuration = false'],
    ['use a folder for overflow', `set temp_directory = 'OUTSIDE'`],
    ['export', `export database 'OUTSIDE/x'`],
  ])('C37 T12: its engine cannot %s', async (_, statement) => {
    await inLockedEngine(async (connection, own) => {
      const asked = statement.replaceAll('OUTSIDE', folder).replaceAll('FOLDER', own)
      await expect(connection.run(asked)).rejects.toThrow()
    })
    expect((await readdir(folder)).filter(name => name.startsWith('x'))).toEqual([])
  })

  it('leaves nothing behind', async () => {
    const own = await inLockedEngine(async (_, own) => own)
    await expect(readdir(own)).rejects.toThrow(/ENOENT/)
  })
})
