/** What decisions of a council asked for, and how far each has come. */
import { type ActionState, overLast, type TimeLeft, timeLeft } from '@ieum/council'
import type { WorkCalendar } from '@ieum/desk'
import { type LinkOfAction, linkOf } from './link-of-action.ts'
import type { ActionRow, CouncilDesk } from './standing.ts'

/** English where somebody wrote it. */
export interface Said {
  readonly ko: string
  readonly en: string | null
}

export interface ActionLine extends TimeLeft {
  readonly id: string
  readonly title: Said
  readonly decision: string
  /** The number of the decision that took the place of its own; it may not be wanted any more. */
  readonly supersededBy: string | null
  readonly task: string | null
  readonly ownerAgency: string
  readonly ownerPost: string
  readonly ownerName: Said
  readonly due: string
  readonly state: ActionState
  readonly proofWanted: string
  readonly asks: unknown
  readonly report: string | null
  /** Where the proof is. */
  readonly proof: string | null
  readonly reason: string | null
  /** The link that was drawn up because it asks for one. */
  readonly link: LinkOfAction | null
  readonly changed: number
}

export interface ActionsAsked {
  readonly session?: string
  /** By which what is late is told. */
  readonly calendar: WorkCalendar
}

/** What is due first stands first, and what is over last. */
export async function actionsOf(desk: CouncilDesk, council: string, of: ActionsAsked): Promise<readonly ActionLine[]> {
  let asked = desk.tx
    .selectFrom('council_action as a')
    .innerJoin('council_decision as d', 'd.id', 'a.decision_id')
    .innerJoin('post as p', 'p.id', 'a.owner_post')
    .leftJoin('council_decision as n', 'n.id', 'd.superseded_by')
    .selectAll('a')
    .select(['d.number', 'n.number as superseded', 'p.name_ko', 'p.name_en'])
    .where('a.council_id', '=', council)
  if (of.session !== undefined) asked = asked.where('d.session_id', '=', of.session)
  const rows = await asked.orderBy('a.due').orderBy('a.id').execute()
  const lines: ActionLine[] = []
  for (const row of rows) lines.push(await lineOf(desk, row, of.calendar))
  return overLast(lines)
}

export type DecidedAction = ActionRow & {
  readonly number: string
  readonly superseded: string | null
  readonly name_ko: string
  readonly name_en: string
}

export async function lineOf(
  { tx, acting: { on } }: CouncilDesk,
  row: DecidedAction,
  calendar: WorkCalendar,
): Promise<ActionLine> {
  return {
    id: row.id,
    title: { ko: row.title_ko, en: row.title_en },
    decision: row.number,
    supersededBy: row.superseded,
    task: row.task_id,
    ownerAgency: row.owner_agency,
    ownerPost: row.owner_post,
    ownerName: { ko: row.name_ko, en: row.name_en },
    due: row.due,
    state: row.state,
    ...timeLeft(row, on, calendar),
    proofWanted: row.proof_wanted,
    asks: row.asks,
    report: row.report,
    proof: row.proof,
    reason: row.reason,
    link: row.agreement_id === null ? null : await linkOf(tx, row.agreement_id, on),
    changed: row.changed,
  }
}
