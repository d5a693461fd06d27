import { openDatabase } from '@ieum/storage'
import { expect, it, onTestFinished } from 'vitest'
import { startPostgres } from './postgres.ts'

it('lets several servers migrate several databases of a new cluster at once', async () => {
  const postgres = await startPostgres()
  onTestFinished(() => postgres.stop())
  const superuser = await openDatabase({ url: postgres.url('postgres') })
  if (superuser.is !== 'open') throw new Error(JSON.stringify(superuser))
  const { pool } = superuser.database
  await pool.query('create role owner login createrole')
  for (const name of ['one', 'two', 'three']) await pool.query(`create database ${name} owner owner`)
  await pool.query('drop role ieum_app')
  await superuser.database.close()

  const opened = await Promise.all(
    ['one', 'one', 'one', 'two', 'two', 'three'].map(name => openDatabase({ url: postgres.url(name, 'owner') })),
  )
  expect(opened.map(({ is }) => is)).toEqual(['open', 'open', 'open', 'open', 'open', 'open'])
  await Promise.all(opened.map(one => one.is === 'open' && one.database.close()))
})
