/** The bytes of papers that were removed or refused are let go, once no other paper has the same. */
import { inTransaction } from '@ieum/storage'
import { sql } from 'kysely'
import { hold } from '../acting/hold.ts'
import { beginRound } from '../round.ts'
import { nextPapers } from './next-papers.ts'
import type { PaperNeeds } from './paper-needs.ts'

export type PaperDestroyed =
  | { readonly is: 'destroyed' }
  | { readonly is: 'shared' }
  | { readonly is: 'not to destroy' }

/** It may be done again and again: what was done is not done twice, and what failed is done then. */
export function destroyPaper({ database, papers }: PaperNeeds, id: string): Promise<PaperDestroyed> {
  return inTransaction(
    database,
    {},
    async (tx): Promise<PaperDestroyed> => {
      const paper = await tx.selectFrom('paper').select('sha256').where('id', '=', id).executeTakeFirst()
      if (!paper) return { is: 'not to destroy' }
      await hold(tx, `bytes of ${paper.sha256}`)
      const same = await tx
        .selectFrom('paper')
        .select(['id', 'state', 'removed_at', 'destroyed_at'])
        .where('sha256', '=', paper.sha256)
        .execute()
      const isGone = ({ state, removed_at }: (typeof same)[number]) => state === 'refused' || removed_at !== null
      const over = same.filter(one => isGone(one) && one.destroyed_at === null)
      if (!over.some(one => one.id === id)) return { is: 'not to destroy' }
      // A council may have the same.
      const ofCouncil = await tx
        .selectFrom('council_paper')
        .select('id')
        .where('sha256', '=', paper.sha256)
        .where('state', '<>', 'refused')
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      const isShared = ofCouncil !== undefined || same.some(one => !isGone(one))
      if (!isShared) await papers.remove(paper.sha256)
      await tx
        .updateTable('paper')
        .set({ destroyed_at: sql`clock_timestamp()` })
        .where(
          'id',
          'in',
          over.map(one => one.id),
        )
        .execute()
      return { is: isShared ? 'shared' : 'destroyed' }
    },
    { as: 'worker' },
  )
}

/** What was not let go at once: the storage was away, or the server ended in between. */
export async function destroyRemovedPapers(
  needs: PaperNeeds,
  { most = 100 }: { readonly most?: number } = {},
): Promise<{ readonly destroyed: number }> {
  const ids = await nextPapers(
    needs,
    eb =>
      eb.and([eb('destroyed_at', 'is', null), eb.or([eb('removed_at', 'is not', null), eb('state', '=', 'refused')])]),
    most,
  )
  let destroyed = 0
  const round = beginRound()
  for (const id of ids)
    await round.take(`paper ${id}`, async () => {
      if ((await destroyPaper(needs, id)).is !== 'not to destroy') destroyed += 1
    })
  round.end()
  return { destroyed }
}
