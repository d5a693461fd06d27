/** Whoever keeps the installation takes a whole trail away, of every agency and of the firms: asked what for, and written into each lane. */
import type { Day } from '@ieum/catalogue/records'
import { type Database, inTransaction } from '@ieum/storage'
import type { FieldFault } from '../field-fault.ts'
import { shortestReason } from './export-trail.ts'
import { type Checkpoint, checkpointOf, type Trail, trailLines, trails } from './trail-lines.ts'

export interface TrailToTake {
  readonly trail: Trail
  readonly reason: string
}

export type TrailTaken =
  | { readonly is: 'taken'; readonly lines: AsyncIterable<string> }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export async function takeTrail(
  { database }: { readonly database: Database },
  on: Day,
  { trail, reason }: TrailToTake,
): Promise<TrailTaken> {
  if (reason.trim().length < shortestReason)
    return {
      is: 'faulty',
      fields: [{ field: '/reason', wrong: `what it is taken for, in at least ${shortestReason} letters` }],
    }
  const { heads } = await checkpointOf(database, trail)
  if (heads.length > 0)
    await inTransaction(
      database,
      { on },
      tx =>
        tx
          .insertInto('audit_entry')
          .values(
            heads.map(({ lane, seq }) => ({
              lane,
              operation: 'export trails',
              subject: trail,
              detail: JSON.stringify({ by: 'keeper', entries: seq, reason: reason.trim() }),
            })),
          )
          .execute(),
      { as: 'worker' },
    )
  return { is: 'taken', lines: trailLines(database, trail) }
}

/** To be kept elsewhere: with it an end that is cut off later is seen. */
export interface CheckpointFile {
  readonly taken: Day
  readonly checkpoints: readonly Checkpoint[]
}

export async function checkpointFile({ database }: { readonly database: Database }, on: Day): Promise<CheckpointFile> {
  const checkpoints: Checkpoint[] = []
  for (const trail of trails) checkpoints.push(await checkpointOf(database, trail))
  return { taken: on, checkpoints }
}
