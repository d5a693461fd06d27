/** Answers of a desk that works with tables: every row is checked first, then all are carried out, or none. */
import type { ReferralMove } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { onConsents } from '../acting/look-basis.ts'
import { relationsToReferral } from '../acting/relations.ts'
import { applyMove } from '../referrals/apply-move.ts'
import type { ReferralRow } from '../referrals/find-referral.ts'
import type { MoveNeeds } from '../referrals/move-effects.ts'
import { type AnswerRow, answerRows, type RowFault } from './answer-rows.ts'
import { caseOfRow, mayAnswer } from './case-of-row.ts'

export type AnswersImported =
  | { readonly is: 'imported'; readonly answered: readonly { readonly number: string; readonly state: string }[] }
  | { readonly is: 'faulty'; readonly faults: readonly RowFault[] }
  | { readonly is: 'not allowed' }

/** Undoes what was begun when a later row turns out wrong. */
class Faulty extends Error {
  readonly faults: readonly RowFault[]
  constructor(faults: readonly RowFault[]) {
    super('faulty')
    this.faults = faults
  }
}

export async function importAnswers(
  needs: MoveNeeds & { readonly database: Database },
  acting: Acting<PostCapacity>,
  brought: string | Uint8Array,
): Promise<AnswersImported> {
  if (!mayAnswer(acting)) return { is: 'not allowed' }
  const read = answerRows(brought)
  if (read.faults.length > 0) return { is: 'faulty', faults: read.faults }
  try {
    return await atDesk<typeof acting, AnswersImported>(needs, acting, async desk => {
      const found: { row: AnswerRow; referral: ReferralRow }[] = []
      const faults: RowFault[] = []
      // In one order for everybody, so that two tables with the same cases do not wait for each other.
      for (const row of [...read.rows].sort((a, b) => (a.number < b.number ? -1 : 1))) {
        const referral = await caseOfRow(desk, row, { toMove: true })
        if ('wrong' in referral) faults.push(referral)
        else found.push({ row, referral })
      }
      if (faults.length > 0) throw new Faulty(faults)
      const consents: string[] = []
      for (const { referral } of found) consents.push(...(await relationsToReferral(desk, referral)).consents)
      const answered = []
      for (const { row, referral } of found) answered.push(await answer(needs, desk, row, referral))
      desk.looked({
        firm: [...new Set(found.map(({ referral }) => referral.firm_id))],
        operation: 'answer referral',
        basis: onConsents(consents),
      })
      return { is: 'imported', answered }
    })
  } catch (error) {
    if (!(error instanceof Faulty)) throw error
    return { is: 'faulty', faults: [...error.faults].sort((a, b) => a.line - b.line) }
  }
}

async function answer(
  needs: MoveNeeds,
  desk: Desk<Acting<PostCapacity>>,
  { line, number, answer, reason, note }: AnswerRow,
  referral: ReferralRow,
): Promise<{ number: string; state: string }> {
  // An answer says that it was received and looked at.
  const before = { sent: ['receive', 'review'], received: ['review'] } as const
  const path: readonly ReferralMove[] =
    answer === 'receive' ? ['receive'] : [...(before[referral.state as 'sent'] ?? []), answer]
  let standing = referral
  for (const move of path) {
    const moved = await applyMove(needs, desk, standing, {
      move,
      by: 'receiver',
      changed: standing.changed,
      ...(move === answer && { reason, note }),
    })
    if (moved.is !== 'moved')
      throw new Faulty([{ line, column: 'answer', code: 'not-now', wrong: `not now: ${moved.is}` }])
    standing = { ...standing, state: moved.state, changed: moved.changed, due: moved.due }
  }
  return { number, state: standing.state }
}
