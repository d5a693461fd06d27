/** Who comes, and who was there: agencies tell of their own seats, the secretariat of all. */
import type { SessionState } from '@ieum/council'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { findSession } from './find-session.ts'
import type { CouncilNeeds } from './found-council.ts'

export interface AttendanceTold {
  readonly session: string
  readonly seat: string
  readonly state: 'coming' | 'not-coming' | 'present' | 'absent'
  /** Who sits for the post, by title; null: nobody, and left out, whoever it was. */
  readonly deputy?: string | null | undefined
  /** What was marked when this was said; left out, whoever marks last is right. */
  readonly seen?: string | undefined
  /** Who was to sit for the post when this was said; null: nobody. */
  readonly seenDeputy?: string | null | undefined
}

export type AttendanceMarked =
  | { readonly is: 'marked' }
  | { readonly is: 'no such session' }
  | { readonly is: 'no such seat' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: SessionState }
  | { readonly is: 'changed meanwhile' }

export function markAttendance(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  { session, seat, state, deputy, seen, seenDeputy }: AttendanceTold,
): Promise<AttendanceMarked> {
  return atDesk({ database }, acting, async desk => {
    const found = await findSession(desk, session)
    if (!found) return { is: 'no such session' }
    const taken = found.seats.find(({ id }) => id === seat)
    if (!taken) return { is: 'no such seat' }
    const announces = state === 'coming' || state === 'not-coming'
    const isOwn = taken.agency === acting.capacity.agency
    const allowed = announces && isOwn ? 'read council' : 'keep council'
    if (!desk.may(allowed, found.relations, session)) return { is: 'not for this post' }
    const at = found.session.state
    if (at !== 'called' && at !== 'sitting' && !(at === 'ended' && !announces))
      return { is: 'not allowed now', state: at }
    if (seen !== undefined || seenDeputy !== undefined) {
      const stands = await desk.tx
        .selectFrom('attendance')
        .select(['state', 'deputy'])
        .where('session_id', '=', session)
        .where('seat_id', '=', seat)
        .forUpdate()
        .executeTakeFirst()
      // What somebody else said the same of is no other word.
      const isOther = <V>(now: V, was: V | undefined, said: V | undefined) =>
        was !== undefined && now !== was && now !== said
      if (stands && (isOther<string>(stands.state, seen, state) || isOther(stands.deputy, seenDeputy, deputy)))
        return { is: 'changed meanwhile' }
    }
    const marked = await desk.tx
      .updateTable('attendance')
      .set({ state, ...(deputy !== undefined && { deputy }) })
      .where('session_id', '=', session)
      .where('seat_id', '=', seat)
      .returning('seat_id')
      .executeTakeFirst()
    if (!marked) return { is: 'no such seat' }
    desk.changed('mark attendance', session, { seat, state })
    return { is: 'marked' }
  })
}
