import type { Acting, PostCapacity } from '../acting/acting.ts'
import type { Desk } from '../acting/at-desk.ts'
import { relationsToReferral } from '../acting/relations.ts'
import { findReferral, type ReferralRow } from '../referrals/find-referral.ts'
import type { AnswerRow, RowFault } from './answer-rows.ts'

/** The case that a row answers, if it may be answered so now. What is hidden and what is not there read the same. */
export async function caseOfRow(
  desk: Desk<Acting<PostCapacity>>,
  { line, number, answer }: AnswerRow,
  reading: { readonly toMove: boolean },
): Promise<ReferralRow | RowFault> {
  const none: RowFault = {
    line,
    column: 'number',
    code: 'no-such-case',
    wrong: 'no referral of that number awaits an answer of yours',
    given: number.slice(0, 40),
  }
  const seen = await desk.tx.selectFrom('referral').select('id').where('number', '=', number).executeTakeFirst()
  const referral = seen && (await findReferral(desk, seen.id, reading))
  if (!referral) return none
  const { relations } = await relationsToReferral(desk, referral)
  if (!relations.has('consent-active') || !desk.may('answer referral', relations, referral.id)) return none
  const isOpen =
    answer === 'receive' ? referral.state === 'sent' : ['sent', 'received', 'under-review'].includes(referral.state)
  return isOpen
    ? referral
    : { line, column: 'answer', code: 'not-now', wrong: `not now: it is ${referral.state}`, given: referral.state }
}

/** An agency answers with its officers; whoever may not is told so before any row is read. */
export const mayAnswer = ({ capacity: { role } }: Acting<PostCapacity>): boolean =>
  role === 'desk-officer' || role === 'programme-owner'
