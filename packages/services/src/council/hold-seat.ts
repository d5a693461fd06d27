/** A seat is held by a post: the agency that the seat is of names it, and is told of its sittings by it. */
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { notifyPosts } from '../notices/notify.ts'
import { councilInNotice } from './council-in-notice.ts'
import type { CouncilNeeds } from './found-council.ts'
import { heldCouncil } from './held-council.ts'

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
        event: `seat:${id}:held:${holder}`,
        kind: 'seat.held',
        detail: councilInNotice(standing.council),
      })
    desk.changed('hold seat', id, { council, holder, before: seat.post_id })
    return { is: 'held' }
  })
}
