/** Answers of a desk that works with tables: every row is checked first, then all are carried out, or none. */
import { type Reason, type ReferralMove, reasonsOf } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import Papa from 'papaparse'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { relationsToReferral } from '../acting/relations.ts'
import { applyMove } from '../referrals/apply-move.ts'
import { findReferral, type ReferralRow } from '../referrals/find-referral.ts'
import type { MoveNeeds } from '../referrals/move-effects.ts'

export interface RowFault {
  /** As an editor counts, with the header as line 1. */
  readonly line: number
  readonly column: 'number' | 'answer' | 'reason' | 'note' | null
  readonly wrong: string
}

export type AnswersImported =
  | { readonly is: 'imported'; readonly answered: readonly { readonly number: string; readonly state: string }[] }
  | { readonly is: 'faulty'; readonly faults: readonly RowFault[] }
  | { readonly is: 'not allowed' }

const columns = ['number', 'answer', 'reason', 'note'] as const
const answers = ['receive', 'accept', 'decline', 'return'] as const
type Answer = (typeof answers)[number]
const mostRows = 1_000

interface Row {
  readonly line: number
  readonly number: string
  readonly answer: Answer
  readonly reason: Reason | undefined
  readonly note: string | undefined
}

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
  text: string,
): Promise<AnswersImported> {
  const { role } = acting.capacity
  if (role !== 'desk-officer' && role !== 'programme-owner') return { is: 'not allowed' }
  const read = rowsOf(text)
  if (read.faults.length > 0) return { is: 'faulty', faults: read.faults }
  try {
    return await atDesk<typeof acting, AnswersImported>(needs, acting, async desk => {
      const found: (Awaiting & { readonly row: Row })[] = []
      const faults: RowFault[] = []
      // In one order for everybody, so that two tables with the same cases do not wait for each other.
      for (const row of [...read.rows].sort((a, b) => (a.number < b.number ? -1 : 1))) {
        const awaiting = await caseOf(desk, row)
        if ('wrong' in awaiting) faults.push(awaiting)
        else found.push({ row, ...awaiting })
      }
      if (faults.length > 0) throw new Faulty(faults)
      const answered = []
      for (const { row, referral } of found) answered.push(await answer(needs, desk, row, referral))
      desk.looked({
        firm: [...new Set(found.map(({ referral }) => referral.firm_id))],
        operation: 'answer referral',
        basis: `consent ${found.flatMap(({ consents }) => consents).join(' ')}`,
      })
      return { is: 'imported', answered }
    })
  } catch (error) {
    if (!(error instanceof Faulty)) throw error
    return { is: 'faulty', faults: [...error.faults].sort((a, b) => a.line - b.line) }
  }
}

function rowsOf(text: string): { rows: readonly Row[]; faults: readonly RowFault[] } {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false })
  const faults: RowFault[] = []
  const [head = [], ...body] = data
  const places = new Map(head.map((name, place) => [name.trim().toLowerCase(), place]))
  const missing = (['number', 'answer'] as const).filter(name => !places.has(name))
  const strange = [...places.keys()].filter(name => !columns.some(known => known === name))
  for (const column of missing) faults.push({ line: 1, column, wrong: `a column "${column}" is needed` })
  for (const name of strange)
    faults.push({ line: 1, column: null, wrong: `"${name.slice(0, 40)}" is none of ${columns.join(', ')}` })
  if (body.length > mostRows) faults.push({ line: 1, column: null, wrong: `at most ${mostRows} rows at a time` })
  if (faults.length > 0) return { rows: [], faults }

  const rows: Row[] = []
  const seen = new Map<string, number>()
  for (const [place, cells] of body.entries()) {
    const line = place + 2
    if (cells.every(cell => cell.trim() === '')) continue
    const cell = (name: (typeof columns)[number]) => (cells[places.get(name) ?? -1] ?? '').trim()
    const number = cell('number').toUpperCase()
    const before = seen.get(number)
    const given = answers.find(known => known === cell('answer').toLowerCase())
    const reasons: readonly Reason[] = given && given in reasonsOf ? reasonsOf[given as 'decline'] : []
    const reason = reasons.find(known => known === cell('reason'))
    if (number === '') faults.push({ line, column: 'number', wrong: 'the number of a referral is needed' })
    else if (before !== undefined) faults.push({ line, column: 'number', wrong: `stands in line ${before} already` })
    if (!given) faults.push({ line, column: 'answer', wrong: `one of ${answers.join(', ')}` })
    if (reasons.length > 0 && !reason) faults.push({ line, column: 'reason', wrong: `one of ${reasons.join(', ')}` })
    if (given && reasons.length === 0 && cell('reason') !== '')
      faults.push({ line, column: 'reason', wrong: `none with "${given}"` })
    if (cell('note').length > 2_000) faults.push({ line, column: 'note', wrong: 'at most 2,000 characters' })
    seen.set(number, line)
    if (given) rows.push({ line, number, answer: given, reason, note: cell('note') || undefined })
  }
  if (rows.length === 0 && faults.length === 0)
    faults.push({ line: 1, column: null, wrong: 'there is no answer below the header' })
  return { rows, faults }
}

interface Awaiting {
  readonly referral: ReferralRow
  /** What the view of it rests on. */
  readonly consents: readonly string[]
}

/** What is hidden and what is not there read the same. */
async function caseOf(desk: Desk<Acting<PostCapacity>>, { line, number, answer }: Row): Promise<Awaiting | RowFault> {
  const none: RowFault = { line, column: 'number', wrong: 'no referral of that number awaits an answer of yours' }
  const seen = await desk.tx.selectFrom('referral').select('id').where('number', '=', number).executeTakeFirst()
  const referral = seen && (await findReferral(desk, seen.id, { toMove: true }))
  if (!referral) return none
  const { relations, consents } = await relationsToReferral(desk, referral)
  if (!relations.has('consent-active') || !desk.may('answer referral', relations, referral.id)) return none
  const isOpen =
    answer === 'receive' ? referral.state === 'sent' : ['sent', 'received', 'under-review'].includes(referral.state)
  return isOpen ? { referral, consents } : { line, column: 'answer', wrong: `not now: it is ${referral.state}` }
}

async function answer(
  needs: MoveNeeds,
  desk: Desk<Acting<PostCapacity>>,
  { line, number, answer, reason, note }: Row,
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
    if (moved.is !== 'moved') throw new Faulty([{ line, column: 'answer', wrong: `not now: ${moved.is}` }])
    standing = { ...standing, state: moved.state, changed: moved.changed, due: moved.due }
  }
  return { number, state: standing.state }
}
