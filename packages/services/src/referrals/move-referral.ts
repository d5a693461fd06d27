/** An officer or the firm makes a move of a referral. Giving consent has a use case of its own. */
import { movers, type ReferralMove } from '@ieum/desk'
import { type Database, inTransaction } from '@ieum/storage'
import type { Acting } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { readsEnded } from '../acting/reads-ended.ts'
import { relationsToReferral } from '../acting/relations.ts'
import { CannotBeSaid } from '../exchange/say.ts'
import { applyMove, type Moved } from './apply-move.ts'
import { findReferral } from './find-referral.ts'
import type { MoveNeeds } from './move-effects.ts'
import { operationOf } from './operation-of-move.ts'
import { basisOf, sideOf } from './read-referral.ts'

export type OfficerMove = Exclude<ReferralMove, 'consent' | 're-route' | 'expire'>

export interface MoveAsked {
  readonly move: OfficerMove
  readonly changed: number
  readonly reason?: string | undefined
  readonly note?: string | undefined
}

/** Of a recall and a withdrawal it is told once nobody reads any longer what has ended. */
export async function moveReferral(
  needs: MoveNeeds & { readonly database: Database },
  acting: Acting,
  id: string,
  asked: MoveAsked,
): Promise<Moved> {
  const moved = await move(needs, acting, id, asked).catch((error: unknown): Moved => {
    if (error instanceof CannotBeSaid) return { is: 'cannot be passed on', why: error.why }
    throw error
  })
  if (moved.is === 'moved' && (asked.move === 'recall' || asked.move === 'withdraw'))
    await readsEnded(needs, [await receiverOf(needs, id)])
  return moved
}

const receiverOf = async ({ database }: { readonly database: Database }, id: string): Promise<string> =>
  (
    await inTransaction(
      database,
      {},
      tx => tx.selectFrom('referral').select('to_agency').where('id', '=', id).executeTakeFirstOrThrow(),
      { as: 'worker' },
    )
  ).to_agency

function move(
  needs: MoveNeeds & { readonly database: Database },
  acting: Acting,
  id: string,
  asked: MoveAsked,
): Promise<Moved> {
  return atDesk(needs, acting, async desk => {
    const referral = await findReferral(desk, id, { toMove: true })
    if (!referral) return { is: 'no such referral' }
    const { relations, consents } = await relationsToReferral(desk, referral)
    if (!desk.may(operationOf[asked.move], relations, id)) {
      // Whoever may not even read it learns nothing; whoever may is told that it is over, or whose move it is.
      if (!desk.may('read referral', relations, id)) return { is: 'no such referral' }
      const ended = ['consent-expired', 'consent-withdrawn', 'referral-recalled', 'referral-closed'] as const
      return ended.some(relation => relations.has(relation))
        ? { is: 'access ended' }
        : { is: 'not yours', mover: movers[asked.move] }
    }
    // An agency may be either side of different referrals, never both of one.
    const by = sideOf(acting, referral)
    const moved = await applyMove(needs, desk, referral, { ...asked, by })
    if (moved.is === 'moved')
      desk.looked({ firm: referral.firm_id, operation: operationOf[asked.move], basis: basisOf(by, consents) })
    return moved
  })
}
