import type { Tables } from '@ieum/storage'
import type { Selectable } from 'kysely'
import type { CouncilDesk } from '../standing.ts'

export type CouncilPaperRow = Selectable<Tables['council_paper']>

export interface PaperLine {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  /** Handed out once it is clean. */
  readonly state: 'waiting' | 'clean' | 'refused'
  readonly checkedBy: 'structure' | 'clamav' | null
  readonly agency: string
  readonly uploadedAt: string
  /** Of an item of the agenda; null of the session, or of an action. */
  readonly item: string | null
}

export const paperLineOf = (row: CouncilPaperRow): PaperLine => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  bytes: row.bytes,
  state: row.state,
  checkedBy: row.checked_by,
  agency: row.agency,
  uploadedAt: row.uploaded_at.toISOString(),
  item: row.item_id,
})

/** What proves each action, the oldest first. */
export async function papersOfActions(
  { tx }: CouncilDesk,
  actions: readonly string[],
): Promise<ReadonlyMap<string, readonly PaperLine[]>> {
  if (actions.length === 0) return new Map()
  const rows = await tx
    .selectFrom('council_paper')
    .selectAll()
    .where('action_id', 'in', [...actions])
    .where('removed_at', 'is', null)
    .orderBy('uploaded_at')
    .execute()
  const byAction = Map.groupBy(rows, ({ action_id }) => action_id!)
  return new Map([...byAction].map(([action, papers]) => [action, papers.map(paperLineOf)]))
}
