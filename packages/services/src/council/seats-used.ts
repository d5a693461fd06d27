/** Seats that something is kept of: of them nothing is worded anew, not even on their first day. */
import type { CouncilDesk, SeatRow } from './standing.ts'

/** In a sitting that is more than called, as its chair, or by a position on closing days. */
export async function seatsUsed(
  { tx, asWorker }: CouncilDesk,
  seats: readonly SeatRow[],
): Promise<ReadonlySet<string>> {
  const ids = seats.map(({ id }) => id)
  if (ids.length === 0) return new Set()
  return asWorker(async () => {
    const sat = await tx
      .selectFrom('attendance as a')
      .innerJoin('council_session as s', 's.id', 'a.session_id')
      .select('a.seat_id as seat')
      .where('a.seat_id', 'in', ids)
      .where('s.state', '<>', 'called')
      .execute()
    const chaired = await tx
      .selectFrom('council_session')
      .select('chair_seat as seat')
      .where('chair_seat', 'in', ids)
      .execute()
    const stated = await tx
      .selectFrom('closing_position')
      .select('seat_id as seat')
      .where('seat_id', 'in', ids)
      .execute()
    return new Set([...sat, ...chaired, ...stated].flatMap(({ seat }) => seat ?? []))
  })
}
