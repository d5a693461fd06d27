/** What a table of answers would do, line by line, before it does anything. */
import { moves, type Reason, type ReferralState } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import type { SheetAnswer } from '@ieum/wording'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { answerRows, type RowFault } from './answer-rows.ts'
import { caseOfRow, mayAnswer } from './case-of-row.ts'

export interface AnswerLine {
  readonly line: number
  readonly number: string
  readonly referral: string
  readonly firm: string | null
  readonly answer: SheetAnswer
  readonly reason: Reason | null
  readonly note: string | null
  readonly from: ReferralState
  readonly to: ReferralState
}

export type AnswersChecked =
  | {
      readonly is: 'checked'
      readonly lines: readonly AnswerLine[]
      readonly faults: readonly RowFault[]
      /** Rows of a case without an answer. */
      readonly left: number
    }
  | { readonly is: 'not allowed' }

export async function checkAnswers(
  needs: { readonly database: Database },
  // What it shows changes with the cases, and it changes none: it is kept nowhere.
  { once: _, ...acting }: Acting<PostCapacity>,
  brought: string | Uint8Array,
): Promise<AnswersChecked> {
  if (!mayAnswer(acting)) return { is: 'not allowed' }
  const { rows, faults, left } = answerRows(brought)
  if (rows.length === 0) return { is: 'checked', lines: [], faults, left }
  return atDesk<typeof acting, AnswersChecked>(needs, acting, async desk => {
    const wrong = [...faults]
    const found = []
    for (const row of rows) {
      const referral = await caseOfRow(desk, row, { toMove: false })
      if ('wrong' in referral) wrong.push(referral)
      else found.push({ row, referral })
    }
    const ids = [...new Set(found.map(({ referral }) => referral.firm_id))]
    const firms = await desk.tx
      .selectFrom('firm')
      .select(['id', 'name_ko'])
      .where('id', '=', sql<string>`any (${ids}::uuid[])`)
      .execute()
    if (firms.length > 0)
      desk.looked({
        firm: firms.map(({ id }) => id),
        operation: 'read referral',
        basis: 'referrals sent to the agency',
      })
    const names = new Map(firms.map(({ id, name_ko }) => [id, name_ko]))
    return {
      is: 'checked',
      left,
      faults: wrong.sort((a, b) => a.line - b.line),
      lines: found.map(({ row: { line, number, answer, reason, note }, referral }) => ({
        line,
        number,
        referral: referral.id,
        firm: names.get(referral.firm_id) ?? null,
        answer,
        reason: reason ?? null,
        note: note ?? null,
        from: referral.state,
        // An answer says that it was received and looked at.
        to: answer === 'receive' ? 'received' : moves['under-review'][answer]!,
      })),
    }
  })
}
