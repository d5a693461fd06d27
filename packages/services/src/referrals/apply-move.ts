/** One move of a referral that may be made: the new state, its event, what it brings about, and who is told. */
import { type Party, type Reason, type ReferralMove, type ReferralState, step } from '@ieum/desk'
import { sql } from 'kysely'
import type { Desk } from '../acting/at-desk.ts'
import { passOn } from '../exchange/pass-on.ts'
import { workingCalendar } from '../working-calendar.ts'
import { agreementOf, type ReferralRow } from './find-referral.ts'
import { effects, type MoveNeeds, type Prevented } from './move-effects.ts'
import { tellOfMove } from './tell-of-move.ts'

export type Moved =
  | { readonly is: 'moved'; readonly state: ReferralState; readonly changed: number; readonly due: string | null }
  | { readonly is: 'no such referral' }
  /** The consent ended, or the referral was recalled or closed: there is nothing left to see or to answer. */
  | { readonly is: 'access ended' }
  | { readonly is: 'changed meanwhile'; readonly state: ReferralState; readonly changed: number }
  | { readonly is: 'not allowed now'; readonly state: ReferralState }
  | { readonly is: 'not yours'; readonly mover: Party }
  | { readonly is: 'reason needed'; readonly reasons: readonly Reason[] }
  /** What goes with it is more than the other installation takes. */
  | { readonly is: 'cannot be passed on'; readonly why: string }
  | Prevented

export interface MoveMade {
  readonly move: ReferralMove
  readonly by: Party
  /** The count of changes that who moves has seen: whoever comes second is told. */
  readonly changed: number
  readonly reason?: string | undefined
  readonly note?: string | undefined
}

/** `referral` was read for update in this transaction, and who acts may make the move. */
export async function applyMove(
  needs: MoveNeeds,
  desk: Desk,
  referral: ReferralRow,
  { move, by, changed, reason, note }: MoveMade,
): Promise<Moved> {
  const { tx, acting } = desk
  if (changed !== referral.changed) return { is: 'changed meanwhile', state: referral.state, changed: referral.changed }
  const agreement = await agreementOf(desk, referral)
  const stepped = step(
    { state: referral.state, due: referral.due, daysLeft: referral.days_left },
    { move, by, on: acting.on, ...(reason !== undefined && { reason }) },
    { daysToAnswer: agreement.days_to_answer, calendar: workingCalendar(needs.catalogue) },
  )
  if (stepped.is !== 'moved') return stepped

  const { to } = stepped
  const brought = await effects[move]?.(needs, desk, referral, agreement)
  if (brought && brought.is !== 'brought about') return brought
  await tx
    .updateTable('referral')
    .set({
      state: to.state,
      due: to.due,
      days_left: to.daysLeft,
      reason: stepped.reason,
      changed: referral.changed + 1,
      updated_at: sql`clock_timestamp()`,
      ...brought?.set,
    })
    .where('id', '=', referral.id)
    .execute()
  const seq = referral.changed + 1
  await tx
    .insertInto('referral_event')
    .values({
      referral_id: referral.id,
      seq,
      move,
      from_state: referral.state,
      to_state: to.state,
      on_day: acting.on,
      person_id: acting.person.id,
      post_id: acting.capacity.is === 'post' ? acting.capacity.post : null,
      by_party: by,
      reason: stepped.reason,
      note: note ?? null,
    })
    .execute()
  desk.changed(`${move} referral`, referral.id, { from: referral.state, to: to.state, reason: stepped.reason })
  const standing = { ...referral, ...brought?.set, state: to.state, due: to.due }
  await tellOfMove(desk, standing, { move, seq, reason: stepped.reason })
  await passOn(desk, standing, { move, by, from: referral.state, seq, reason: stepped.reason, note: note ?? null })
  return { is: 'moved', state: to.state, changed: seq, due: to.due }
}
