/** How much is going on in the whole installation, in counts: for whoever keeps it. */
import type { Day } from '@ieum/catalogue/records'
import type { ReferralState } from '@ieum/desk'
import { type Database, inTransaction } from '@ieum/storage'
import { sql } from 'kysely'

export interface DeskCounts {
  readonly referrals: Partial<Record<ReferralState, number>>
  /** Awaiting an answer after the day on which it was due. */
  readonly overdue: number
  readonly firms: number
  /** That have an open post. */
  readonly agencies: number
  readonly people: number
}

export function countDesk({ database }: { readonly database: Database }, on: Day): Promise<DeskCounts> {
  return inTransaction(
    database,
    { on },
    async tx => {
      const states = await tx
        .selectFrom('referral')
        .select(({ fn }) => [
          'state',
          fn.countAll<number>().as('count'),
          sql<number>`count(*) filter (where due < ${on}::date)`.as('overdue'),
        ])
        .groupBy('state')
        .orderBy('state')
        .execute()
      const { firms, agencies, people } = await tx
        .selectNoFrom([
          sql<number>`(select count(*) from firm)`.as('firms'),
          sql<number>`(select count(distinct agency) from post where closed_at is null)`.as('agencies'),
          sql<number>`(select count(id) from person where closed_at is null)`.as('people'),
        ])
        .executeTakeFirstOrThrow()
      return {
        referrals: Object.fromEntries(states.map(({ state, count }) => [state, Number(count)])),
        overdue: states.reduce((sum, { overdue }) => sum + Number(overdue), 0),
        firms: Number(firms),
        agencies: Number(agencies),
        people: Number(people),
      }
    },
    { as: 'worker' },
  )
}
