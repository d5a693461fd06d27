/**
 * One use case of one acting person: all of it in one transaction, walled by row for who acts, with its traces written before it ends.
 * When a trace cannot be written, nothing of the rest was read or done.
 */

import { may, type Operation, type Relation } from '@ieum/desk'
import { asWorker, type Database, inTransaction, type Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'
import { type Acting, laneOf, roleOf } from './acting.ts'
import { allOrNothing } from './all-or-nothing.ts'
import type { Change } from './change.ts'
import type { LookBasis } from './look-basis.ts'
import { rememberedOutcome, rememberOutcome } from './once.ts'

export interface Desk<A extends Acting = Acting> {
  readonly acting: A
  readonly tx: Transaction<Tables>
  /** Whether one of these relations allows it, and which; a refusal is written into the trail. */
  may(operation: Operation, relations: ReadonlySet<Relation>, subject: string): Relation | null
  /** 접속기록: a firm's record was read, on this basis. Nothing is kept of a firm that reads its own. */
  looked(look: Look): void
  /** What was changed, for the audit trail. */
  changed(operation: Operation | string, subject: string, detail?: Readonly<Record<string, unknown>>): void
  /** All that `work` does where its outcome says that it was done; otherwise none of it, and its outcome all the same. */
  allOrNothing<T>(work: () => Promise<T>, isDone: (outcome: T) => boolean): Promise<T>
  /** Notices, deliveries and rows of others, which the person himself may not write. */
  asWorker<T>(work: () => Promise<T>): Promise<T>
}

export interface Look {
  /** Whose record: one firm, or all that one list showed. */
  readonly firm: string | readonly string[]
  readonly operation: Operation
  readonly basis: LookBasis
  readonly reason?: string | undefined
}

export async function atDesk<A extends Acting, T>(
  { database }: { readonly database: Database },
  acting: A,
  work: (desk: Desk<A>) => Promise<T>,
): Promise<T> {
  return inTransaction(database, settingsOf(acting), async tx => {
    const changes: Change[] = []
    const looks: Look[] = []
    const before = acting.once && (await rememberedOutcome(tx, acting.person.id, acting.once))
    if (before) return before.outcome as T
    const done = await work({
      acting,
      tx,
      may(operation, relations, subject) {
        const by = [...relations].find(relation => may(roleOf(acting), operation, relation)) ?? null
        if (!by) changes.push({ operation: `refused: ${operation}`, subject, detail: '{}' })
        return by
      },
      looked: look => looks.push(look),
      changed: (operation, subject, detail = {}) =>
        changes.push({ operation, subject, detail: JSON.stringify(detail) }),
      allOrNothing: (part, isDone) => allOrNothing({ tx, changes }, part, isDone),
      asWorker: run => asWorker(tx, run),
    })
    const who = { lane: laneOf(acting), person_id: acting.person.id, post_id: postOf(acting) }
    await writeTraces(tx, who, acting.place, { changes, looks: acting.capacity.is === 'post' ? looks : [] })
    if (acting.once) await rememberOutcome(tx, acting.person.id, acting.once, done)
    return done
  })
}

/** Last, and always in this order: a lane is locked from here to the end of the transaction, and no two wait for each other. */
export async function writeTraces(
  tx: Transaction<Tables>,
  who: { readonly lane: string; readonly person_id: string; readonly post_id: string | null },
  place: string,
  { changes, looks }: { readonly changes: readonly Change[]; readonly looks: readonly Look[] },
): Promise<void> {
  if (changes.length > 0)
    await tx
      .insertInto('audit_entry')
      .values(changes.map(change => ({ ...who, ...change })))
      .execute()
  if (looks.length > 0)
    await tx
      .insertInto('access_entry')
      .values(
        looks.map(({ firm, operation, basis, reason }) => ({
          ...who,
          place,
          firm_ids: [firm].flat(),
          operation,
          basis,
          reason: reason ?? null,
        })),
      )
      .execute()
}

const postOf = ({ capacity }: Acting): string | null => (capacity.is === 'post' ? capacity.post : null)

function settingsOf({ person, capacity, on }: Acting): Readonly<Record<string, string>> {
  return capacity.is === 'post'
    ? { person: person.id, on, post: capacity.post }
    : { person: person.id, on, firm: capacity.firm }
}
