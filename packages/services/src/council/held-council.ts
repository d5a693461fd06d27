/** A council, and its sessions that are not over, as they stand: nobody else's to change until the end of the transaction. */
import { hold } from '../acting/hold.ts'
import { type CouncilDesk, type SessionRow, type Standing, standingIn } from './standing.ts'

export async function heldCouncil(desk: CouncilDesk, id: string): Promise<Standing | null> {
  await hold(desk.tx, `council ${id}`)
  return standingIn(desk, id)
}

/** Those that are not over, in their order; sources report only of such that are. */
export async function heldSessions({ tx }: CouncilDesk, council: string): Promise<readonly SessionRow[]> {
  const open = tx
    .selectFrom('council_session')
    .selectAll()
    .where('council_id', '=', council)
    .where('from_catalogue', '=', false)
    .where('state', 'not in', ['minuted', 'cancelled'])
    .orderBy('number')
  for (const { id } of await open.execute()) await hold(tx, `session ${id}`)
  return open.execute()
}
