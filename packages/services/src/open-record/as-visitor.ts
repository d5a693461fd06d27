import type { Day } from '@ieum/catalogue/records'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'

/** A look at the records by nobody: the walls are told the day and no person, so that the day alone opens a row. It can change nothing. */
export const asVisitor = <T>(database: Database, on: Day, look: (tx: Transaction<Tables>) => Promise<T>): Promise<T> =>
  inTransaction(database, { on }, look, { readOnly: true })
