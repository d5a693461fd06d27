import type { Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'

/** Nobody else holds it until the end of the transaction. */
export const hold = (tx: Transaction<Tables>, what: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx)
