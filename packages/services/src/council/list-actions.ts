/** What is still to be followed up, across all councils in which the agency sits: one's own, the agency's, and what waits for its nod. */
import { openActionStates, timeLeft } from '@ieum/council'
import { may } from '@ieum/desk'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { workingCalendar } from '../working-calendar.ts'
import { type FollowedAction, followedIn, partOf, rowsIn } from './followed-in.ts'
import type { CouncilNeeds } from './found-council.ts'
import { type CouncilDesk, type Standing, standingIn } from './standing.ts'

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
    for (const standing of standings)
      actions.push(...(await followedIn(desk, standing, needs, { states: openActionStates })))
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
      for (const row of await rowsIn(desk, standing.council.id, { states: openActionStates }))
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
