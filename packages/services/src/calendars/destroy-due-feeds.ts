/** Addresses of calendars at which nothing has been for a year are destroyed (`retention` of the table). */
import type { Day } from '@ieum/catalogue/records'
import { type Database, inTransaction } from '@ieum/storage'
import { sql } from 'kysely'
import { yearBefore } from '../acting/year-before.ts'

export interface FeedsDestroyed {
  readonly destroyed: number
}

/** Nothing is there once it was ended, its maker left the post, or the post was closed. Asked again on one day, it finds nothing more. */
export function destroyDueFeeds({ database }: { readonly database: Database }, on: Day): Promise<FeedsDestroyed> {
  return inTransaction(
    database,
    { on },
    async tx => {
      const { numAffectedRows } = await sql`
        delete from calendar_feed f using post p
        where p.id = f.post_id and least(f.ended_at, p.closed_at, (
          select case when bool_and(h.until is not null) then max(h.until) end from post_holder h
          where h.post_id = f.post_id and h.person_id = f.person_id
        )) < ${yearBefore(on)}`.execute(tx)
      return { destroyed: Number(numAffectedRows) }
    },
    { as: 'worker' },
  )
}
