/**
 * What a person does for himself, in no capacity yet: asking to act for a firm, taking up a post that he was invited to. One transaction,
 * walled like every other; what it changes of others is written as the worker, and each change leaves its trace.
 */
import type { Day } from '@ieum/catalogue/records'
import { asWorker, type Database, inTransaction, type Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'
import type { Person } from './acting.ts'

export interface Oneself {
  readonly person: Person
  readonly on: Day
}

export interface Self {
  readonly me: Oneself
  readonly tx: Transaction<Tables>
  asWorker<T>(work: () => Promise<T>): Promise<T>
  /** `lane`: the agency whose affair it is; the firms' own when left out. */
  changed(operation: string, subject: string, detail?: Readonly<Record<string, unknown>>, lane?: string): void
}

export async function asOneself<T>(
  { database }: { readonly database: Database },
  me: Oneself,
  work: (self: Self) => Promise<T>,
): Promise<T> {
  return inTransaction(database, { person: me.person.id, on: me.on }, async tx => {
    const changes: { operation: string; subject: string; detail: string; lane: string }[] = []
    const done = await work({
      me,
      tx,
      asWorker: run => asWorker(tx, run),
      changed: (operation, subject, detail = {}, lane = 'firms') =>
        changes.push({ operation, subject, detail: JSON.stringify(detail), lane }),
    })
    if (changes.length > 0)
      await asWorker(tx, () =>
        tx
          .insertInto('audit_entry')
          .values(changes.map(change => ({ ...change, person_id: me.person.id })))
          .execute(),
      )
    return done
  })
}
