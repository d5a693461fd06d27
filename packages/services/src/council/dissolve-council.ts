/** A council is dissolved by its secretary once nothing is left to do in it. Whoever had a part in it reads it on; nobody writes to it any more. */
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { notifyPosts } from '../notices/notify.ts'
import { councilInNotice } from './council-in-notice.ts'
import type { CouncilNeeds } from './found-council.ts'
import { heldCouncil, heldSessions } from './held-council.ts'
import { postsOfSeats } from './posts-of-seats.ts'
import { type Unfinished, unfinishedIn } from './unfinished.ts'

export type CouncilDissolved =
  | { readonly is: 'dissolved'; readonly on: string }
  | { readonly is: 'no such council' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'changed meanwhile' }
  | { readonly is: 'unfinished'; readonly unfinished: Unfinished }

/** `changed`: the count that who dissolves it has seen. */
export function dissolveCouncil(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  id: string,
  changed: number,
): Promise<CouncilDissolved> {
  return atDesk({ database }, acting, async desk => {
    const standing = await heldCouncil(desk, id)
    if (!standing) return { is: 'no such council' }
    if (!desk.may('keep council', standing.relations, id)) return { is: 'not for this post' }
    const { council, seats } = standing
    if (council.changed !== changed) return { is: 'changed meanwhile' }
    await heldSessions(desk, id)
    const unfinished = await unfinishedIn(desk, id)
    if (Object.values(unfinished).some(count => count > 0)) return { is: 'unfinished', unfinished }
    await notifyPosts(desk, await postsOfSeats(desk, seats), {
      event: `council:${id}:dissolved`,
      kind: 'council.dissolved',
      detail: councilInNotice(council),
    })
    await desk.tx
      .updateTable('council')
      .set({ dissolved_on: acting.on, changed: changed + 1 })
      .where('id', '=', id)
      .execute()
    desk.changed('dissolve council', id, { on: acting.on })
    return { is: 'dissolved', on: acting.on }
  })
}
