/**
 * How a referral went on after acceptance, which the sending agency is shown and told only while the firm agrees to that. The rule stands
 * here alone, as a question to the records, so that lists can ask it of every row.
 */
import type { ReferralMove, ReferralState } from '@ieum/desk'
import { sql } from 'kysely'
import type { Desk } from '../acting/at-desk.ts'

const states: readonly ReferralState[] = ['enrolled', 'completed', 'failed']
const moves: readonly string[] = ['enrol', 'complete', 'fail'] satisfies ReferralMove[]

export const isAfterAcceptance = (move: string): boolean => moves.includes(move)

/** Of the referral `r`. */
export const senderKnows = (on: string) => sql<boolean>`
  exists (select from consent c where c.referral_id = r.id and c.kind = 'outcome' and c.withdrawn_at is null and c.until >= ${on})`

/** The state of the referral `r`, as its sender is shown it. */
export const shownToSender = (on: string) => sql<ReferralState>`
  case when r.state in (${sql.join(states)}) and not ${senderKnows(on)} then 'accepted' else r.state end`

/** Whether the firm agreed, and still agrees, that the sending agency is told. */
export async function senderMayKnow({ tx, asWorker, acting }: Desk, referral: string): Promise<boolean> {
  const asked = await asWorker(() =>
    tx
      .selectFrom('referral as r')
      .select(senderKnows(acting.on).as('knows'))
      .where('r.id', '=', referral)
      .executeTakeFirst(),
  )
  return asked?.knows ?? false
}

/** For whom may know or not. */
export const shownState = ({ state }: { readonly state: ReferralState }, known: boolean): ReferralState =>
  !known && states.includes(state) ? 'accepted' : state
