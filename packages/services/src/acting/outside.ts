/**
 * Someone acts who has no account here: a desk that answers by a link in a mail, or another installation. What he may do is decided by who
 * let him in, so it is done behind the rows' walls; his traces stand beside those of everyone else.
 */
import type { Day } from '@ieum/catalogue/records'
import { may } from '@ieum/desk'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'
import type { Acting, PostCapacity } from './acting.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { type Desk, type Look, writeTraces } from './at-desk.ts'
import type { Change } from './change.ts'

export interface Outsider {
  /** `link:kpic`, `installation:motie`: such a row of `person` is made when it is needed, and nobody can sign in with it. */
  readonly id: `${'link' | 'installation'}:${string}`
  readonly name: string
  /** The agency for which it is done, and in whose lane the traces stand. */
  readonly agency: string
  readonly on: Day
  readonly place: string
}

export const isInstallation = (person: string): boolean => person.startsWith('installation:')

export async function atDeskFromOutside<T>(
  { database }: { readonly database: Database },
  outsider: Outsider,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const { id, name, agency, on, place } = outsider
  return inTransaction(
    database,
    { person: id, on },
    async tx => {
      await makeKnown(tx, outsider)
      const changes: Change[] = []
      const looks: Look[] = []
      // No post is held: the column of who did it stays empty.
      const capacity: PostCapacity = { is: 'post', post: null as never, agency, role: 'desk-officer', programmes: [] }
      const acting: Acting = {
        person: { id, name, email: emailOf(id), locale: 'ko', secondFactor: false },
        capacity,
        on,
        place,
      }
      const done = await work({
        acting,
        tx,
        may: (operation, relations) =>
          [...relations].find(relation => may('desk-officer', operation, relation)) ?? null,
        looked: look => looks.push(look),
        changed: (operation, subject, detail = {}) =>
          changes.push({ operation, subject, detail: JSON.stringify(detail) }),
        allOrNothing: (part, isDone) => allOrNothing({ tx, changes }, part, isDone),
        asWorker: run => run(),
      })
      await writeTraces(tx, { lane: agency, person_id: id, post_id: null }, place, { changes, looks })
      return done
    },
    { as: 'worker' },
  )
}

const emailOf = (id: string): string => `${id.replace(':', '.').toLowerCase()}@outside.invalid`

async function makeKnown(tx: Transaction<Tables>, { id, name }: Outsider): Promise<void> {
  await tx
    .insertInto('person')
    .values({ id, name, email: emailOf(id), closed_at: new Date(0) })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}
