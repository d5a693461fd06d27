/** Seats are held by posts: the agency that they are of names these, all in one go, and they are told of its sittings by it. */
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
  readonly seat: string
  /** Null: none; its sittings are then told to the secretaries of the agency. */
  readonly holder: string | null
}

export interface SeatsToHold {
  readonly council: string
  /** Seats that are not among them stay as they are. */
  readonly holders: readonly SeatHolder[]
}

export type SeatsHeld =
  | { readonly is: 'held' }
  | { readonly is: 'no such council' }
  | { readonly is: 'not for this post' }
  /** Nothing of it is done. */
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function holdSeats(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  { council, holders }: SeatsToHold,
): Promise<SeatsHeld> {
  return atDesk({ database }, acting, async desk => {
    const standing = await heldCouncil(desk, council)
    if (!standing) return { is: 'no such council' }
    const { agency } = acting.capacity
    const others = standing.seats.filter(seat => seat.agency !== agency).map(({ id }) => id)
    if (!desk.may('hold seat', standing.relations, council) || holders.some(({ seat }) => others.includes(seat)))
      return { is: 'not for this post' }
    const fields = await holderFaults(desk, standing, holders)
    if (fields.length > 0) return { is: 'faulty', fields }
    const before = new Map(standing.seats.map(seat => [seat.id, seat]))
    const held: SeatRow[] = []
    for (const { seat: id, holder } of holders) {
      const seat = before.get(id)!
      if (seat.post_id === holder) continue
      await desk.tx.updateTable('council_seat').set({ post_id: holder }).where('id', '=', id).execute()
      desk.changed('hold seat', id, { council, holder, before: seat.post_id })
      held.push({ ...seat, post_id: holder })
    }
    await tellHolders(desk, standing, held)
    return { is: 'held' }
  })
}

async function holderFaults(
  { tx, acting }: CouncilDesk,
  { seats }: Standing,
  holders: readonly SeatHolder[],
): Promise<readonly FieldFault[]> {
  const named = holders.flatMap(({ holder }) => (holder !== null && isId(holder) ? [holder] : []))
  const open =
    named.length === 0
      ? []
      : await tx
          .selectFrom('post')
          .select('id')
          .where('id', 'in', named)
          .where('agency', '=', acting.capacity.agency)
          .where('closed_at', 'is', null)
          .execute()
  return holders.flatMap(({ seat, holder }, index) => {
    const at = `/holders/${index}`
    const isTwice = holders.findIndex(one => one.seat === seat) < index
    return [
      // It was there when the agency looked, and the council was changed since.
      ...(seats.some(({ id }) => id === seat) ? [] : [{ field: `${at}/seat`, wrong: 'no seat of this council' }]),
      ...(isTwice ? [{ field: `${at}/seat`, wrong: 'each seat once' }] : []),
      ...(holder === null || open.some(({ id }) => id === holder)
        ? []
        : [{ field: `${at}/holder`, wrong: 'no open post of this agency' }]),
    ]
  })
}

/** Each post once, however many of the seats it comes to hold: that they are its, and the sittings that they were called to before. */
async function tellHolders(desk: CouncilDesk, standing: Standing, held: readonly SeatRow[]): Promise<void> {
  const { council } = standing
  const ofPost = Map.groupBy(held, ({ post_id }) => post_id)
  ofPost.delete(null)
  if (ofPost.size === 0) return
  await notifyPosts(
    desk,
    [...ofPost.keys()].flatMap(post => (post === null || post === desk.acting.capacity.post ? [] : [post])),
    // Named a second time, they are told a second time.
    { event: `council:${council.id}:held:${randomUUID()}`, kind: 'seat.held', detail: councilInNotice(council) },
  )
  const called = await desk.tx
    .selectFrom('council_session')
    .selectAll()
    .where('council_id', '=', council.id)
    .where('state', '=', 'called')
    .execute()
  for (const session of called)
    for (const seats of ofPost.values())
      await tellSeats(desk, { ...standing, session, seats }, 'call', `seat-${seats[0]!.id}`)
}
