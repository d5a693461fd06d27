/** A part of a use case of which nothing stays when it comes to a no: no is an outcome, and nothing is thrown to undo what was written. */
import type { Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'
import type { Change } from './change.ts'

export async function allOrNothing<T>(
  { tx, changes }: { readonly tx: Transaction<Tables>; readonly changes: Change[] },
  work: () => Promise<T>,
  isDone: (outcome: T) => boolean,
): Promise<T> {
  const before = changes.length
  await sql`savepoint all_or_nothing`.execute(tx)
  const outcome = await work()
  if (isDone(outcome)) {
    await sql`release savepoint all_or_nothing`.execute(tx)
    return outcome
  }
  await sql`rollback to savepoint all_or_nothing`.execute(tx)
  // That something was refused is all that happened.
  const since = changes.splice(before)
  changes.push(...since.filter(({ operation }) => operation.startsWith('refused: ')))
  return outcome
}
