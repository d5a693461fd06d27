/**
 * Tells the installation that handed a firm on who looked at it here, so that the firm sees it there. Only what rested on that case is told:
 * what an agency sees of its own programmes is no affair of the other house.
 */
import type { Operation } from '@ieum/desk'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'
import { hold } from '../acting/hold.ts'
import { consentsIn, isOfItsCases } from '../acting/look-basis.ts'
import { fits, type LooksContent, mostLooks } from './message.ts'
import { say } from './say.ts'

export interface LooksTold {
  readonly told: number
}

const mostAtOnce = 1_000
const longestReason = 2_000

export async function tellLooks({ database }: { readonly database: Database }): Promise<LooksTold> {
  const lanes = await inTransaction(
    database,
    {},
    tx =>
      tx
        .selectFrom('referral as r')
        .innerJoin('installation as i', 'i.id', 'r.installation_id')
        .innerJoin('trail_head as h', join =>
          join.onRef('h.lane', '=', 'r.to_agency').on('h.trail', '=', 'access_entry'),
        )
        .leftJoin('looks_told as t', 't.lane', 'h.lane')
        .select('h.lane')
        .distinct()
        .whereRef('r.from_agency', '=', eb => eb.fn('any', ['i.agencies']))
        .where(eb => eb('h.seq', '>', eb.fn.coalesce('t.seq', eb.lit(0))))
        .execute(),
    { as: 'worker' },
  )
  let told = 0
  for (const { lane } of lanes)
    for (let more = true; more; ) {
      const done = await inTransaction(database, {}, tx => tellOfLane(tx, lane), { as: 'worker' })
      told += done.told
      more = done.read === mostAtOnce
    }
  return { told }
}

interface Entry {
  readonly seq: number
  readonly at: Date
  readonly firm_ids: readonly string[]
  readonly operation: string
  readonly basis: string
  readonly reason: string | null
  readonly name_ko: string | null
  readonly name_en: string | null
}

async function tellOfLane(
  tx: Transaction<Tables>,
  lane: string,
): Promise<{ readonly read: number; readonly told: number }> {
  await hold(tx, `looks told of ${lane}`)
  const before = await tx.selectFrom('looks_told').select('seq').where('lane', '=', lane).executeTakeFirst()
  const entries: readonly Entry[] = await tx
    .selectFrom('access_entry as a')
    .leftJoin('post as p', 'p.id', 'a.post_id')
    .select(['a.seq', 'a.at', 'a.firm_ids', 'a.operation', 'a.basis', 'a.reason', 'p.name_ko', 'p.name_en'])
    .where('a.lane', '=', lane)
    .where('a.seq', '>', before?.seq ?? 0)
    .orderBy('a.seq')
    .limit(mostAtOnce)
    .execute()
  const last = entries.at(-1)
  if (!last) return { read: 0, told: 0 }
  const told = await tellOf(tx, lane, entries)
  await tx
    .insertInto('looks_told')
    .values({ lane, seq: last.seq })
    .onConflict(conflict => conflict.column('lane').doUpdateSet({ seq: last.seq }))
    .execute()
  return { read: entries.length, told }
}

async function tellOf(tx: Transaction<Tables>, lane: string, entries: readonly Entry[]): Promise<number> {
  const cases = await tx
    .selectFrom('referral as r')
    .innerJoin('installation as i', 'i.id', 'r.installation_id')
    .select(['r.id', 'r.firm_id', 'r.installation_id', 'r.created_at'])
    .where('r.to_agency', '=', lane)
    .where('r.firm_id', 'in', [...new Set(entries.flatMap(({ firm_ids }) => firm_ids))])
    .whereRef('r.from_agency', '=', eb => eb.fn('any', ['i.agencies']))
    .where('i.closed_at', 'is', null)
    .orderBy('r.id')
    .forUpdate('r')
    .execute()
  if (cases.length === 0) return 0
  const others = await tx
    .selectFrom('referral')
    .select(['firm_id', 'installation_id'])
    .where('to_agency', '=', lane)
    .where(
      'firm_id',
      'in',
      cases.map(({ firm_id }) => firm_id),
    )
    .execute()
  const consents = await tx
    .selectFrom('consent')
    .select(['id', 'kind', 'referral_id'])
    .where(
      'referral_id',
      'in',
      cases.map(({ id }) => id),
    )
    .execute()
  let told = 0
  for (const referral of cases) {
    // Such a look cannot be told apart from one at a case that came from elsewhere.
    const isOnlyFromThere = others.every(
      other => other.firm_id !== referral.firm_id || other.installation_id === referral.installation_id,
    )
    const own = consents.filter(({ referral_id }) => referral_id === referral.id)
    const looks = entries
      .filter(({ firm_ids }) => firm_ids.includes(referral.firm_id))
      .flatMap(({ seq, at, operation, basis, reason, name_ko, name_en }): LooksContent['looks'] => {
        const ids = consentsIn(basis)
        const rested = own.filter(({ id }) => ids.includes(id))
        if (rested.length === 0 && !(isOnlyFromThere && isOfItsCases(basis) && at >= referral.created_at)) return []
        return [
          {
            agency: lane,
            seq,
            at: at.toISOString(),
            operation: operation as Operation,
            reason: reason?.slice(0, longestReason) ?? null,
            basis: rested.length > 0 ? 'consent' : basis,
            consents: rested.map(({ kind }) => kind),
            post: name_ko !== null && name_en !== null ? { ko: name_ko, en: name_en } : null,
          },
        ]
      })
    for (const content of inMessages(looks))
      await say({ tx }, referral, { kind: 'looks', urgent: false, content, agency: lane })
    told += looks.length
  }
  return told
}

/** As few as hold them all; a single look always fits. */
function inMessages(looks: LooksContent['looks']): readonly LooksContent[] {
  if (looks.length === 0) return []
  if (looks.length === 1 || (looks.length <= mostLooks && fits(JSON.stringify({ looks })))) return [{ looks }]
  const half = Math.min(Math.ceil(looks.length / 2), mostLooks)
  return [...inMessages(looks.slice(0, half)), ...inMessages(looks.slice(half))]
}
