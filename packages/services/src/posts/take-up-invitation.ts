/** Whoever joined with the address that was invited takes the post up. That the address is theirs was proved by joining. */
import { apartFromAdministration } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import type { Person } from '../acting/acting.ts'
import { asOneself, type Oneself } from '../acting/as-oneself.ts'

export type TakenUp =
  | { readonly is: 'taken up'; readonly post: string }
  | { readonly is: 'no such invitation' }
  | { readonly is: 'another administrator must' }

export function takeUpInvitation(needs: { readonly database: Database }, me: Oneself, id: string): Promise<TakenUp> {
  return asOneself(needs, me, async self => {
    const { tx } = self
    if (!isId(id)) return { is: 'no such invitation' }
    const email = me.person.email.toLowerCase()
    const found = await self.asWorker(() =>
      tx
        .selectFrom('invitation as i')
        .innerJoin('post as p', 'p.id', 'i.post_id')
        .select(['i.post_id', 'i.invited_by', 'p.role', 'p.agency'])
        .where('i.id', '=', id)
        .where('i.email', '=', email)
        .where('i.settled_at', 'is', null)
        .where('i.until', '>', sql<Date>`now()`)
        .where('p.closed_at', 'is', null)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (!found) return { is: 'no such invitation' }
    if (found.invited_by === me.person.id && apartFromAdministration.includes(found.role))
      return { is: 'another administrator must' }
    await self.asWorker(async () => {
      await tx.updateTable('invitation').set({ settled_at: sql`now()` }).where('id', '=', id).execute()
      await tx
        .insertInto('post_holder')
        .values({ post_id: found.post_id, person_id: me.person.id, appointed_by: found.invited_by })
        .onConflict(conflict => conflict.columns(['post_id', 'person_id']).where('until', 'is', null).doNothing())
        .execute()
    })
    self.changed('take up post', found.post_id, { invitation: id }, found.agency)
    return { is: 'taken up', post: found.post_id }
  })
}

export interface OpenInvitation {
  readonly id: string
  readonly agency: string
  readonly role: string
  readonly name: { readonly ko: string; readonly en: string }
  readonly until: string
}

export function invitationsOf(
  needs: { readonly database: Database },
  me: { readonly person: Person; readonly on: string },
): Promise<readonly OpenInvitation[]> {
  return asOneself(needs, me, async ({ tx }) => {
    const rows = await tx
      .selectFrom('invitation as i')
      .innerJoin('post as p', 'p.id', 'i.post_id')
      .select(['i.id', 'i.until', 'p.agency', 'p.role', 'p.name_ko', 'p.name_en'])
      .where('i.email', '=', me.person.email.toLowerCase())
      .where('i.settled_at', 'is', null)
      .where('i.until', '>', sql<Date>`now()`)
      .where('p.closed_at', 'is', null)
      .orderBy('i.invited_at')
      .execute()
    return rows.map(({ id, until, agency, role, name_ko, name_en }) => ({
      id,
      agency,
      role,
      name: { ko: name_ko, en: name_en },
      until: new Date(until).toISOString(),
    }))
  })
}
