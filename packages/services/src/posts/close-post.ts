/** A post is closed: nobody holds it any more, and what it had to do lies with its successor. */
import { needsSuccessor } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { administratorsOf, agencysOwn, ownOpenPost, trace } from './administration.ts'
import { isLastKeeper, leaveCouncilWork } from './council-work.ts'
import { type HandedOver, passOn, workOf } from './hand-over.ts'

export type PostClosed =
  | { readonly is: 'closed'; readonly referrals: number }
  | { readonly is: 'last administrator' }
  /** The agency keeps a council, and nobody would keep it. */
  | { readonly is: 'last secretary' }
  | { readonly is: 'successor needed'; readonly referrals: number; readonly batches: number; readonly actions: number }
  | Exclude<HandedOver, { is: 'handed over' }>

export function closePost(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  id: string,
  successor?: string,
): Promise<PostClosed> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('manage posts', agencysOwn, id)) return { is: 'no such post' }
    const administrators = await administratorsOf(desk)
    const post = await ownOpenPost(desk, id)
    if (!post) return { is: 'no such post' }
    if (post.role === 'agency-administrator' && administrators.every(one => one.post === id))
      return { is: 'last administrator' }
    if (post.role === 'secretary' && (await isLastKeeper(desk, id))) return { is: 'last secretary' }
    let referrals = 0
    if (successor !== undefined) {
      const handed = await passOn(desk, id, successor)
      if (handed.is !== 'handed over') return handed
      referrals = handed.referrals
    } else {
      const work = await workOf(desk, id)
      if (needsSuccessor(work)) {
        const { referrals, batches, actions } = work
        return { is: 'successor needed', referrals, batches, actions }
      }
    }
    // The administrator may be closing the post that he acts for: the wall would shut between the two.
    await desk.asWorker(async () => {
      const { tx } = desk
      await tx
        .updateTable('post_holder')
        .set({ until: sql`now()` })
        .where('post_id', '=', id)
        .where('until', 'is', null)
        .execute()
      await tx
        .updateTable('invitation')
        .set({ settled_at: sql`now()` })
        .where('post_id', '=', id)
        .where('settled_at', 'is', null)
        .execute()
      await leaveCouncilWork(desk, id)
      await tx.updateTable('post').set({ closed_at: sql`now()` }).where('id', '=', id).execute()
    })
    await trace(desk, 'close post', id, { ...(successor && { successor }), referrals })
    return { is: 'closed', referrals }
  })
}
