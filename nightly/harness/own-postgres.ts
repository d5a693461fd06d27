/** A PostgreSQL of the test's own, written through to the disk as in production, with one migrated database for the program's login role. */
import { type Database, openDatabase } from '@ieum/storage'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { type Postgres, type PostgresOptions, startPostgres } from '../../scripts/postgres.ts'

export interface OwnPostgres {
  readonly postgres: Postgres
  readonly url: string
  readonly superuser: string
}

/** It ends with the test. */
export async function ownPostgres(options: Omit<PostgresOptions, 'durable'> = {}): Promise<OwnPostgres> {
  const postgres = await startPostgres({ durable: true, ...options })
  onTestFinished(() => postgres.stop())
  const owner = new pg.Client(postgres.url('postgres'))
  await owner.connect()
  await owner.query('create role ieum login createrole nosuperuser nobypassrls')
  await owner.query('create database ieum owner ieum')
  await owner.end()
  return { postgres, url: postgres.url('ieum', 'ieum'), superuser: postgres.url('ieum') }
}

/** Open until the test ends. */
export async function openFor(url: string, options: Parameters<typeof openDatabase>[1] = {}): Promise<Database> {
  const opened = await openDatabase({ url }, options)
  if (opened.is !== 'open') throw new Error(JSON.stringify(opened))
  onTestFinished(() => opened.database.close())
  return opened.database
}
