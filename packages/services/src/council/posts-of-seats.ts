/** Who is told of what a council does: the post that holds each seat, and where none does the secretaries of its agency. */
import { postsFor } from '../notices/posts-for.ts'
import type { CouncilDesk, SeatRow } from './standing.ts'

/** Each once; never the post that acts. */
export async function postsOfSeats(desk: CouncilDesk, seats: readonly SeatRow[]): Promise<readonly string[]> {
  const posts = new Set(await openHolders(desk, seats))
  const unheld = new Set(
    seats.flatMap(({ agency, post_id }) => (agency !== null && !(post_id && posts.has(post_id)) ? [agency] : [])),
  )
  for (const agency of unheld) for (const post of await postsFor(desk, agency, ['secretary'])) posts.add(post)
  posts.delete(desk.acting.capacity.post)
  return [...posts]
}

async function openHolders({ tx }: CouncilDesk, seats: readonly SeatRow[]): Promise<readonly string[]> {
  const held = seats.flatMap(({ post_id }) => post_id ?? [])
  if (held.length === 0) return []
  const open = await tx.selectFrom('post').select('id').where('id', 'in', held).where('closed_at', 'is', null).execute()
  return open.map(({ id }) => id)
}
