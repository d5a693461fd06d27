/** A sitting is called, opened, ended and closed: called with its posts invited, opened with its quorum there, closed with its minutes whole. */
import { dayIn } from '@ieum/catalogue/moments'
import type { Day } from '@ieum/catalogue/records'
import {
  type Missing,
  missingFromMinutes,
  type Quorum,
  quorumOf,
  type SessionMove,
  type SessionState,
  sessionMoves,
} from '@ieum/council'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { notifyPosts } from '../notices/notify.ts'
import { councilInNotice } from './council-in-notice.ts'
import { findSession, type SessionFound } from './find-session.ts'
import type { CouncilNeeds } from './found-council.ts'
import { minutesOfSession, recordsOf } from './minutes-of.ts'
import { postsOfSeats } from './posts-of-seats.ts'
import type { CouncilDesk } from './standing.ts'

export type SessionMoved =
  | { readonly is: 'moved'; readonly state: SessionState; readonly changed: number }
  | { readonly is: 'no such session' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: SessionState }
  | { readonly is: 'nothing on the agenda' }
  | { readonly is: 'no quorum'; readonly present: number; readonly needed: number; readonly absent: readonly string[] }
  | { readonly is: 'minutes incomplete'; readonly missing: readonly Missing[] }
  | { readonly is: 'changed meanwhile'; readonly state: SessionState; readonly changed: number }

export interface SessionMoveAsked {
  readonly session: string
  readonly move: SessionMove
  /** The count that who moves has seen. */
  readonly changed: number
  /** When it was opened or ended, where that only comes in now: a room may have had no network. */
  readonly at?: string | undefined
}

export function moveSession(
  { database, timeZone }: Pick<CouncilNeeds, 'database'> & { readonly timeZone: string },
  acting: Acting<PostCapacity>,
  { session: id, move, changed, at }: SessionMoveAsked,
): Promise<SessionMoved> {
  return atDesk({ database }, acting, async desk => {
    const found = await findSession(desk, id, { toChange: true })
    if (!found) return { is: 'no such session' }
    if (!desk.may('keep council', found.relations, id)) return { is: 'not for this post' }
    const { session } = found
    if (session.changed !== changed) return { is: 'changed meanwhile', state: session.state, changed: session.changed }
    const to = sessionMoves[session.state][move]
    // What was held before this record was kept has no minutes here to be signed.
    if (!to || session.from_catalogue) return { is: 'not allowed now', state: session.state }
    const hindered = await hindrance(desk, found, move, timeZone)
    if (hindered) return hindered

    if (move === 'call') await invite(desk, found)
    if (move === 'end') await settleAttendance(desk, id)
    await desk.tx
      .updateTable('council_session')
      .set({
        state: to,
        changed: changed + 1,
        ...(move === 'call' && { called_at: sql<Date>`now()` }),
        // Nobody opens a sitting before it was called.
        // It was held on the day on which it was opened, whatever day it was planned for.
        ...(move === 'open' && {
          opened_at: sql<Date>`greatest(${momentOf(at)}, called_at)`,
          held_on: openedOn({ at, called: session.called_at, today: acting.on, timeZone }),
          quorum_seats: found.council.quorum_seats,
          quorum_every_agency: found.council.quorum_every_agency,
        }),
        ...(move === 'end' && {
          ended_at: sql<Date>`greatest(${momentOf(at)}, opened_at, item_began)`,
          current_item: null,
          item_began: null,
        }),
        ...(move === 'close' && { minuted_at: sql<Date>`now()`, minuted_by: acting.person.id }),
      })
      .where('id', '=', id)
      .execute()
    desk.changed(`${move} session`, id, {
      council: found.council.id,
      number: session.number,
      ...(at !== undefined && { at }),
    })
    if (move === 'call' || move === 'cancel' || move === 'close') await tellSeats(desk, found, move)
    return { is: 'moved', state: to, changed: changed + 1 }
  })
}

/** Never one that is still to come: clocks in rooms are fast and slow. */
const momentOf = (at: string | undefined) =>
  at === undefined ? sql<Date>`now()` : sql<Date>`least(${at}::timestamptz, now())`

interface Opened {
  readonly at: string | undefined
  readonly called: Date | null
  readonly today: Day
  readonly timeZone: string
}

/** The day of the moment that is kept as that of its opening. */
function openedOn({ at, called, today, timeZone }: Opened): Day {
  if (at === undefined) return today
  const moments = [new Date(at), called ?? new Date(at)].map(moment => dayIn(timeZone, moment))
  const day = moments.sort().at(-1)!
  return day < today ? day : today
}

async function hindrance(
  desk: CouncilDesk,
  found: SessionFound,
  move: SessionMove,
  timeZone: string,
): Promise<SessionMoved | undefined> {
  const records = await recordsOf(desk, found.session.id)
  if ((move === 'call' || move === 'open') && records.items.length === 0) return { is: 'nothing on the agenda' }
  if (move === 'open') {
    const quorum = quorumNow(found, records.present)
    if (quorum.is === 'short') return { ...quorum, is: 'no quorum' }
  }
  if (move === 'close') {
    const missing = missingFromMinutes(minutesOfSession(found, records, timeZone))
    if (missing.length > 0) return { is: 'minutes incomplete', missing }
  }
  return undefined
}

/** By the rule that it was opened with. Seats of organisations that are no agencies here count by their words. */
export function quorumNow({ council, seats, session }: SessionFound, present: readonly string[]): Quorum {
  return quorumOf(
    {
      seats: Number(session.quorum_seats ?? council.quorum_seats),
      everyAgency: session.quorum_every_agency ?? council.quorum_every_agency,
    },
    seats.map(({ id, agency, kind, side, title_ko }) => ({
      id,
      agency: agency ?? side ?? title_ko,
      votes: kind !== 'observer',
    })),
    new Set(present),
  )
}

async function invite({ tx }: CouncilDesk, { seats, session }: SessionFound): Promise<void> {
  if (seats.length === 0) return
  await tx
    .insertInto('attendance')
    .values(seats.map(({ id }) => ({ session_id: session.id, seat_id: id })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Who was not marked as present was not there. */
async function settleAttendance({ tx }: CouncilDesk, session: string): Promise<void> {
  await tx
    .updateTable('attendance')
    .set({ state: 'absent' })
    .where('session_id', '=', session)
    .where('state', '<>', 'present')
    .execute()
}

/** `time`: what sets a call apart from others of the same session that is called anew. */
export async function tellSeats(
  desk: CouncilDesk,
  { council, seats, session }: SessionFound,
  move: 'call' | 'cancel' | 'close',
  time?: number | string,
): Promise<void> {
  const posts = await postsOfSeats(desk, seats)
  await notifyPosts(desk, posts, {
    event: `session:${session.id}:${move}${time === undefined ? '' : `:${time}`}`,
    kind: `session.${move}`,
    detail: { ...councilInNotice(council), session: session.id, number: session.number, on: session.held_on },
  })
}
