/** What a paper of a council belongs to, and whether who acts may put one there. */
import type { ActionState, SessionState } from '@ieum/council'
import { isId } from '../../acting/act-as.ts'
import { findSession } from '../find-session.ts'
import { type CouncilDesk, type Standing, standingIn } from '../standing.ts'

export type PaperPlace =
  | { readonly is: 'session'; readonly session: string }
  | { readonly is: 'item'; readonly item: string }
  /** The proof of an action. */
  | { readonly is: 'action'; readonly action: string }

export interface PlaceFound extends Standing {
  readonly is: 'found'
  readonly columns: {
    readonly session_id: string | null
    readonly item_id: string | null
    readonly action_id: string | null
  }
  /** Whether who acts may bring one, and take one away that his agency brought. */
  readonly may: boolean
  /** The state in which nothing is added any more. */
  readonly shut: SessionState | ActionState | null
  /** The state in which nothing is taken away any more: what was reported rests on its proof. */
  readonly stays: SessionState | ActionState | null
}

/** Nothing changes about it until the end of the transaction where it is to be changed. */
export async function findPlace(
  desk: CouncilDesk,
  place: PaperPlace,
  { toChange = false }: { readonly toChange?: boolean } = {},
): Promise<PlaceFound | { readonly is: 'no such place' }> {
  if (place.is === 'action') return ofAction(desk, place.action, toChange)
  const item = place.is === 'item' ? await itemOf(desk, place.item) : null
  const session = place.is === 'session' ? place.session : item?.session_id
  const found = session === undefined ? null : await findSession(desk, session, { toChange })
  if (!found || (place.is === 'item' && !item)) return { is: 'no such place' }
  const { capacity } = desk.acting
  const keeps = found.relations.has('secretariat') && capacity.role === 'secretary'
  const isOwn = item !== null && item?.proposed_by.length === 1 && item.proposed_by[0] === capacity.agency
  const { state } = found.session
  const shut = state === 'minuted' || state === 'cancelled' ? state : null
  return {
    ...found,
    is: 'found',
    columns: { session_id: found.session.id, item_id: item?.id ?? null, action_id: null },
    may: keeps || (isOwn && (capacity.role === 'secretary' || capacity.role === 'programme-owner')),
    shut,
    stays: shut,
  }
}

async function ofAction(
  desk: CouncilDesk,
  id: string,
  toChange: boolean,
): Promise<PlaceFound | { readonly is: 'no such place' }> {
  if (!isId(id)) return { is: 'no such place' }
  const asked = desk.tx.selectFrom('council_action').selectAll().where('id', '=', id)
  // Held as its moves hold it: no proof goes while it is being reported.
  const action = await (toChange ? asked.forUpdate() : asked).executeTakeFirst()
  const standing = action && (await standingIn(desk, action.council_id))
  if (!action || !standing) return { is: 'no such place' }
  return {
    ...standing,
    is: 'found',
    columns: { session_id: null, item_id: null, action_id: id },
    may: action.owner_post === desk.acting.capacity.post,
    shut: action.state === 'closed' || action.state === 'dropped' ? action.state : null,
    stays: action.state === 'open' ? null : action.state,
  }
}

async function itemOf({ tx }: CouncilDesk, id: string) {
  if (!isId(id)) return null
  return (await tx.selectFrom('agenda_item').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}
