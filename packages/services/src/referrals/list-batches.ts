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

/** The batches of the agency, of programmes that the post looks after, the newest first; those that wait for a decision before all others. */
export function listBatches(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
): Promise<{ readonly is: 'listed'; readonly batches: readonly BatchLine[] } | { readonly is: 'not for this post' }> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('read batches', new Set(['none']), 'batches')) return { is: 'not for this post' }
    const { programmes } = acting.capacity
    let found = desk.tx
      .selectFrom('referral_batch')
      .innerJoin('link_agreement as a', 'a.id', 'referral_batch.agreement_id')
      .selectAll('referral_batch')
    if (programmes.length > 0) found = found.where('a.from_programme', 'in', [...programmes])
    const rows = await found
      .orderBy(({ eb }) => eb('referral_batch.state', '=', 'proposed'), 'desc')
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
