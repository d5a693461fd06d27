/** Entries of 접속기록 with the names that a person needs to read them. */
import { type RawBuilder, sql } from 'kysely'
import type { Desk } from '../acting/at-desk.ts'

export interface PersonNamed {
  readonly id: string
  /** Null: nobody of that id is there any more. */
  readonly name: string | null
  readonly email: string | null
}

export interface PostNamed {
  readonly ko: string
  readonly en: string
}

export interface Access {
  readonly seq: number
  /** 접속일시 */
  readonly at: string
  /** 식별자 */
  readonly person: PersonNamed
  readonly post: PostNamed | null
  /** 접속지 */
  readonly place: string
  /** 처리한 정보주체; a long list only begins here. */
  readonly firms: readonly FirmLooked[]
  readonly firmCount: number
  /** 수행업무 */
  readonly operation: string
  readonly basis: string
  readonly reason: string | null
}

export interface FirmLooked {
  readonly id: string
  readonly number: string
  readonly name: string
}

const mostFirmsNamed = 20

/** `which`: conditions on `a`, an entry; the newest first. The lane is always that of the acting agency. */
export async function accessesWhere(
  desk: Desk,
  lane: string,
  which: RawBuilder<unknown>,
  most: number,
): Promise<readonly Access[]> {
  const { rows } = await sql<Omit<Access, 'at' | 'person' | 'post' | 'firms'> & Row>`
    select a.seq, a.at, a.person_id, p.name, p.email, post.name_ko, post.name_en, a.place,
      a.firm_ids[1:${sql.lit(mostFirmsNamed)}] as firm_ids, cardinality(a.firm_ids) as "firmCount",
      a.operation, a.basis, a.reason
    from access_entry a
    left join person p on p.id = a.person_id
    left join post on post.id = a.post_id
    where a.lane = ${lane} and ${which}
    order by a.seq desc limit ${most}`.execute(desk.tx)
  const firms = await firmsNamed(
    desk,
    rows.flatMap(({ firm_ids }) => firm_ids),
  )
  return rows.map(({ seq, at, person_id, name, email, name_ko, name_en, place, firm_ids, firmCount, ...what }) => ({
    seq,
    at: at.toISOString(),
    person: { id: person_id, name, email },
    post: name_ko === null || name_en === null ? null : { ko: name_ko, en: name_en },
    place,
    firms: firm_ids.flatMap(id => firms.get(id) ?? []),
    firmCount,
    operation: what.operation,
    basis: what.basis,
    reason: what.reason,
  }))
}

interface Row {
  readonly at: Date
  readonly person_id: string
  readonly name: string | null
  readonly email: string | null
  readonly name_ko: string | null
  readonly name_en: string | null
  readonly firm_ids: readonly string[]
}

/** The log must say whose record it was, also where the agency may not open it any more: named as the worker. */
export async function firmsNamed(desk: Desk, ids: readonly string[]): Promise<ReadonlyMap<string, FirmLooked>> {
  const all = [...new Set(ids)]
  if (all.length === 0) return new Map()
  const rows = await desk.asWorker(() =>
    desk.tx
      .selectFrom('firm')
      .select(['id', 'number', 'name_ko'])
      .where('id', '=', sql<string>`any (${all}::uuid[])`)
      .execute(),
  )
  return new Map(rows.map(({ id, number, name_ko }) => [id, { id, number, name: name_ko }]))
}

/** Whom a filter names: an id, a mail address, or a part of a name. */
export const isPerson = (column: RawBuilder<unknown>, asked: string): RawBuilder<boolean> => sql<boolean>`
  ${column} in (select id from person
    where id = ${asked} or lower(email) = lower(${asked}) or position(lower(${asked}) in lower(name)) > 0)`
