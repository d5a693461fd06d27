/**
 * Whether the trail of the auditor's agency is as it was written, up to where its chain ends now and up to each month that was marked as
 * reviewed. Who can change all of that at once is found out by a checkpoint that is kept elsewhere.
 */
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { agencysOwn, type TrailNeeds } from './read-accesses.ts'
import { type Checkpoint, checkpointOf, type Head, type Trail, trailLines, trails } from './trail-lines.ts'
import { type Verified, verifyTrail } from './verify-trail.ts'

export type OwnTrailVerified =
  | { readonly is: 'verified'; readonly verified: Verified }
  | { readonly is: 'not for this post' }

export async function verifyOwnTrail(
  needs: Pick<TrailNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  trail: Trail,
): Promise<OwnTrailVerified> {
  const lane = acting.capacity.agency
  const { once: _, ...each } = acting
  const reviewed = await atDesk(needs, each, async (desk): Promise<readonly Head[] | null> => {
    if (!desk.may('read trails', agencysOwn, trail)) return null
    if (trail !== 'access_entry') return []
    return desk.tx
      .selectFrom('trail_review')
      .select(['agency as lane', 'seq', 'hash'])
      .where('agency', '=', lane)
      .where('seq', '>', 0)
      .orderBy('reviewed_at')
      .execute()
  })
  if (!reviewed) return { is: 'not for this post' }
  const now = await checkpointOf(needs.database, trail, { lane })
  const verified = await verifyTrail(withReviewed(trailLines(needs.database, trail, { lane }), reviewed), now)
  return atDesk(needs, each, async desk => {
    if (!desk.may('read trails', agencysOwn, trail)) return { is: 'not for this post' }
    desk.changed('verify trail', trail, {
      is: verified.is,
      ...(verified.is === 'whole' ? { entries: verified.entries } : { seq: verified.seq, why: verified.why }),
    })
    return { is: 'verified', verified }
  })
}

/** An entry that a review saw with another hash breaks the chain here, whatever the chain itself says. */
async function* withReviewed(lines: AsyncIterable<string>, reviewed: readonly Head[]): AsyncGenerator<string> {
  const seen = new Map(reviewed.map(({ seq, hash }) => [seq, hash]))
  for await (const line of lines) {
    const { seq, hash } = seen.size > 0 ? (JSON.parse(line) as { seq?: number; hash?: string }) : {}
    const was = seq === undefined ? undefined : seen.get(seq)
    yield was !== undefined && was !== hash ? JSON.stringify({ ...JSON.parse(line), hash: was }) : line
  }
}

export type CheckpointTaken =
  | { readonly is: 'taken'; readonly checkpoints: readonly Checkpoint[] }
  | { readonly is: 'not for this post' }

/** Where both chains of the agency end now: to be kept elsewhere. */
export async function takeCheckpoint(
  needs: Pick<TrailNeeds, 'database'>,
  { once: _, ...acting }: Acting<PostCapacity>,
): Promise<CheckpointTaken> {
  const lane = acting.capacity.agency
  const allowed = await atDesk(needs, acting, async desk => desk.may('read trails', agencysOwn, 'trail_head') !== null)
  if (!allowed) return { is: 'not for this post' }
  const checkpoints: Checkpoint[] = []
  for (const trail of trails) checkpoints.push(await checkpointOf(needs.database, trail, { lane }))
  return { is: 'taken', checkpoints }
}
