/** Someone leaves a post of the agency, and with it at once what it shows: capacities are read anew at each request. */
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { administratorsOf, agencysOwn, ownOpenPost, trace } from './administration.ts'

export type Relieved =
  | { readonly is: 'relieved' }
  | { readonly is: 'no such post' }
  | { readonly is: 'does not hold it' }
  | { readonly is: 'last administrator' }

/** The session of the person lives on: he may act for a firm, or hold another post. */
export function relieve(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  id: string,
  person: string,
): Promise<Relieved> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('manage posts', agencysOwn, id)) return { is: 'no such post' }
    const administrators = await administratorsOf(desk)
    const post = await ownOpenPost(desk, id)
    if (!post) return { is: 'no such post' }
    if (post.role === 'agency-administrator' && !administrators.some(one => one.post !== id || one.person !== person))
      return { is: 'last administrator' }
    const left = await desk.tx
      .updateTable('post_holder')
      .set({ until: sql`now()` })
      .where('post_id', '=', id)
      .where('person_id', '=', person)
      .where('until', 'is', null)
      .returning('person_id')
      .execute()
    if (left.length === 0) return { is: 'does not hold it' }
    await trace(desk, 'relieve', id, { person })
    return { is: 'relieved' }
  })
}

export type InvitationTakenBack = { readonly is: 'taken back' } | { readonly is: 'no such invitation' }

export function takeBackInvitation(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  invitation: string,
): Promise<InvitationTakenBack> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('manage posts', agencysOwn, invitation) || !isId(invitation)) return { is: 'no such invitation' }
    const settled = await desk.tx
      .updateTable('invitation')
      .set({ settled_at: sql`now()` })
      .where('id', '=', invitation)
      .where('settled_at', 'is', null)
      .returning('post_id')
      .executeTakeFirst()
    if (!settled) return { is: 'no such invitation' }
    desk.changed('take back invitation', settled.post_id, { invitation })
    return { is: 'taken back' }
  })
}
