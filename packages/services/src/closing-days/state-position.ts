/** What a side says of proposed closing days: by its own agency, or, for associations that are no agency here, written down by the secretary. */
import { needsReason, type Position } from '@ieum/council'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { CouncilNeeds } from '../council/found-council.ts'
import type { FieldFault } from '../field-fault.ts'
import { holdClosing } from './find-closing.ts'
import type { AgreementRow } from './terms.ts'

export interface PositionToState {
  readonly agreement: string
  readonly seat: string
  readonly position: Position
  readonly reason?: string | undefined
  /** The sitting in which it was said. */
  readonly session?: string | undefined
}

export type PositionStated =
  | { readonly is: 'stated' }
  | { readonly is: 'no such agreement' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'no longer open'; readonly state: AgreementRow['state'] }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function statePosition(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  { agreement: id, seat: seatId, position, reason, session }: PositionToState,
): Promise<PositionStated> {
  return atDesk({ database }, acting, async desk => {
    const found = await holdClosing(desk, id)
    if (!found) return { is: 'no such agreement' }
    const { agreement, standing } = found
    const seat = standing.seats.find(one => one.id === seatId)
    if (!seat?.side) return { is: 'faulty', fields: [{ field: '/seat', wrong: 'no seat of a side in this body' }] }
    const isOwn = seat.agency === acting.capacity.agency
    const isKept = seat.agency === null && standing.relations.has('secretariat')
    const mayState = isOwn
      ? desk.may('state position', standing.relations, id)
      : isKept && desk.may('keep council', standing.relations, id)
    if (!mayState) return { is: 'not for this post' }
    if (agreement.state !== 'proposed') return { is: 'no longer open', state: agreement.state }
    if (needsReason(position) && !reason?.trim())
      return { is: 'faulty', fields: [{ field: '/reason', wrong: 'say why' }] }
    if (session !== undefined) {
      const held = isId(session)
        ? await desk.tx
            .selectFrom('council_session')
            .select('id')
            .where('id', '=', session)
            .where('council_id', '=', agreement.council_id)
            .executeTakeFirst()
        : undefined
      if (!held) return { is: 'faulty', fields: [{ field: '/session', wrong: 'no session of this body' }] }
    }
    await desk.tx
      .insertInto('closing_position')
      .values({
        agreement_id: id,
        seat_id: seat.id,
        side: seat.side as 'large',
        position,
        reason: reason?.trim() || null,
        session_id: session ?? null,
        post_id: acting.capacity.post,
        person_id: acting.person.id,
      })
      .execute()
    desk.changed('state position', id, { council: agreement.council_id, seat: seat.id, side: seat.side, position })
    return { is: 'stated' }
  })
}
