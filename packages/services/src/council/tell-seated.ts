/** Whoever has a seat in a council that was just set up is told of it. */
import { notifyPosts } from '../notices/notify.ts'
import { councilInNotice } from './council-in-notice.ts'
import { postsOfSeats } from './posts-of-seats.ts'
import { type CouncilDesk, standingIn } from './standing.ts'

/** Secretaries of the agencies that have a seat in it; no post holds one yet. */
export async function tellSeated(desk: CouncilDesk, id: string): Promise<void> {
  const standing = await standingIn(desk, id)
  if (!standing) return
  await notifyPosts(desk, await postsOfSeats(desk, standing.seats), {
    event: `council:${id}:seats-1:seat.begun`,
    kind: 'seat.begun',
    detail: councilInNotice(standing.council),
  })
}
