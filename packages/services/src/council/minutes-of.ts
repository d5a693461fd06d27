/** The minutes of a session as its records stand: what the nine items of the law are filled with. */
import { clockIn } from '@ieum/catalogue/moments'
import type { Minutes, Votes } from '@ieum/council'
import { sessionName } from '@ieum/wording'
import type { SessionFound } from './find-session.ts'
import type { CouncilDesk, DecisionRow, ItemRow } from './standing.ts'

export interface SessionRecords {
  readonly items: readonly ItemRow[]
  readonly decisions: readonly DecisionRow[]
  /** Ids of the seats that were taken. */
  readonly present: readonly string[]
}

export async function recordsOf({ tx }: Pick<CouncilDesk, 'tx'>, session: string): Promise<SessionRecords> {
  const items = await tx
    .selectFrom('agenda_item')
    .selectAll()
    .where('session_id', '=', session)
    .orderBy('position')
    .execute()
  const decisions = await tx
    .selectFrom('council_decision')
    .selectAll()
    .where('session_id', '=', session)
    .orderBy('taken_at')
    .execute()
  const present = await tx
    .selectFrom('attendance as a')
    .innerJoin('council_seat as s', 's.id', 'a.seat_id')
    .select('a.seat_id')
    .where('a.session_id', '=', session)
    .where('a.state', '=', 'present')
    .orderBy('s.position')
    .execute()
  return { items, decisions, present: present.map(({ seat_id }) => seat_id) }
}

/** Times of day are those of the country's time zone: `Asia/Seoul`. */
export function minutesOfSession(
  { council, seats, session }: SessionFound,
  { items, decisions, present }: SessionRecords,
  timeZone: string,
): Minutes {
  const clock = (moment: Date | null) => (moment ? clockIn(timeZone, moment) : '')
  return {
    name: sessionName({ ko: council.name_ko, en: council.name_en ?? council.name_ko }, session.number).ko,
    body: council.name_ko,
    on: session.held_on,
    from: clock(session.opened_at),
    to: clock(session.ended_at),
    place: session.place_ko ?? '',
    present: seats.filter(({ id }) => present.includes(id)).map(({ title_ko }) => title_ko),
    items: items.map(({ id, title_ko, minutes, kind, gist, undecided }) => ({
      id,
      title: title_ko,
      minutes,
      isDebated: kind !== 'opening' && kind !== 'closing',
      gist,
      undecided,
      decisions: decisions
        .filter(({ item_id }) => item_id === id)
        .map(decision => ({ text: decision.text_ko, votes: votesOf(decision) })),
    })),
  }
}

export function votesOf(
  decision: Pick<DecisionRow, 'without_objection' | 'votes_for' | 'votes_against' | 'votes_abstained'>,
): Votes | null {
  if (decision.without_objection) return { is: 'without objection' }
  const { votes_for, votes_against, votes_abstained } = decision
  return votes_for === null || votes_against === null || votes_abstained === null
    ? null
    : { is: 'counted', for: votes_for, against: votes_against, abstained: votes_abstained }
}
