import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import { type Acting, looksAfter, type PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { notifyFirm } from '../notices/notify.ts'

export type DecisionRevoked =
  | { readonly is: 'revoked' }
  | { readonly is: 'no such decision' }
  | { readonly is: 'revoked before' }

/** From now on nobody takes it over; what rested on it before is kept as it was. */
export function revokeDecision(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  { decision, reason }: { readonly decision: string; readonly reason: string },
): Promise<DecisionRevoked> {
  return atDesk(needs, acting, async desk => {
    const found = isId(decision)
      ? await desk.tx
          .selectFrom('signed_decision')
          .select(['firm_id', 'agency', 'post_id', 'programme', 'criterion', 'revoked_at'])
          .where('id', '=', decision)
          .where('agency', '=', acting.capacity.agency)
          .executeTakeFirst()
      : undefined
    // A decision on another agency's criterion is looked after by the post that signed it, and by those that look after all.
    const isOwn = found && (looksAfter(acting.capacity, found.programme) || found.post_id === acting.capacity.post)
    if (!desk.may('sign decision', new Set([isOwn ? 'own' : 'none'] as const), decision) || !found)
      return { is: 'no such decision' }
    const revoked = await desk.tx
      .updateTable('signed_decision')
      .set({ revoked_at: sql<Date>`now()` })
      .where('id', '=', decision)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!revoked) return { is: 'revoked before' }
    desk.changed('revoke decision', decision, { firm: found.firm_id, reason })
    desk.looked({ firm: found.firm_id, operation: 'sign decision', basis: 'own programme', reason })
    await notifyFirm(desk, found.firm_id, {
      event: `decision:${decision}:revoke`,
      kind: 'decision.revoked',
      detail: { agency: found.agency, programme: found.programme, criterion: found.criterion },
    })
    return { is: 'revoked' }
  })
}
