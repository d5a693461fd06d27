/** What is still to be followed up, across all councils in which the agency sits: one's own, the agency's, and what waits for its nod. */
import { timeLeft } from '@ieum/council'
import { may } from '@ieum/desk'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { workingCalendar } from '../working-calendar.ts'
import { type ActionLine, lineOf, type Said } from './actions-of.ts'
import { mayDraftLink } from './draft-link-for-action.ts'
import type { CouncilNeeds } from './found-council.ts'
import { type PaperLine, papersOfActions } from './papers/paper-line.ts'
import { type CouncilDesk, type Standing, standingIn } from './standing.ts'

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

export interface FollowUpCounts {
  /** In how many councils the agency sits. */
  readonly councils: number
  readonly mine: number
  readonly agency: number
  readonly late: number
  readonly awaitsNod: number
}

export interface FollowUp {
  readonly counts: FollowUpCounts
  /** What is due first stands first. */
  readonly actions: readonly FollowedAction[]
}

export function listActions(needs: CouncilNeeds, acting: Acting<PostCapacity>): Promise<FollowUp> {
  return atDesk(needs, acting, async desk => {
    const standings = await standingsOf(desk)
    const actions: FollowedAction[] = []
    for (const standing of standings) actions.push(...(await followedIn(desk, standing, needs)))
    actions.sort((a, b) => (a.lastDay === b.lastDay ? (a.id < b.id ? -1 : 1) : a.lastDay < b.lastDay ? -1 : 1))
    return { counts: countsOf(actions, standings.length), actions }
  })
}

/** Only how many: asked for on every page of the desk. */
export function countActions(needs: CouncilNeeds, acting: Acting<PostCapacity>): Promise<FollowUpCounts> {
  return atDesk(needs, acting, async desk => {
    const standings = await standingsOf(desk)
    const actions: Counted[] = []
    for (const standing of standings)
      for (const row of await rowsIn(desk, standing.council.id))
        actions.push({
          ...partOf(row, acting.capacity, standing),
          late: timeLeft(row, acting.on, workingCalendar(needs.catalogue)).late,
        })
    return countsOf(actions, standings.length)
  })
}

type Counted = Pick<FollowedAction, 'whose' | 'moves' | 'late'>

const countsOf = (actions: readonly Counted[], councils: number): FollowUpCounts => ({
  councils,
  mine: actions.filter(({ whose, moves }) => whose === 'mine' && moves.includes('report')).length,
  agency: actions.filter(({ whose }) => whose !== 'others').length,
  late: actions.filter(({ late }) => late).length,
  awaitsNod: actions.filter(({ moves }) => moves.includes('nod')).length,
})

async function standingsOf(desk: CouncilDesk): Promise<readonly Standing[]> {
  const { role } = desk.acting.capacity
  const councils = await desk.tx.selectFrom('council').select('id').where('dissolved_on', 'is', null).execute()
  const standings: Standing[] = []
  for (const { id } of councils) {
    const standing = await standingIn(desk, id)
    if (standing && [...standing.relations].some(relation => may(role, 'read council', relation)))
      standings.push(standing)
  }
  return standings
}

const rowsIn = ({ tx }: CouncilDesk, council: string) =>
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
    .where('a.state', 'in', ['open', 'reported'])
    .execute()

type Row = Awaited<ReturnType<typeof rowsIn>>[number]

/** Whose it is, and what may be done with it. */
function partOf(
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

async function followedIn(
  desk: CouncilDesk,
  standing: Standing,
  needs: CouncilNeeds,
): Promise<readonly FollowedAction[]> {
  const { council } = standing
  const rows = await rowsIn(desk, council.id)
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
  return followed
}
