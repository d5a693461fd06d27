/** A trail as lines of JSON, lane by lane in the order of its chain: what the verifier reads, wherever it runs. */
import { type Database, inTransaction } from '@ieum/storage'
import { sql } from 'kysely'

export type Trail = 'audit_entry' | 'access_entry'

/** So many rows are fetched at a time. */
const page = 5_000

export async function* trailLines(database: Database, trail: Trail): AsyncGenerator<string> {
  let last = { lane: '', seq: 0 }
  for (;;) {
    const { rows } = await inTransaction(
      database,
      {},
      tx =>
        sql<{ lane: string; seq: number; line: string }>`
          select lane, seq, to_jsonb(t)::text as line from ${sql.table(trail)} as t
          where (lane, seq) > (${last.lane}, ${last.seq}::bigint) order by lane, seq limit ${page}`.execute(tx),
      { as: 'worker', readOnly: true },
    )
    for (const { line } of rows) yield line
    const end = rows.at(-1)
    if (!end) return
    last = end
  }
}

/** Where each chain ends now. Kept elsewhere, it shows later whether an end was cut off. */
export interface Checkpoint {
  readonly trail: Trail
  readonly heads: readonly { readonly lane: string; readonly seq: number; readonly hash: string }[]
}

export async function checkpointOf(database: Database, trail: Trail): Promise<Checkpoint> {
  const heads = await inTransaction(
    database,
    {},
    tx =>
      tx.selectFrom('trail_head').select(['lane', 'seq', 'hash']).where('trail', '=', trail).orderBy('lane').execute(),
    { as: 'worker', readOnly: true },
  )
  return { trail, heads }
}
