/** What a person does to the records: one transaction, as a role that row-level security holds for. */
import { setTimeout as wait } from 'node:timers/promises'
import { type IsolationLevel, sql, type Transaction } from 'kysely'
import { appRole, workerRole } from './app-role.ts'
import type { Database } from './open-database.ts'
import { tablesChanged } from './server-client.ts'
import type { Tables } from './tables.ts'

/** On whose behalf, as policies read it: `{person: '…'}` is `current_setting('ieum.person', true)` there. */
export type Actor = Readonly<Record<string, string>>

export interface TransactionOptions {
  readonly readOnly?: boolean
  readonly isolation?: IsolationLevel
  /** What the clock brings, and what is done for people who may not see it themselves, is done as the worker. */
  readonly as?: 'app' | 'worker'
}

const mostTries = 5
/** Serialisation failure, deadlock: PostgreSQL undid everything, and asks for another try. Or a table has another column since. */
const worthAnotherTry = new Set(['40001', '40P01', tablesChanged])

/**
 * All of `work` or nothing of it. It may run several times, so it must do nothing that a rollback does not undo.
 *
 * PGlite has one connection: a query inside `work` that does not go through its `transaction` waits until it times out.
 */
export async function inTransaction<T>(
  database: Pick<Database, 'kysely'>,
  actor: Actor,
  work: (transaction: Transaction<Tables>) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  let begin = database.kysely.transaction()
  if (options.isolation) begin = begin.setIsolationLevel(options.isolation)
  if (options.readOnly) begin = begin.setAccessMode('read only')
  for (let tries = 1; ; tries += 1)
    try {
      return await begin.execute(async transaction => {
        await become(actor, options.as === 'worker' ? workerRole : appRole).execute(transaction)
        return work(transaction)
      })
    } catch (error) {
      if (tries === mostTries || !worthAnotherTry.has((error as { code?: string }).code ?? '')) throw error
      await wait(10 * 2 ** tries * Math.random())
    }
}

/** Until the end of the transaction: all connections of PGlite are one session, and those of a pool serve everybody. */
function become(actor: Actor, role: string) {
  const settings = Object.entries(actor).map(([name, value]) => {
    if (!/^[a-z_]+$/.test(name)) throw new Error(`"${name}" is no name of a setting`)
    return sql`set_config(${`ieum.${name}`}, ${value}, true)`
  })
  return sql`select ${sql.join([...settings, sql`set_config('role', ${role}, true)`])}`
}

/** A part of a transaction in which rows of others are written: notices, deliveries, what the clock moves. */
export async function asWorker<T>(transaction: Transaction<Tables>, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', ${workerRole}, true)`.execute(transaction)
  const done = await work()
  await sql`select set_config('role', ${appRole}, true)`.execute(transaction)
  return done
}
