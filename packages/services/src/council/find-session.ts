/** A session with its council, as who acts may see them; and nobody else's to change until the end of the transaction where it is to be changed. */
import { isId } from '../acting/act-as.ts'
import { hold } from '../papers/hold.ts'
import { type CouncilDesk, type SessionRow, type Standing, standingIn } from './standing.ts'

export interface SessionFound extends Standing {
  readonly session: SessionRow
}

export async function findSession(
  desk: CouncilDesk,
  id: string,
  { toChange = false }: { readonly toChange?: boolean } = {},
): Promise<SessionFound | null> {
  if (!isId(id)) return null
  const found = desk.tx.selectFrom('council_session').selectAll().where('id', '=', id)
  const session = await found.executeTakeFirst()
  const standing = session && (await standingIn(desk, session.council_id))
  if (!session || !standing) return null
  if (!toChange) return { ...standing, session }
  // Held by its name: the wall lets only the secretariat lock the row, and others put items on its agenda.
  await hold(desk.tx, `session ${id}`)
  return { ...standing, session: await found.executeTakeFirstOrThrow() }
}
