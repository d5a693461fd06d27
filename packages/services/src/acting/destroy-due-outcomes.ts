/** Outcomes that are kept for requests that come twice hold what was answered, so they go after a year (`retention` of the table). */
import type { Day } from '@ieum/catalogue/records'
import { type Database, inTransaction } from '@ieum/storage'
import { yearBefore } from './year-before.ts'

export interface OutcomesDestroyed {
  readonly destroyed: number
}

/** Asked again on one day, it finds nothing more. */
export function destroyDueOutcomes({ database }: { readonly database: Database }, on: Day): Promise<OutcomesDestroyed> {
  return inTransaction(
    database,
    { on },
    async tx => {
      const { numDeletedRows } = await tx
        .deleteFrom('kept_outcome')
        .where('created_at', '<', yearBefore(on))
        .executeTakeFirstOrThrow()
      return { destroyed: Number(numDeletedRows) }
    },
    { as: 'worker' },
  )
}
