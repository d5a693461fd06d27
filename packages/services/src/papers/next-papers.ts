import { inTransaction, type Tables } from '@ieum/storage'
import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { PaperNeeds } from './paper-needs.ts'

/** Whose turn it is: those never tried first, the oldest before the newer, then those tried longest ago. Noted before, whatever comes of it. */
export async function nextPapers(
  { database }: Pick<PaperNeeds, 'database'>,
  which: (eb: ExpressionBuilder<Tables, 'paper'>) => ExpressionWrapper<Tables, 'paper', SqlBool>,
  most: number,
): Promise<readonly string[]> {
  return inTransaction(
    database,
    {},
    async tx => {
      const next = await tx
        .selectFrom('paper')
        .select('id')
        .where(which)
        .orderBy('tried_at', order => order.asc().nullsFirst())
        .orderBy('uploaded_at')
        .limit(most)
        // Those that another server has at this moment are its own.
        .forUpdate()
        .skipLocked()
        .execute()
      const ids = next.map(({ id }) => id)
      if (ids.length > 0)
        await tx.updateTable('paper').set({ tried_at: sql`clock_timestamp()` }).where('id', 'in', ids).execute()
      return ids
    },
    { as: 'worker' },
  )
}
