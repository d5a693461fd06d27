/**
 * 접속기록 is kept for two years (개인정보의 안전성 확보조치 기준 제8조) and then destroyed. What goes is the beginning of each chain, up to the
 * first entry that is not due; where the rest goes on is noted, and written into the trail of changes.
 */
import type { Day } from '@ieum/catalogue/records'
import { type Database, inTransaction } from '@ieum/storage'
import { sql } from 'kysely'

export interface AccessesDestroyed {
  /** By lane, how many entries. */
  readonly destroyed: Readonly<Record<string, number>>
}

/** Asked again on one day, it finds nothing more. */
export async function destroyDueAccesses(
  { database }: { readonly database: Database },
  on: Day,
): Promise<AccessesDestroyed> {
  const lanes = await inTransaction(
    database,
    { on },
    tx => tx.selectFrom('trail_head').select('lane').where('trail', '=', 'access_entry').orderBy('lane').execute(),
    { as: 'worker' },
  )
  const destroyed: Record<string, number> = {}
  for (const { lane } of lanes) {
    const entries = await destroyIn(database, lane, on)
    if (entries > 0) destroyed[lane] = entries
  }
  return { destroyed }
}

function destroyIn(database: Database, lane: string, on: Day): Promise<number> {
  return inTransaction(
    database,
    { on },
    async tx => {
      // One of several servers does it; the others find nothing left.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`destroy accesses ${lane}`}, 0))`.execute(tx)
      // A day later than two years: nowhere on earth is it too early.
      const { rows } = await sql<{ seq: number; hash: string; entries: number; before: Day }>`
        with due as (select ((${on}::date - 1) - interval '2 years')::date as before),
        kept as (select min(seq) as seq from access_entry, due
                 where lane = ${lane} and at >= before::timestamp at time zone 'UTC')
        select a.seq, a.hash, due.before, (select count(*) from access_entry b where b.lane = ${lane} and b.seq <= a.seq) as entries
        from access_entry a, due, kept
        where a.lane = ${lane} and a.seq < coalesce(kept.seq, a.seq + 1)
        order by a.seq desc limit 1`.execute(tx)
      const [cut] = rows
      if (!cut) return 0
      const { seq, hash, entries, before } = cut
      await tx
        .insertInto('trail_destruction')
        .values({ trail: 'access_entry', lane, seq, hash, entries, before_day: before })
        .execute()
      await tx.deleteFrom('access_entry').where('lane', '=', lane).where('seq', '<=', seq).execute()
      await tx
        .insertInto('audit_entry')
        .values({
          lane,
          operation: 'destroy accesses',
          subject: 'access_entry',
          detail: JSON.stringify({ entries, before, seq, hash }),
        })
        .execute()
      return entries
    },
    { as: 'worker' },
  )
}
