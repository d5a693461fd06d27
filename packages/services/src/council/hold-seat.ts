/** A seat is held by a post: the agency that the seat is of names it, and is told of its sittings by it. */
import { randomUUID } from 'node:crypto'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { notifyPosts } from '../notices/notify.ts'
import { councilInNotice } from './council-in-notice.ts'
import type { CouncilNeeds } from './found-council.ts'
import { heldCouncil } from './held-council.ts'
import { tellSeats } from './move-session.ts'
import type { CouncilDesk, SeatRow, Standing } from './standing.ts'

export interface SeatHolder {
  readonly council: string
  readonly seat: string
  /** Null: none; its sittings are then told to the secretaries of the agency. */
  readonly holder: string | null
}

export type SeatHeld =
  | { readonly is: 'held' }
  | { readonly is: 'no such council' }
  | { readonly is: 'no such seat' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function holdSeat(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  { council, seat: id, holder }: SeatHolder,
): Promise<SeatHeld> {
  return atDesk({ database }, acting, async desk => {
    const standing = await heldCouncil(desk, council)
    if (!standing) return { is: 'no such council' }
    const { agency } = acting.capacity
    const seat = standing.seats.find(one => one.id === id)
    if (!seat) return { is: 'no such seat' }
    if (!desk.may('hold seat', standing.relations, id) || seat.agency !== agency) return { is: 'not for this post' }
    const open =
      holder === null || !isId(holder)
        ? undefined
        : await desk.tx
            .selectFrom('post')
            .select('id')
            .where('id', '=', holder)
            .where('agency', '=', agency)
            .where('closed_at', 'is', null)
            .executeTakeFirst()
    if (holder !== null && !open)
      return { is: 'faulty', fields: [{ field: '/holder', wrong: 'no open post of this agency' }] }
    if (holder === seat.post_id) return { is: 'held' }
    await desk.tx.updateTable('council_seat').set({ post_id: holder }).where('id', '=', id).execute()
    if (holder !== null && holder !== acting.capacity.post)
      await notifyPosts(desk, [holder], {
        // Named a second time, he is told a second time.
        event: `seat:${id}:held:${randomUUID()}`,
        kind: 'seat.held',
        detail: councilInNotice(standing.council),
      })
    if (holder !== null) await tellCalls(desk, standing, { ...seat, post_id: holder })
    desk.changed('hold seat', id, { council, holder, before: seat.post_id })
    return { is: 'held' }
  })
}

/** Who comes to hold a seat hears of the sittings that it was called to before. */
async function tellCalls(desk: CouncilDesk, standing: Standing, seat: SeatRow): Promise<void> {
  const called = await desk.tx
    .selectFrom('council_session')
    .selectAll()
    .where('council_id', '=', standing.council.id)
    .where('state', '=', 'called')
    .execute()
  for (const session of called)
    await tellSeats(desk, { ...standing, session, seats: [seat] }, 'call', `seat-${seat.id}`)
}
