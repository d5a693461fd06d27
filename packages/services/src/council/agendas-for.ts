/** On which agendas a break between two programmes could stand, for who asks, and where it stands already. */
import { type Finding, isOpenToChange, type SessionState } from '@ieum/council'
import { may } from '@ieum/desk'
import type { Rulebook } from '@ieum/rules'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { Said } from './actions-of.ts'
import type { CouncilNeeds } from './found-council.ts'
import { type CouncilDesk, type Standing, standingIn } from './standing.ts'

export interface Break {
  readonly from: string | null
  readonly to: string
}

export interface AgendaFor {
  readonly council: { readonly id: string; readonly name: Said }
  /** Why it is this council's: one of its tasks is about them, or both their agencies sit in it. */
  readonly because: 'task' | 'agencies'
  /** Whether who asks may put something on its agenda. */
  readonly may: boolean
  /** The next session that takes items; null: none is planned. */
  readonly next: { readonly id: string; readonly number: number; readonly on: string } | null
  /** Where it stands already, the newest first. */
  readonly stands: readonly StandsThere[]
}

export interface StandsThere {
  readonly item: string
  readonly session: string
  readonly number: number
  readonly on: string
  readonly state: SessionState
  readonly why: Finding['why']['is']
  /** Numbers of the decisions on it. */
  readonly decisions: readonly string[]
}

export function agendasFor(
  { database, catalogue: { rulebook } }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  asked: Break,
): Promise<readonly AgendaFor[]> {
  return atDesk({ database }, acting, async desk => {
    const agendas: AgendaFor[] = []
    for (const { id } of await desk.tx
      .selectFrom('council')
      .select('id')
      .where('dissolved_on', 'is', null)
      .orderBy('founded_on')
      .orderBy('id')
      .execute()) {
      const standing = await standingIn(desk, id)
      if (!standing || !desk.may('read council', standing.relations, id)) continue
      const because = await becauseOf(desk, standing, asked, rulebook)
      if (!because) continue
      const { council } = standing
      agendas.push({
        council: { id, name: { ko: council.name_ko, en: council.name_en } },
        because,
        may: [...standing.relations].some(relation => may(acting.capacity.role, 'put on agenda', relation)),
        next: await nextOf(desk, id),
        stands: await standsOf(desk, id, asked),
      })
    }
    return agendas
  })
}

async function becauseOf(
  { tx }: CouncilDesk,
  { council, agencies }: Standing,
  { from, to }: Break,
  { programmes, pathways, agencies: known }: Rulebook,
): Promise<AgendaFor['because'] | null> {
  const tasks = await tx
    .selectFrom('collaboration_task')
    .select(['programmes', 'pathways'])
    .where('council_id', '=', council.id)
    .where('state', 'not in', ['withdrawn', 'stopped'])
    .execute()
  const ends = from === null ? [to] : [from, to]
  const named = new Set(tasks.flatMap(task => [...task.programmes, ...task.pathways.flatMap(waypointsOf(pathways))]))
  if (ends.some(end => named.has(end))) return 'task'
  const sits = (programme: string): boolean => {
    const agency = programmes.find(({ id }) => id === programme)?.agency
    const ministry = known.find(({ id }) => id === agency)?.ministry
    return [agency, ministry].some(one => one !== undefined && agencies.includes(one))
  }
  return from !== null && sits(from) && sits(to) ? 'agencies' : null
}

const waypointsOf =
  (pathways: Rulebook['pathways']) =>
  (id: string): readonly string[] =>
    pathways.find(pathway => pathway.id === id)?.waypoints ?? []

async function nextOf({ tx, acting }: CouncilDesk, council: string): Promise<AgendaFor['next']> {
  const sessions = await tx
    .selectFrom('council_session')
    .select(['id', 'number', 'held_on', 'state'])
    .where('council_id', '=', council)
    .where('held_on', '>=', acting.on)
    .orderBy('held_on')
    .orderBy('number')
    .execute()
  const next = sessions.find(({ state }) => isOpenToChange(state))
  return next ? { id: next.id, number: next.number, on: next.held_on } : null
}

async function standsOf({ tx }: CouncilDesk, council: string, { from, to }: Break): Promise<readonly StandsThere[]> {
  const items = await tx
    .selectFrom('agenda_item as i')
    .innerJoin('council_session as s', 's.id', 'i.session_id')
    .select(['i.id', 'i.finding', 's.id as session', 's.number', 's.held_on', 's.state'])
    .where('s.council_id', '=', council)
    .where('i.kind', '=', 'finding')
    .where('s.state', '<>', 'cancelled')
    .orderBy('s.held_on', 'desc')
    .execute()
  const same = items.filter(({ finding }) => isOf(finding as Partial<Finding> | null, { from, to }))
  if (same.length === 0) return []
  const decided = await tx
    .selectFrom('council_decision')
    .select(['item_id', 'number'])
    .where(
      'item_id',
      'in',
      same.map(({ id }) => id),
    )
    .orderBy('taken_at')
    .execute()
  return same.map(({ id, finding, session, number, held_on, state }) => ({
    item: id,
    session,
    number,
    on: held_on,
    state,
    why: (finding as Finding).why.is,
    decisions: decided.filter(({ item_id }) => item_id === id).map(decision => decision.number),
  }))
}

const isOf = (finding: Partial<Finding> | null, { from, to }: Break): boolean =>
  finding?.is === 'step' && finding.from === from && finding.to === to
