/** A session with its council, as who acts may see them; and nobody else's to change until the end of the transaction where it is to be changed. */
import { isId } from '../acting/act-as.ts'
import { hold } from '../acting/hold.ts'
import { type CouncilDesk, type SeatRow, type SessionRow, type Standing, standingIn } from './standing.ts'

/** Its seats are those that were called to it, or that stood when it was held; of one that was not called yet, those of the council. */
export interface SessionFound extends Standing {
  readonly session: SessionRow
}

export async function findSession(
  desk: CouncilDesk,
  id: string,
  { toChange = false }: { readonly toChange?: boolean } = {},
): Promise<SessionFound | null> {
  if (!isId(id)) return null
  // Held by its name: the wall lets only the secretariat lock the row, and others put items on its agenda.
  if (toChange) await hold(desk.tx, `session ${id}`)
  const session = await desk.tx.selectFrom('council_session').selectAll().where('id', '=', id).executeTakeFirst()
  const standing = session && (await standingIn(desk, session.council_id))
  if (!session || !standing) return null
  const called = session.from_catalogue ? await seatsOn(desk, session) : await seatsCalled(desk, id)
  return {
    ...standing,
    seats: called.length > 0 ? called : standing.seats,
    session,
  }
}

const seatsCalled = ({ tx }: CouncilDesk, session: string): Promise<readonly SeatRow[]> =>
  tx
    .selectFrom('council_seat as s')
    .innerJoin('attendance as a', 'a.seat_id', 's.id')
    .selectAll('s')
    .where('a.session_id', '=', session)
    .orderBy('s.position')
    .execute()

const seatsOn = ({ tx }: CouncilDesk, { council_id, held_on }: SessionRow): Promise<readonly SeatRow[]> =>
  tx
    .selectFrom('council_seat')
    .selectAll()
    .where('council_id', '=', council_id)
    .where('since', '<=', held_on)
    .where(row => row.or([row('until', 'is', null), row('until', '>=', held_on)]))
    .orderBy('position')
    .execute()
