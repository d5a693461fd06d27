/**
 * Who looked at the firm, when, what at, why and on what basis. It names the agency and the post, not the person: the post owns the work
 * and answers for it, whoever holds it, and an officer's name is personal data that the firm needs for no right of its own. The agency's
 * auditor finds the person by the same entry (접속기록). Looks at another installation that the firm was handed to stand among them, as that
 * installation told them, signed.
 */
import type { Operation } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { type RawBuilder, sql } from 'kysely'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { consentsIn } from '../acting/look-basis.ts'
import { relationsToFirm } from '../acting/relations.ts'

export interface LookTaken {
  readonly at: string
  readonly agency: string
  readonly post: { readonly ko: string; readonly en: string } | null
  /** The name of the other installation where it was taken; null for this one. */
  readonly elsewhere: string | null
  readonly operation: Operation
  readonly reason: string | null
  /** The consents that it rested on, or in words what else it did. */
  readonly basis:
    | { readonly is: 'consent'; readonly consents: readonly ConsentNamed[] }
    | { readonly is: 'other'; readonly says: string }
}

export interface ConsentNamed {
  readonly id: string
  readonly referral: string
  readonly kind: 'hand-off' | 'papers' | 'outcome'
  readonly purpose: string
  readonly until: string
  readonly withdrawnAt: string | null
}

export type LooksRead =
  | { readonly is: 'read'; readonly looks: readonly LookTaken[]; readonly next: string | null }
  | { readonly is: 'not a page' }
  | { readonly is: 'no such firm' }

export interface LooksAsked {
  /** What `next` said before. */
  readonly after?: string | undefined
  readonly most?: number | undefined
}

/** The newest first. */
export function whoLooked(
  needs: { readonly database: Database },
  acting: Acting<FirmCapacity>,
  { after, most = 50 }: LooksAsked = {},
): Promise<LooksRead> {
  return atDesk(needs, acting, async desk => {
    const { firm } = acting.capacity
    if (!desk.may('see who looked', (await relationsToFirm(desk, firm)).relations, firm)) return { is: 'no such firm' }
    const from = after === undefined ? null : placeOf(after)
    if (from === 'nowhere') return { is: 'not a page' }
    const rows = await looksAt(desk, firm, from, most + 1)
    const shown = rows.slice(0, most)
    const last = rows.length > most ? shown.at(-1) : undefined
    return {
      is: 'read',
      looks: await named(desk, shown),
      next: last ? `${last.micros}_${last.seq}_${last.lane}` : null,
    }
  })
}

/** All of them at once, for who takes everything along. */
export const looksAtAll = async (desk: Desk, firm: string): Promise<readonly LookTaken[]> =>
  named(desk, await looksAt(desk, firm, null, null))

interface Row {
  readonly micros: string
  readonly lane: string
  readonly seq: number
  readonly at: Date
  readonly operation: string
  readonly basis: string
  readonly consents: readonly string[]
  readonly reason: string | null
  readonly agency: string
  readonly elsewhere: string | null
  readonly name_ko: string | null
  readonly name_en: string | null
}

interface Place {
  readonly micros: string
  readonly seq: string
  readonly lane: string
}

/** Instants have microseconds here, which a `Date` would cut off: entries would be shown twice or never. */
async function looksAt(desk: Desk, firm: string, from: Place | null, most: number | null): Promise<readonly Row[]> {
  const { tx } = desk
  const page = (micros: RawBuilder<unknown>, seq: RawBuilder<unknown>, lane: RawBuilder<unknown>) => sql`
    ${from ? sql`and (${micros}, ${seq}, ${lane}) < (${from.micros}::bigint, ${from.seq}::bigint, ${from.lane})` : sql``}
    order by ${micros} desc, ${seq} desc, ${lane} desc limit ${most}`
  const here = sql`(extract(epoch from a.at) * 1000000)::bigint`
  const there = sql`(extract(epoch from l.at) * 1000000)::bigint`
  const { rows } = await sql<Row>`
    select micros::text, lane, seq, at, operation, basis, consents, reason, agency, installation_id as elsewhere, name_ko, name_en from (
      (select ${here} as micros, a.lane, a.seq, a.at, a.operation, a.basis, '{}'::text[] as consents, a.reason, a.lane as agency,
              null as installation_id, p.name_ko, p.name_en
       from access_entry a left join post p on p.id = a.post_id
       where a.firm_ids @> array[${firm}::uuid] ${page(here, sql`a.seq`, sql`a.lane`)})
      union all
      (select ${there}, l.lane || '.at.' || l.installation_id, l.seq, l.at, l.operation, l.basis, l.consents::text[], l.reason, l.lane,
              l.installation_id, l.post_ko, l.post_en
       from look_elsewhere l
       where l.firm_id = ${firm}::uuid ${page(there, sql`l.seq`, sql`(l.lane || '.at.' || l.installation_id)`)})
    ) looks order by micros desc, seq desc, lane desc limit ${most}`.execute(tx)
  if (rows.every(({ elsewhere }) => elsewhere === null)) return rows
  const known = await desk.asWorker(() => tx.selectFrom('installation').select(['id', 'name']).execute())
  return rows.map(row => ({ ...row, elsewhere: known.find(({ id }) => id === row.elsewhere)?.name ?? row.elsewhere }))
}

function placeOf(after: string): Place | 'nowhere' {
  const [, micros, seq, lane] = /^(\d{1,18})_(\d{1,18})_([a-z0-9.-]{1,160})$/.exec(after) ?? []
  return micros && seq && lane ? { micros, seq, lane } : 'nowhere'
}

async function named({ tx }: Desk, rows: readonly Row[]): Promise<readonly LookTaken[]> {
  const ids = new Set(rows.flatMap(consentsOf))
  const given =
    ids.size === 0
      ? []
      : await tx
          .selectFrom('consent')
          .select(['id', 'referral_id', 'kind', 'purpose', 'until', 'withdrawn_at'])
          .where('id', 'in', [...ids])
          .execute()
  const consents = new Map(
    given.map(({ id, referral_id, kind, purpose, until, withdrawn_at }): [string, ConsentNamed] => [
      id,
      { id, referral: referral_id, kind, purpose, until, withdrawnAt: withdrawn_at?.toISOString() ?? null },
    ]),
  )
  return rows.map(row => {
    const { at, agency, elsewhere, operation, basis, reason, name_ko, name_en } = row
    const rested = consentsOf(row).flatMap(id => consents.get(id) ?? [])
    return {
      at: at.toISOString(),
      agency,
      post: name_ko === null || name_en === null ? null : { ko: name_ko, en: name_en },
      elsewhere,
      operation: operation as Operation,
      reason,
      basis: rested.length > 0 ? { is: 'consent', consents: rested } : { is: 'other', says: basis },
    }
  })
}

/** A look elsewhere says which by their kind; they were found when it was told. */
const consentsOf = ({ basis, consents }: Row): readonly string[] => [...consents, ...consentsIn(basis)]
