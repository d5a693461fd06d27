/** A secretary brings the paper of a session: what can be read of it, held against the council as it stands. Nothing of it is kept. */
import type { CouncilDraft } from '@ieum/papers/read'
import type { Acting, PostCapacity } from '../../acting/acting.ts'
import { atDesk } from '../../acting/at-desk.ts'
import type { CouncilNeeds } from '../found-council.ts'
import { standingIn } from '../standing.ts'
import { draftFromPaper, type PaperDrafted } from './draft-from-paper.ts'

export interface PaperReadForCouncil {
  readonly is: 'drafted'
  readonly draft: CouncilDraft
  /** Agencies with a seat in the council, in their order. */
  readonly seated: readonly string[]
  /** Tasks of the draft that the council has already, by their place in it. */
  readonly there: readonly { readonly at: number; readonly task: string; readonly code: string }[]
}

export type PaperForCouncil =
  | PaperReadForCouncil
  | Exclude<PaperDrafted, { readonly is: 'drafted' }>
  | { readonly is: 'no such council' }
  | { readonly is: 'not for this post' }

export async function readPaperForCouncil(
  { database, catalogue }: CouncilNeeds,
  acting: Acting<PostCapacity>,
  council: string,
  content: Uint8Array,
): Promise<PaperForCouncil> {
  // Whether it may be read at all comes first; the reading takes seconds and holds no transaction open.
  const { once, ...asking } = acting
  const stands = await atDesk({ database }, asking, async desk => {
    const standing = await standingIn(desk, council)
    if (!standing) return { is: 'no such council' } as const
    if (!desk.may('keep council', standing.relations, council)) return { is: 'not for this post' } as const
    const tasks = await desk.tx
      .selectFrom('collaboration_task')
      .select(['id', 'code', 'title_ko'])
      .where('council_id', '=', council)
      .where('state', '<>', 'withdrawn')
      .execute()
    return { is: 'standing', agencies: standing.agencies, tasks } as const
  })
  if (stands.is !== 'standing') return stands
  const read = await draftFromPaper(catalogue, content)
  if (read.is !== 'drafted') return read
  const byTitle = new Map(stands.tasks.map(task => [bare(task.title_ko), task]))
  return {
    is: 'drafted',
    draft: read.draft,
    seated: stands.agencies,
    there: read.draft.tasks.flatMap(({ title }, at) => {
      const task = byTitle.get(bare(title))
      return task ? [{ at, task: task.id, code: task.code }] : []
    }),
  }
}

const bare = (text: string): string => text.replaceAll(/\s/g, '')
