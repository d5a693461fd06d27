/** What a council decided to be done, as who acts follows it: whose turn it is, how long there is, and what proves it. */
import { type ActionState, actionStates, overLast } from '@ieum/council'
import { may } from '@ieum/desk'
import type { PostCapacity } from '../acting/acting.ts'
import { workingCalendar } from '../working-calendar.ts'
import { type ActionLine, lineOf, type Said } from './actions-of.ts'
import { mayDraftLink } from './draft-link-for-action.ts'
import type { CouncilNeeds } from './found-council.ts'
import { type PaperLine, papersOfActions } from './papers/paper-line.ts'
import type { CouncilDesk, Standing } from './standing.ts'

export interface FollowedAction extends ActionLine {
  readonly council: { readonly id: string; readonly name: Said }
  readonly session: { readonly id: string; readonly number: number }
  readonly decisionText: Said
  readonly taskCode: string | null
  readonly whose: 'mine' | 'agency' | 'others'
  /** What who asks may do with it now. */
  readonly moves: readonly ('report' | 'nod' | 'return')[]
  readonly mayDraftLink: boolean
  readonly papers: readonly PaperLine[]
}

export interface Followed {
  /** Of one task alone. */
  readonly task?: string
  readonly states?: readonly ActionState[]
}

export const rowsIn = ({ tx }: CouncilDesk, council: string, { task, states = actionStates }: Followed) =>
  tx
    .selectFrom('council_action as a')
    .innerJoin('council_decision as d', 'd.id', 'a.decision_id')
    .innerJoin('council_session as s', 's.id', 'd.session_id')
    .innerJoin('post as p', 'p.id', 'a.owner_post')
    .leftJoin('council_decision as n', 'n.id', 'd.superseded_by')
    .leftJoin('collaboration_task as t', 't.id', 'a.task_id')
    .selectAll('a')
    .select([
      'd.number',
      'n.number as superseded',
      'd.text_ko',
      'd.text_en',
      's.id as session',
      's.number as session_number',
      'p.name_ko',
      'p.name_en',
      't.code',
    ])
    .where('a.council_id', '=', council)
    .where('a.state', 'in', [...states])
    .$if(task !== undefined, rows => rows.where('a.task_id', '=', task!))
    .orderBy('a.due')
    .orderBy('a.id')
    .execute()

type Row = Awaited<ReturnType<typeof rowsIn>>[number]

/** Whose it is, and what may be done with it. */
export function partOf(
  row: Row,
  { agency, post, role }: PostCapacity,
  { relations }: Standing,
): Pick<FollowedAction, 'whose' | 'moves'> {
  const allows = (operation: 'report action' | 'close action') =>
    [...relations].some(relation => may(role, operation, relation))
  const isMine = row.owner_post === post
  const moves: FollowedAction['moves'] =
    row.state === 'open' && isMine && allows('report action')
      ? ['report']
      : row.state === 'reported' && row.owner_agency !== agency && allows('close action')
        ? ['nod', 'return']
        : []
  return {
    whose: isMine ? 'mine' : row.owner_agency === agency ? 'agency' : 'others',
    moves,
  }
}

/** What is due first stands first, and what is over last. */
export async function followedIn(
  desk: CouncilDesk,
  standing: Standing,
  needs: Pick<CouncilNeeds, 'catalogue'>,
  of: Followed = {},
): Promise<readonly FollowedAction[]> {
  const { council } = standing
  const rows = await rowsIn(desk, council.id, of)
  const papers = await papersOfActions(
    desk,
    rows.map(({ id }) => id),
  )
  const followed: FollowedAction[] = []
  for (const row of rows) {
    const line = await lineOf(desk, row, workingCalendar(needs.catalogue))
    followed.push({
      ...line,
      ...partOf(row, desk.acting.capacity, standing),
      council: { id: council.id, name: { ko: council.name_ko, en: council.name_en } },
      session: { id: row.session, number: row.session_number },
      decisionText: { ko: row.text_ko, en: row.text_en },
      taskCode: row.code,
      mayDraftLink: mayDraftLink(needs.catalogue.rulebook, desk.acting.capacity, line),
      papers: papers.get(row.id) ?? [],
    })
  }
  return overLast(followed)
}
