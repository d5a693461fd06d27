import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@ieum/storage'
import { expect, it, onTestFinished } from 'vitest'
import { startPostgres } from './postgres.ts'

it('lets several servers migrate several databases of a new cluster at once', async () => {
  const postgres = await startPostgres()
  onTestFinished(() => postgres.stop())
  const nothing = mkdtempSync(join(tmpdir(), 'ieum-records-'))
  onTestFinished(() => rmSync(nothing, { recursive: true }))
  const superuser = await openDatabase({ url: postgres.url('postgres') }, { migrations: nothing })
  if (superuser.is !== 'open') throw new Error(JSON.stringify(superuser))
  const { pool } = superuser.database
  await pool.query('create role owner login createrole')
  for (const name of ['one', 'two', 'three']) await pool.query(`create database ${name} owner owner`)
  await pool.query('drop role ieum_app, ieum_worker')
  await superuser.database.close()

  const opened = await Promise.all(
    ['one', 'one', 'one', 'two', 'two', 'three'].map(name => openDatabase({ url: postgres.url(name, 'owner') })),
  )
  await Promise.all(opened.map(one => one.is === 'open' && one.database.close()))
  expect(opened.map(one => (one.is === 'open' ? 'open' : one))).toEqual([
    'open',
    'open',
    'open',
    'open',
    'open',
    'open',
  ])
})
