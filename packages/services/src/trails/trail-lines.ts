/**
 * A trail as lines of JSON, lane by lane in the order of its chain: what the verifier reads, wherever it runs. Where entries before are not
 * among them (destroyed when due, or an excerpt), a line in front says which entry the next one follows from.
 */
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'

export const trails = ['audit_entry', 'access_entry'] as const

export type Trail = (typeof trails)[number]

/** So many rows are fetched at a time. */
const page = 5_000

export async function* trailLines(
  database: Database,
  trail: Trail,
  { lane: only }: { readonly lane?: string } = {},
): AsyncGenerator<string> {
  let last = { lane: '', seq: 0 }
  const begun = new Set<string>()
  for (;;) {
    const { rows, cuts } = await inTransaction(
      database,
      {},
      async tx => ({
        rows: (
          await sql<{ lane: string; seq: number; line: string }>`
            select lane, seq, to_jsonb(t)::text as line from ${sql.table(trail)} as t
            where (lane, seq) > (${last.lane}, ${last.seq}::bigint) ${only === undefined ? sql`` : sql`and lane = ${only}`}
            order by lane, seq limit ${page}`.execute(tx)
        ).rows,
        cuts: new Map((await destroyedUpTo(tx, trail)).map(cut => [cut.lane, cut])),
      }),
      { as: 'worker', readOnly: true, isolation: 'repeatable read' },
    )
    for (const { lane, seq, line } of rows) {
      const cut = cuts.get(lane)
      if (lane !== last.lane && cut) yield lineAfter(trail, cut)
      begun.add(lane)
      last = { lane, seq }
      yield line
    }
    if (rows.length > 0) continue
    // A lane of which nothing is left ends where it was destroyed.
    for (const cut of cuts.values())
      if (!begun.has(cut.lane) && (only ?? cut.lane) === cut.lane) yield lineAfter(trail, cut)
    return
  }
}

/** The entry that the next line of the lane follows from. */
export const lineAfter = (trail: Trail, { lane, seq, hash }: Head): string =>
  JSON.stringify({ trail, lane, after: { seq, hash } })

export interface Head {
  readonly lane: string
  readonly seq: number
  readonly hash: string
}

/** Of each lane the last entry that was destroyed. */
const destroyedUpTo = (tx: Transaction<Tables>, trail: Trail): Promise<Head[]> =>
  tx
    .selectFrom('trail_destruction')
    .distinctOn('lane')
    .select(['lane', 'seq', 'hash'])
    .where('trail', '=', trail)
    .orderBy('lane')
    .orderBy('seq', 'desc')
    .execute()

/** Where each chain ends now. Kept elsewhere, it shows later whether an end was cut off. */
export interface Checkpoint {
  readonly trail: Trail
  readonly heads: readonly Head[]
}

export async function checkpointOf(
  database: Database,
  trail: Trail,
  { lane }: { readonly lane?: string } = {},
): Promise<Checkpoint> {
  const heads = await inTransaction(
    database,
    {},
    tx => {
      const all = tx.selectFrom('trail_head').select(['lane', 'seq', 'hash']).where('trail', '=', trail).orderBy('lane')
      return (lane === undefined ? all : all.where('lane', '=', lane)).execute()
    },
    { as: 'worker', readOnly: true },
  )
  return { trail, heads }
}
