/** A session with its council, as who acts may see them; locked to the end of the transaction where it is to be changed. */
import { isId } from '../acting/act-as.ts'
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
  // Only who keeps it may lock the row: the wall shows it to others for reading alone.
  if (!toChange || !standing.relations.has('secretariat')) return { ...standing, session }
  const locked = await found.forUpdate().executeTakeFirst()
  return locked ? { ...standing, session: locked } : { ...standing, session }
}
