/** How often something may be tried. Counted in the database, by its clock, so that server processes share one count. */
import { createHash } from 'node:crypto'
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import type { SignInTables } from './tables.ts'

/** At most `most` tries of one thing in `minutes`, counted from the first. */
export interface Limit {
  readonly of: string
  readonly most: number
  readonly minutes: number
}

export type Try = { readonly is: 'within' } | { readonly is: 'too many'; readonly seconds: number }

/** `whom` is kept as a hash only. */
const keyOf = (limit: Limit, whom: readonly string[]) =>
  createHash('sha256')
    .update(JSON.stringify([limit.of, ...whom]))
    .digest('hex')

/**
 * Counts a try before it is made: of any number at once exactly `most` come through. A try that is
 * refused does not lengthen the wait. `seconds`: until the next one may come through.
 */
export async function countTry(kysely: QueryExecutorProvider, limit: Limit, ...whom: readonly string[]): Promise<Try> {
  // now() is when a transaction began: one that waited for a later one would tell a moment more than the whole.
  const { rows } = await sql<{ tries: number; seconds: number }>`
    insert into sign_in_try as t (key, tries, until)
    values (${keyOf(limit, whom)}, 1, now() + make_interval(mins => ${limit.minutes}))
    on conflict (key) do update set
      tries = case when t.until <= now() then 1 else least(t.tries + 1, ${limit.most + 1}) end,
      until = case when t.until <= now() then excluded.until else t.until end
    returning tries, least(${60 * limit.minutes}, greatest(1, ceil(extract(epoch from until - now()))))::int as seconds`.execute(
    kysely,
  )
  const { tries, seconds } = rows[0]!
  return tries <= limit.most ? { is: 'within' } : { is: 'too many', seconds }
}

/** Starts counting anew: what was tried has been done rightly. */
export async function forgetTries(
  kysely: Kysely<SignInTables>,
  limit: Limit,
  ...whom: readonly string[]
): Promise<void> {
  await kysely.deleteFrom('sign_in_try').where('key', '=', keyOf(limit, whom)).execute()
}

/** Takes one try back, of a count that others add to as well. */
export async function takeBackTry(
  kysely: Kysely<SignInTables>,
  limit: Limit,
  ...whom: readonly string[]
): Promise<void> {
  await sql`update sign_in_try set tries = greatest(0, tries - 1) where key = ${keyOf(limit, whom)}`.execute(kysely)
}
