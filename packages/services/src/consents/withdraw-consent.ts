/** A firm takes a consent back: from that moment nobody sees anything through it, on any way. */
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import { isId } from '../acting/act-as.ts'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { readsEnded } from '../acting/reads-ended.ts'
import { passOnConsentEnd } from '../exchange/pass-on.ts'
import { applyMove } from '../referrals/apply-move.ts'
import { findReferral } from '../referrals/find-referral.ts'
import type { MoveNeeds } from '../referrals/move-effects.ts'
import { ofFirm } from './ask-consent.ts'

export type ConsentWithdrawn =
  | { readonly is: 'withdrawn'; readonly referral: string; readonly state: string }
  | { readonly is: 'withdrawn before' }
  | { readonly is: 'no such consent' }

/** The hand-off itself ends with its consent, unless the firm is in the programme already. Whoever reads through it just now is done before this answers. */
export async function withdrawConsent(
  needs: MoveNeeds & { readonly database: Database },
  acting: Acting<FirmCapacity>,
  id: string,
): Promise<ConsentWithdrawn> {
  const { recipients, ...outcome } = await take(needs, acting, id)
  // Asked again it waits again: the first answer may have been lost while somebody still read.
  if (recipients) await readsEnded(needs, recipients)
  return outcome
}

function take(
  needs: MoveNeeds & { readonly database: Database },
  acting: Acting<FirmCapacity>,
  id: string,
): Promise<ConsentWithdrawn & { readonly recipients?: readonly string[] }> {
  return atDesk(needs, acting, async desk => {
    const consent = isId(id)
      ? await desk.tx
          .selectFrom('consent')
          .selectAll()
          .where('id', '=', id)
          .where('firm_id', '=', acting.capacity.firm)
          .executeTakeFirst()
      : undefined
    if (!consent || !desk.may('withdraw consent', ofFirm(acting), id)) return { is: 'no such consent' }
    const taken = await desk.tx
      .updateTable('consent')
      .set({ withdrawn_at: sql`clock_timestamp()`, withdrawn_by: acting.person.id })
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    const recipients = [consent.recipient_agency]
    if (taken.numUpdatedRows === 0n) return { is: 'withdrawn before', recipients }
    desk.changed('withdraw consent', consent.referral_id, { consent: id, kind: consent.kind })
    const referral = (await findReferral(desk, consent.referral_id, { toMove: true }))!
    if (consent.kind === 'hand-off') {
      const moved = await applyMove(needs, desk, referral, { move: 'withdraw', by: 'firm', changed: referral.changed })
      if (moved.is === 'moved') return { is: 'withdrawn', referral: referral.id, state: moved.state, recipients }
    }
    await passOnConsentEnd(desk, referral, consent.kind)
    return { is: 'withdrawn', referral: referral.id, state: referral.state, recipients }
  })
}
