/** A paper is taken away by the agency that brought it, or by who keeps the council, until the minutes are signed or the action is reported. */
import type { ActionState, SessionState } from '@ieum/council'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../../acting/acting.ts'
import { atDesk } from '../../acting/at-desk.ts'
import type { PaperNeeds } from '../../papers/paper-needs.ts'
import { findPlace, type PaperPlace } from './find-place.ts'
import type { CouncilPaperRow } from './paper-line.ts'
import { findCouncilPaper } from './read-council-papers.ts'
import { destroyCouncilPaper } from './settle-council-papers.ts'

export type CouncilPaperRemoved =
  | { readonly is: 'removed' }
  | { readonly is: 'no such paper' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: SessionState | ActionState }

export async function removeCouncilPaper(
  needs: PaperNeeds,
  acting: Acting<PostCapacity>,
  id: string,
): Promise<CouncilPaperRemoved> {
  const removed = await atDesk(needs, acting, async (desk): Promise<CouncilPaperRemoved> => {
    const paper = await findCouncilPaper(desk, id)
    const place = paper && (await findPlace(desk, placeOf(paper), { toChange: true }))
    if (!paper || place?.is !== 'found') return { is: 'no such paper' }
    const operation = paper.action_id === null ? 'put on agenda' : 'report action'
    if (!desk.may(operation, place.relations, place.council.id) || !place.may) return { is: 'not for this post' }
    const keeps = place.relations.has('secretariat') && acting.capacity.role === 'secretary'
    if (paper.agency !== acting.capacity.agency && !keeps) return { is: 'not for this post' }
    if (place.stays) return { is: 'not allowed now', state: place.stays }
    await desk.tx
      .updateTable('council_paper')
      .set({ removed_at: sql`clock_timestamp()` })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .execute()
    desk.changed('remove council paper', id, { council: paper.council_id, name: paper.name })
    return { is: 'removed' }
  })
  // It is removed whatever comes of this; the clock tries again.
  if (removed.is === 'removed') await destroyCouncilPaper(needs, id).catch(() => undefined)
  return removed
}

function placeOf({ item_id, session_id, action_id }: CouncilPaperRow): PaperPlace {
  if (action_id !== null) return { is: 'action', action: action_id }
  return item_id === null ? { is: 'session', session: session_id! } : { is: 'item', item: item_id }
}
