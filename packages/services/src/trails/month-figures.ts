/**
 * A month of the access log, counted for the monthly review (점검). Each figure is a plain count whose rule the page says in words; nothing
 * here judges anybody.
 */
import { firstOfMonth, lastOfMonth } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { isOver, type ReferralState, states } from '@ieum/desk'
import { type RawBuilder, sql } from 'kysely'
import type { Desk } from '../acting/at-desk.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { type Access, accessesWhere, type FirmLooked, firmsNamed, type PersonNamed } from './accesses.ts'
import { outOfHours, startOf } from './office-hours.ts'

export interface MonthFigures {
  readonly looks: number
  readonly firms: number
  readonly people: readonly PersonFigures[]
  readonly outOfHours: Counted & {
    readonly opens: string | null
    readonly closes: string | null
    /** Not every holiday of the month is known. */
    readonly approximate: boolean
  }
  /** A firm's record was opened or written while no referral between the agency and it was under way. */
  readonly withoutReferral: Counted
  /** Papers, lists and logs that were taken away. */
  readonly downloads: Counted & { readonly withoutReason: number }
  /** T3: drafted in the month and not sent to this day, while somebody of the agency opened the firm's record since. */
  readonly neverSent: { readonly count: number; readonly referrals: readonly NeverSent[] }
}

export interface PersonFigures {
  readonly person: PersonNamed
  readonly looks: number
  readonly firms: number
  readonly outOfHours: number
  readonly withoutReferral: number
  readonly downloads: number
}

/** How many, and the newest of them. */
export interface Counted {
  readonly count: number
  readonly entries: readonly Access[]
}

export interface NeverSent {
  readonly id: string
  readonly number: string
  readonly firm: FirmLooked | null
  readonly state: ReferralState
  readonly draftedOn: Day
  readonly draftedBy: PersonNamed | null
  readonly looks: number
}

const mostListed = 50

const ofOneFirm = [
  'read dossier',
  'read own record',
  'read paper',
  'read referral',
  'record fact',
  'record participation',
]
const ofItsRecord = ['read dossier', 'read own record', 'read paper']
const downloading = ['read paper', 'export referrals', 'export trails']
const over = states.filter(isOver)

export async function monthFigures(
  desk: Desk,
  catalogue: OpenCatalogue,
  lane: string,
  month: string,
): Promise<MonthFigures> {
  const [from, to] = [firstOfMonth(month), lastOfMonth(month)]
  const hours = outOfHours(catalogue, from, to)
  const within = sql<boolean>`(a.at >= ${startOf(from, catalogue)} and a.at < ${startOf(to, catalogue)} + interval '1 day')`
  const download = isOneOf(downloading)
  const without = withoutReferral(lane)
  const { rows } = await sql<PersonRow>`
    with looks as (
      select a.person_id, a.firm_ids, ${hours.is} as out_of_hours, ${download} as download,
        ${download} and coalesce(a.reason, '') = '' as unexplained, ${without} as without_referral
      from access_entry a where a.lane = ${lane} and ${within})
    select l.person_id, p.name, p.email, count(*) as looks,
      (select count(distinct f) from looks o, unnest(o.firm_ids) f where o.person_id = l.person_id) as firms,
      (select count(distinct f) from looks o, unnest(o.firm_ids) f) as all_firms,
      count(*) filter (where out_of_hours) as out_of_hours,
      count(*) filter (where without_referral) as without_referral,
      count(*) filter (where download) as downloads,
      count(*) filter (where unexplained) as unexplained
    from looks l left join person p on p.id = l.person_id
    group by l.person_id, p.name, p.email order by looks desc, l.person_id`.execute(desk.tx)
  const sum = (count: keyof PersonRow): number => rows.reduce((all, row) => all + (row[count] as number), 0)
  const listed = (which: RawBuilder<boolean>) => accessesWhere(desk, lane, sql`${within} and ${which}`, mostListed)
  return {
    looks: sum('looks'),
    firms: rows[0]?.all_firms ?? 0,
    people: rows.map(row => ({
      person: { id: row.person_id, name: row.name, email: row.email },
      looks: row.looks,
      firms: row.firms,
      outOfHours: row.out_of_hours,
      withoutReferral: row.without_referral,
      downloads: row.downloads,
    })),
    outOfHours: {
      count: sum('out_of_hours'),
      entries: await listed(hours.is),
      opens: hours.opens,
      closes: hours.closes,
      approximate: hours.approximate,
    },
    withoutReferral: { count: sum('without_referral'), entries: await listed(without) },
    downloads: { count: sum('downloads'), withoutReason: sum('unexplained'), entries: await listed(download) },
    neverSent: await neverSent(desk, lane, from, to),
  }
}

interface PersonRow {
  readonly person_id: string
  readonly name: string | null
  readonly email: string | null
  readonly looks: number
  readonly firms: number
  readonly all_firms: number
  readonly out_of_hours: number
  readonly without_referral: number
  readonly downloads: number
  readonly unexplained: number
}

const isOneOf = (operations: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(a.operation in (${sql.join([...operations])}))`

/** Drafted before the look, and not over by then. */
const withoutReferral = (lane: string): RawBuilder<boolean> => sql<boolean>`(
  ${isOneOf(ofOneFirm)} and cardinality(a.firm_ids) = 1 and not exists (
    select from referral r
    where r.firm_id = a.firm_ids[1] and ${lane} in (r.from_agency, r.to_agency) and r.created_at <= a.at
      and not exists (select from referral_event e
                      where e.referral_id = r.id and e.at <= a.at and e.to_state in (${sql.join(over)}))))`

async function neverSent(desk: Desk, lane: string, from: Day, to: Day): Promise<MonthFigures['neverSent']> {
  const { rows } = await sql<NeverSentRow>`
    select r.id, r.number, r.firm_id, r.state, r.drafted_on, e.person_id, p.name, p.email, l.looks
    from referral r
    left join referral_event e on e.referral_id = r.id and e.seq = 1
    left join person p on p.id = e.person_id
    cross join lateral (
      select count(*) as looks from access_entry a
      where a.lane = ${lane} and a.firm_ids @> array[r.firm_id] and ${isOneOf(ofItsRecord)} and a.at >= r.created_at) l
    where r.from_agency = ${lane} and r.drafted_on between ${from}::date and ${to}::date and r.sent_on is null and l.looks > 0
    order by r.drafted_on, r.number`.execute(desk.tx)
  const shown = rows.slice(0, mostListed)
  const firms = await firmsNamed(
    desk,
    shown.map(({ firm_id }) => firm_id),
  )
  return {
    count: rows.length,
    referrals: shown.map(row => ({
      id: row.id,
      number: row.number,
      firm: firms.get(row.firm_id) ?? null,
      state: row.state,
      draftedOn: row.drafted_on,
      draftedBy: row.person_id === null ? null : { id: row.person_id, name: row.name, email: row.email },
      looks: row.looks,
    })),
  }
}

interface NeverSentRow {
  readonly id: string
  readonly number: string
  readonly firm_id: string
  readonly state: ReferralState
  readonly drafted_on: Day
  readonly person_id: string | null
  readonly name: string | null
  readonly email: string | null
  readonly looks: number
}
