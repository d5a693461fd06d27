import type { Database } from '@ieum/storage'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'

export interface BatchLine {
  readonly id: string
  readonly name: string
  readonly reason: string
  readonly agreement: string
  readonly state: 'proposed' | 'approved' | 'refused'
  readonly firms: number
  readonly proposedAt: string
  /** Drawn up by who asks, who may then not decide on it. */
  readonly own: boolean
}

/** The batches of the agency, the newest first; those that wait for a decision before all others. */
export function listBatches(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
): Promise<{ readonly is: 'listed'; readonly batches: readonly BatchLine[] } | { readonly is: 'not for this post' }> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('read batches', new Set(['none']), 'batches')) return { is: 'not for this post' }
    const rows = await desk.tx
      .selectFrom('referral_batch')
      .selectAll()
      .orderBy(({ eb }) => eb('state', '=', 'proposed'), 'desc')
      .orderBy('proposed_at', 'desc')
      .limit(200)
      .execute()
    return {
      is: 'listed',
      batches: rows.map(({ id, name, reason, agreement_id, state, firms, proposed_at, proposed_by }) => ({
        id,
        name,
        reason,
        agreement: agreement_id,
        state,
        firms: firms.length,
        proposedAt: proposed_at.toISOString(),
        own: proposed_by === acting.person.id,
      })),
    }
  })
}
