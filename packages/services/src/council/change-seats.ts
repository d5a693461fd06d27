/** Seats are kept, worded anew, ended and begun, and who is concerned is told. */
import { addDays } from '@ieum/catalogue/days'
import { notifyPosts } from '../notices/notify.ts'
import type { SeatBegun, SeatChanges } from './changed-seats.ts'
import { councilInNotice } from './council-in-notice.ts'
import { tellSeats } from './move-session.ts'
import { postsOfSeats } from './posts-of-seats.ts'
import { seatsUsed } from './seats-used.ts'
import type { CouncilDesk, SeatRow, SessionRow, Standing } from './standing.ts'

export interface SeatsToChange {
  readonly standing: Standing
  readonly changes: SeatChanges
  /** Sessions to which seats were called. */
  readonly called: readonly SessionRow[]
  /** The count of the council once it is changed. */
  readonly changed: number
}

/** Behind the walls: people write of a seat only who holds it. Whether it may be done was asked before. */
export async function changeSeats(desk: CouncilDesk, asked: SeatsToChange): Promise<void> {
  const { standing, changes, called, changed } = asked
  const begun = await desk.asWorker(() => writeSeats(desk, standing.council.id, changes))
  for (const session of called) {
    await desk.asWorker(() => callAnew(desk, session, changes, begun))
    await tellSeats(desk, { ...standing, session, seats: begun }, 'call', `seats-${changed}`)
  }
  await forgetSlips(desk, standing, changes)
  await tellWhoCameAndWent(desk, asked, begun)
}

async function writeSeats(
  { tx, acting: { on } }: CouncilDesk,
  council: string,
  { kept, reworded, ended, begun }: SeatChanges,
): Promise<readonly SeatRow[]> {
  for (const { id, ...change } of [...kept, ...reworded])
    await tx.updateTable('council_seat').set(change).where('id', '=', id).execute()
  // What began today counts for today: a last day before the first there is not.
  for (const { id, since } of ended)
    await tx
      .updateTable('council_seat')
      .set({ until: since === on ? on : addDays(on, -1) })
      .where('id', '=', id)
      .execute()
  const rows: SeatRow[] = []
  for (const seat of begun) rows.push(await begin(tx, council, seat, on))
  return rows
}

/** What was said for the seat that it takes the place of stands for it: of proposals, and of what was agreed today. */
async function begin(
  tx: CouncilDesk['tx'],
  council: string,
  { instead, ...words }: SeatBegun,
  on: string,
): Promise<SeatRow> {
  const seat = await tx
    .insertInto('council_seat')
    .values({ ...words, council_id: council, since: on })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (instead === null) return seat
  const said = ['agreement_id', 'side', 'position', 'reason', 'session_id', 'post_id', 'person_id', 'at'] as const
  await tx
    .insertInto('closing_position')
    .columns([...said, 'seat_id'])
    .expression(query =>
      query
        .selectFrom('closing_position as p')
        .innerJoin('closing_agreement as c', 'c.id', 'p.agreement_id')
        .select([
          'p.agreement_id',
          'p.side',
          'p.position',
          'p.reason',
          'p.session_id',
          'p.post_id',
          'p.person_id',
          'p.at',
        ])
        .select(({ val }) => val(seat.id).as('seat_id'))
        .where('p.seat_id', '=', instead)
        .where(({ or, eb }) => or([eb('c.state', '=', 'proposed'), eb('c.agreed_on', '=', on)])),
    )
    .execute()
  return seat
}

/** Who has a seat by now is called to the sitting, and whose seat has ended is not. */
async function callAnew(
  { tx }: CouncilDesk,
  session: SessionRow,
  { ended }: SeatChanges,
  begun: readonly SeatRow[],
): Promise<void> {
  const gone = ended.map(({ id }) => id)
  if (gone.length > 0)
    await tx.deleteFrom('attendance').where('session_id', '=', session.id).where('seat_id', 'in', gone).execute()
  if (begun.length > 0)
    await tx
      .insertInto('attendance')
      .values(begun.map(({ id }) => ({ session_id: session.id, seat_id: id })))
      .execute()
}

/** What began and ended on one day, and of which nothing is kept, was a slip. */
async function forgetSlips(desk: CouncilDesk, { seats }: Standing, { ended }: SeatChanges): Promise<void> {
  const slips = seats.filter(({ id, since }) => since === desk.acting.on && ended.some(one => one.id === id))
  const used = await seatsUsed(desk, slips)
  const unused = slips.flatMap(({ id }) => (used.has(id) ? [] : [id]))
  if (unused.length > 0)
    await desk.asWorker(() => desk.tx.deleteFrom('council_seat').where('id', 'in', unused).execute())
}

/** Posts that hold a seat, or look after one, and did not before; and those that do so no longer. */
async function tellWhoCameAndWent(
  desk: CouncilDesk,
  { standing, changes, changed }: SeatsToChange,
  begun: readonly SeatRow[],
): Promise<void> {
  const hasEnded = (seat: SeatRow) => changes.ended.some(({ id }) => id === seat.id)
  const before = await postsOfSeats(desk, standing.seats)
  const now = await postsOfSeats(desk, [...standing.seats.filter(seat => !hasEnded(seat)), ...begun])
  const { council } = standing
  for (const [kind, posts] of [
    ['seat.ended', before.filter(post => !now.includes(post))],
    ['seat.begun', now.filter(post => !before.includes(post))],
  ] as const)
    await notifyPosts(desk, posts, {
      event: `council:${council.id}:seats-${changed}:${kind}`,
      kind,
      detail: councilInNotice(council),
    })
}
