/** One sitting as who sits in the council sees it: agenda with its times, who comes, what was decided, and what the minutes still lack. */
import {
  type Missing,
  minutesOf,
  missingFromMinutes,
  plannedTimes,
  type Quorum,
  type SessionMove,
  type SessionState,
  sessionMoves,
  timeOf,
  type Votes,
} from '@ieum/council'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { workingCalendar } from '../working-calendar.ts'
import { type ActionLine, actionsOf, type Said } from './actions-of.ts'
import { findSession, type SessionFound } from './find-session.ts'
import type { CouncilNeeds } from './found-council.ts'
import { minutesOfSession, recordsOf, votesOf } from './minutes-of.ts'
import { quorumNow } from './move-session.ts'
import type { CouncilDesk, ItemRow } from './standing.ts'

export interface SessionRead {
  readonly is: 'found'
  readonly session: SessionShown
}

export interface SessionShown {
  readonly id: string
  readonly council: { readonly id: string; readonly name: Said }
  readonly number: number
  readonly on: string
  readonly begins: string
  readonly place: Said | null
  readonly host: string | null
  readonly state: SessionState
  readonly changed: number
  /** It was held before this record was kept: only what sources report of it stands here. */
  readonly reported: boolean
  readonly openFrom: string | null
  readonly keeps: boolean
  readonly moves: readonly SessionMove[]
  readonly current: { readonly item: string; readonly began: string } | null
  readonly quorum: Quorum
  readonly attendance: readonly {
    readonly seat: string
    readonly agency: string | null
    readonly title: Said
    readonly state: string
    readonly deputy: string | null
  }[]
  readonly items: readonly AgendaLine[]
  readonly actions: readonly ActionLine[]
  readonly missing: readonly Missing[]
}

export interface AgendaLine {
  readonly id: string
  readonly kind: ItemRow['kind']
  readonly title: Said
  readonly minutes: number
  /** Times of day by the plan. */
  readonly from: string
  readonly to: string
  readonly task: string | null
  readonly proposedBy: readonly string[]
  readonly proposal: string | null
  readonly finding: unknown
  readonly gist: string | null
  readonly undecided: boolean
  readonly openFrom: string | null
  readonly closedGround: string | null
  readonly changed: number
  readonly decisions: readonly DecisionLine[]
}

export interface DecisionLine {
  readonly id: string
  readonly number: string
  readonly text: Said
  readonly votes: Votes | null
  readonly supersededBy: string | null
  readonly openFrom: string | null
}

interface SessionNeeds extends CouncilNeeds {
  readonly timeZone: string
}

export function readSession(
  needs: SessionNeeds,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<SessionRead | { readonly is: 'no such session' }> {
  return atDesk(needs, acting, async desk => {
    const found = await findSession(desk, id)
    if (!found || !desk.may('read council', found.relations, id)) return { is: 'no such session' }
    return { is: 'found', session: await showSession(desk, found, needs) }
  })
}

export async function showSession(
  desk: CouncilDesk,
  found: SessionFound,
  { timeZone, catalogue }: Pick<SessionNeeds, 'timeZone' | 'catalogue'>,
): Promise<SessionShown> {
  const { council, seats, session } = found
  const { id } = session
  const { capacity } = desk.acting
  const records = await recordsOf(desk, id)
  const attendance = await desk.tx.selectFrom('attendance').selectAll().where('session_id', '=', id).execute()
  const times = plannedTimes(minutesOf(session.begins), records.items)
  const keeps = found.relations.has('secretariat') && capacity.role === 'secretary'
  const moves = Object.keys(sessionMoves[session.state]) as SessionMove[]
  return {
    id,
    council: { id: council.id, name: { ko: council.name_ko, en: council.name_en } },
    number: session.number,
    on: session.held_on,
    begins: session.begins,
    place: session.place_ko === null ? null : { ko: session.place_ko, en: session.place_en },
    host: session.host,
    state: session.state,
    changed: session.changed,
    reported: session.from_catalogue,
    openFrom: session.open_from,
    keeps,
    moves: keeps && !session.from_catalogue ? moves : [],
    current:
      session.current_item !== null && session.item_began !== null
        ? { item: session.current_item, began: session.item_began.toISOString() }
        : null,
    quorum: quorumNow(found, records.present),
    // In the order of the seats: by rank, whoever came first.
    attendance: seats.flatMap(({ id: seat, agency, title_ko, title_en }) => {
      const told = attendance.find(({ seat_id }) => seat_id === seat)
      return told
        ? [{ seat, agency, title: { ko: title_ko, en: title_en }, state: told.state, deputy: told.deputy }]
        : []
    }),
    items: records.items.map((item, index) => ({
      id: item.id,
      kind: item.kind,
      title: { ko: item.title_ko, en: item.title_en },
      minutes: item.minutes,
      from: timeOf(times[index]!.from),
      to: timeOf(times[index]!.to),
      task: item.task_id,
      proposedBy: item.proposed_by,
      proposal: item.proposal,
      finding: item.finding,
      gist: item.gist,
      undecided: item.undecided,
      openFrom: item.open_from,
      closedGround: item.closed_ground,
      changed: item.changed,
      decisions: records.decisions
        .filter(({ item_id }) => item_id === item.id)
        .map(decision => ({
          id: decision.id,
          number: decision.number,
          text: { ko: decision.text_ko, en: decision.text_en },
          votes: votesOf(decision),
          supersededBy: decision.superseded_by,
          openFrom: decision.open_from,
        })),
    })),
    actions: await actionsOf(desk, council.id, { session: id, calendar: workingCalendar(catalogue) }),
    missing: missingFromMinutes(minutesOfSession(found, records, timeZone)),
  }
}
