/** An approver, never the one who drew it up, lets a batch go out: a draft for each firm, and each firm is asked for itself. */

import { isInForce } from '@ieum/desk'
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import { type Acting, looksAfter, type PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { findAgreement } from '../agreements/find-agreement.ts'
import { datesOf } from '../agreements/terms.ts'
import { notifyPosts } from '../notices/notify.ts'
import { draftAlong } from './draft-referral.ts'
import type { BatchNeeds } from './propose-batch.ts'

export type BatchDecided =
  | { readonly is: 'approved'; readonly drafted: number; readonly leftOut: number }
  | { readonly is: 'refused' }
  | { readonly is: 'no such batch' }
  | { readonly is: 'decided before' }
  | { readonly is: 'your own batch' }
  | { readonly is: 'link not in force' }

export function decideBatch(
  needs: BatchNeeds,
  acting: Acting<PostCapacity>,
  id: string,
  decision: 'approve' | 'refuse',
): Promise<BatchDecided> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('approve batch', new Set(['none']), id) || !isId(id)) return { is: 'no such batch' }
    const batch = await desk.tx
      .selectFrom('referral_batch')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    const link = batch && (await findAgreement(desk, batch.agreement_id))
    if (!link || !looksAfter(acting.capacity, link.from_programme)) return { is: 'no such batch' }
    if (batch.state !== 'proposed') return { is: 'decided before' }
    if (batch.proposed_by === acting.person.id) return { is: 'your own batch' }
    if (decision === 'approve' && !isInForce(datesOf(link), acting.on)) return { is: 'link not in force' }
    await desk.tx
      .updateTable('referral_batch')
      .set({
        state: decision === 'approve' ? 'approved' : 'refused',
        decided_by: acting.person.id,
        decided_at: sql`clock_timestamp()`,
      })
      .where('id', '=', id)
      .execute()
    desk.changed(`${decision} batch`, id)
    await notifyPosts(desk, [batch.proposed_post], {
      event: `batch:${id}:${decision}`,
      kind: `batch.${decision}`,
      detail: { batch: id, name: batch.name },
    })
    if (decision === 'refuse') return { is: 'refused' }
    desk.looked({ firm: batch.firms, operation: 'approve batch', basis: 'own programme', reason: batch.reason })
    let drafted = 0
    for (const firm of batch.firms) {
      const made = await draftAlong(desk, link, firm, { reason: batch.reason, batch: id, post: batch.proposed_post })
      if (made.is === 'drafted') drafted += 1
    }
    return { is: 'approved', drafted, leftOut: batch.firms.length - drafted }
  })
}
