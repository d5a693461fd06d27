/** An officer who has lost his authenticator and his backup codes is let in again: an administrator takes the second factor off, he enrols anew. */
import type { Database, Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { notifyPeople } from '../notices/notify.ts'
import { agencysOwn, ownOpenPost } from './administration.ts'

export type SecondFactorTakenOff =
  | { readonly is: 'taken off' }
  | { readonly is: 'no such post' }
  | { readonly is: 'does not hold it' }
  /** One's own is taken off by another administrator. */
  | { readonly is: 'another administrator must' }
  | { readonly is: 'has none' }

/** Ends every session of the person at once. The password stays: whoever takes the factor off cannot sign in with it. */
export function takeOffSecondFactor(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  id: string,
  person: string,
): Promise<SecondFactorTakenOff> {
  return atDesk(needs, acting, async desk => {
    const { tx } = desk
    if (!desk.may('manage posts', agencysOwn, id)) return { is: 'no such post' }
    const post = await ownOpenPost(desk, id)
    if (!post) return { is: 'no such post' }
    const holder = await tx
      .selectFrom('post_holder')
      .select('person_id')
      .where('post_id', '=', id)
      .where('person_id', '=', person)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (!holder) return { is: 'does not hold it' }
    if (person === acting.person.id) return { is: 'another administrator must' }
    if (!(await desk.asWorker(() => takeOff(tx, person)))) return { is: 'has none' }
    await notifyPeople(desk, [person], {
      event: `person:${person}:second-factor-taken-off:${crypto.randomUUID()}`,
      kind: 'person.second-factor-taken-off',
    })
    desk.changed('take off second factor', id, { person })
    return { is: 'taken off' }
  })
}

/** Whether there was one. The tables of signing in are no part of what queries here are typed by. */
async function takeOff(tx: Transaction<Tables>, person: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from second_factor where person_id = ${person}`.execute(tx)
  if (!numAffectedRows) return false
  await sql`delete from sign_in_session where person_id = ${person}`.execute(tx)
  await sql`update person set two_factor_enabled = false, updated_at = now() where id = ${person}`.execute(tx)
  return true
}
