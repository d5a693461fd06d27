/** After a no, the agency hands the firm on to the next suitable programme: a new referral, which needs a consent of its own. */
import { isInForce } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { type Acting, looksAfter, type PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { relationsToReferral } from '../acting/relations.ts'
import { findAgreement } from '../agreements/find-agreement.ts'
import { datesOf } from '../agreements/terms.ts'
import { applyMove, type Moved } from './apply-move.ts'
import { type Drafted, draftAlong } from './draft-referral.ts'
import { findReferral } from './find-referral.ts'
import type { MoveNeeds } from './move-effects.ts'

export type Rerouted = Exclude<Drafted, { is: 'no such firm' }> | Exclude<Moved, { is: 'moved' }>

/** Undoes the move: it is the last one of its case, which stays open to another way. */
class NotDrafted extends Error {
  readonly outcome: Rerouted
  constructor(outcome: Rerouted) {
    super(outcome.is)
    this.outcome = outcome
  }
}

export async function rerouteReferral(
  needs: MoveNeeds & { readonly database: Database },
  acting: Acting<PostCapacity>,
  id: string,
  { agreement, changed, reason }: { readonly agreement: string; readonly changed: number; readonly reason: string },
): Promise<Rerouted> {
  try {
    return await atDesk<typeof acting, Rerouted>(needs, acting, async desk => {
      const referral = await findReferral(desk, id, { toMove: true })
      if (!referral) return { is: 'no such referral' }
      const { relations } = await relationsToReferral(desk, referral)
      if (referral.from_agency !== acting.capacity.agency || !desk.may('send referral', relations, id))
        return { is: 'no such referral' }
      const link = await findAgreement(desk, agreement)
      if (!link || link.from_agency !== acting.capacity.agency || !looksAfter(acting.capacity, link.from_programme))
        return { is: 'no such link' }
      if (link.id === referral.agreement_id) return { is: 'no such link' }
      if (!isInForce(datesOf(link), acting.on)) return { is: 'link not in force' }
      const moved = await applyMove(needs, desk, referral, { move: 're-route', by: 'sender', changed })
      if (moved.is !== 'moved') return moved
      desk.looked({ firm: referral.firm_id, operation: 'send referral', basis: 'own programme', reason })
      const drafted = await draftAlong(desk, link, referral.firm_id, { reason, reroutedFrom: referral.id })
      if (drafted.is !== 'drafted') throw new NotDrafted(drafted as Rerouted)
      return drafted
    })
  } catch (error) {
    if (!(error instanceof NotDrafted)) throw error
    return error.outcome
  }
}
