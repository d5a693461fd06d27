/** Requests that come twice (a lost answer, a second click): the outcome is kept in the transaction that it came of. */
import type { Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'
import type { Once } from './acting.ts'

/** The same request is being answered right now. */
export class StillUnderWay extends Error {}

/** The key was used for something else. */
export class KeyUsedOtherwise extends Error {}

export async function rememberedOutcome(
  tx: Transaction<Tables>,
  person: string,
  { key, request }: Once,
): Promise<{ readonly outcome: unknown } | undefined> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${person} ${key}`}, 0)) as mine`.execute(tx)
  if (!rows[0]?.mine) throw new StillUnderWay()
  const kept = await tx
    .selectFrom('kept_outcome')
    .select(['request_sha256', 'outcome'])
    .where('person_id', '=', person)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!kept) return undefined
  if (kept.request_sha256 !== request) throw new KeyUsedOtherwise()
  return { outcome: kept.outcome }
}

export async function rememberOutcome(
  tx: Transaction<Tables>,
  person: string,
  { key, request }: Once,
  outcome: unknown,
): Promise<void> {
  await tx
    .insertInto('kept_outcome')
    .values({ person_id: person, key, request_sha256: request, outcome: JSON.stringify(outcome) })
    .execute()
}
