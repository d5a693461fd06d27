/**
 * The auditor takes a part of a trail away: lines that the verifier reads, or a table for a spreadsheet. Asked what for; and because the
 * log names the firms that were looked at, each of them is told that it was taken.
 */
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { type Span, wrongInSpan } from '../figures/link-figures.ts'
import { csvOf } from '../tables/csv.ts'
import { firmsNamed } from './accesses.ts'
import { startOf } from './office-hours.ts'
import { agencysOwn, type TrailNeeds } from './read-accesses.ts'
import { lineAfter, type Trail } from './trail-lines.ts'

export interface TrailExportAsked extends Span {
  readonly trail: Trail
  readonly format: 'lines' | 'csv'
  /** Kept with the log. */
  readonly reason: string
}

export type TrailExported =
  | { readonly is: 'exported'; readonly content: string; readonly entries: number }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }
  | { readonly is: 'too many'; readonly most: number }
  | { readonly is: 'not for this post' }

const mostEntries = 50_000
export const shortestReason = 5

export function exportTrail(
  needs: TrailNeeds,
  // What it holds grows, and it is kept nowhere: a request that comes twice is answered, and noted, twice.
  { once: _, ...acting }: Acting<PostCapacity>,
  { trail, format, from, to, reason }: TrailExportAsked,
): Promise<TrailExported> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('export trails', agencysOwn, trail)) return { is: 'not for this post' }
    const fields = [
      ...wrongInSpan({ from, to }),
      ...(reason.trim().length < shortestReason
        ? [{ field: '/reason', wrong: `what it is taken for, in at least ${shortestReason} letters` }]
        : []),
    ]
    if (fields.length > 0) return { is: 'faulty', fields }
    const lane = acting.capacity.agency
    // All entries between the first and the last of these days: a chain has no gaps, even where two came in at once around midnight.
    const { rows: ends } = await sql<{ first: number | null; last: number | null }>`
      select min(seq) as first, max(seq) as last from ${sql.table(trail)} as a
      where lane = ${lane} and at >= ${startOf(from, needs.catalogue)}
        and at < ${startOf(to, needs.catalogue)} + interval '1 day'`.execute(desk.tx)
    const { first = null, last = null } = ends[0] ?? {}
    const entries = first === null || last === null ? 0 : last - first + 1
    if (entries > mostEntries) return { is: 'too many', most: mostEntries }
    const taken: Taken = { lane, trail, first: first ?? 0, last: last ?? -1 }
    const content = format === 'lines' ? await linesIn(desk, taken) : await tableOf(desk, taken)
    if (trail === 'access_entry' && entries > 0)
      desk.looked({
        firm: await firmsIn(desk, taken),
        operation: 'export trails',
        basis: 'audit',
        reason: reason.trim(),
      })
    desk.changed('export trails', trail, { from, to, format, entries, reason: reason.trim() })
    return { is: 'exported', content, entries }
  })
}

interface Taken {
  readonly lane: string
  readonly trail: Trail
  readonly first: number
  readonly last: number
}

const isTaken = ({ lane, first, last }: Taken) =>
  sql<boolean>`a.lane = ${lane} and a.seq between ${first}::bigint and ${last}::bigint`

async function linesIn(desk: Desk, taken: Taken): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select to_jsonb(a)::text as line from ${sql.table(taken.trail)} as a where ${isTaken(taken)} order by seq`.execute(
    desk.tx,
  )
  const before = taken.first > 1 ? await hashOf(desk, taken.lane, taken.trail, taken.first - 1) : undefined
  return [
    ...(before === undefined ? [] : [lineAfter(taken.trail, { lane: taken.lane, seq: taken.first - 1, hash: before })]),
    ...rows.map(({ line }) => line),
  ]
    .map(line => `${line}\n`)
    .join('')
}

async function hashOf(desk: Desk, lane: string, trail: Trail, seq: number): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string }>`
    select hash from ${sql.table(trail)} where lane = ${lane} and seq = ${seq}::bigint
    union all
    select hash from trail_destruction where trail = ${trail} and lane = ${lane} and seq = ${seq}::bigint`.execute(
    desk.tx,
  )
  return rows[0]?.hash
}

const firmsIn = async ({ tx }: Desk, taken: Taken): Promise<readonly string[]> =>
  (
    await sql<{ id: string }>`
      select distinct unnest(a.firm_ids) as id from access_entry a where ${isTaken(taken)} order by 1`.execute(tx)
  ).rows.map(({ id }) => id)

async function tableOf(desk: Desk, taken: Taken): Promise<string> {
  return taken.trail === 'access_entry' ? accessTable(desk, taken) : changeTable(desk, taken)
}

const text = (name: string) => ({ name, type: 'text' as const })

async function accessTable(desk: Desk, taken: Taken): Promise<string> {
  const { rows } = await sql<Row & { place: string; firm_ids: string[]; basis: string; reason: string | null }>`
    select a.seq, a.at, a.person_id, p.name, post.name_ko, a.place, a.firm_ids, a.operation, a.basis, a.reason, a.hash
    from access_entry a left join person p on p.id = a.person_id left join post on post.id = a.post_id
    where ${isTaken(taken)} order by a.seq`.execute(desk.tx)
  const firms = await firmsNamed(
    desk,
    rows.flatMap(({ firm_ids }) => firm_ids),
  )
  const columns = ['at', 'person', 'person_name', 'post', 'place', 'firm_numbers', 'firm_names', 'operation', 'basis']
  return csvOf({
    columns: [{ name: 'seq', type: 'whole' }, ...columns.map(text), text('reason'), text('hash')],
    rows: rows.map(row => {
      const named = row.firm_ids.flatMap(id => firms.get(id) ?? [])
      return [
        row.seq,
        row.at.toISOString(),
        row.person_id,
        row.name,
        row.name_ko,
        row.place,
        named.map(({ number }) => number).join('; '),
        named.map(({ name }) => name).join('; '),
        row.operation,
        row.basis,
        row.reason,
        row.hash,
      ]
    }),
  })
}

async function changeTable(desk: Desk, taken: Taken): Promise<string> {
  const { rows } = await sql<Row & { subject: string; detail: string }>`
    select a.seq, a.at, a.person_id, p.name, post.name_ko, a.operation, a.subject, a.detail::text as detail, a.hash
    from audit_entry a left join person p on p.id = a.person_id left join post on post.id = a.post_id
    where ${isTaken(taken)} order by a.seq`.execute(desk.tx)
  const columns = ['at', 'person', 'person_name', 'post', 'operation', 'subject', 'detail', 'hash']
  return csvOf({
    columns: [{ name: 'seq', type: 'whole' }, ...columns.map(text)],
    rows: rows.map(row => [
      row.seq,
      row.at.toISOString(),
      row.person_id,
      row.name,
      row.name_ko,
      row.operation,
      row.subject,
      row.detail,
      row.hash,
    ]),
  })
}

interface Row {
  readonly seq: number
  readonly at: Date
  readonly person_id: string | null
  readonly name: string | null
  readonly name_ko: string | null
  readonly operation: string
  readonly hash: string
}
