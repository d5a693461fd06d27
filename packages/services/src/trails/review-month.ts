/** The monthly review (점검) of the access log: which months there are, what one came to, and that an auditor looked it through. */
import { addMonths, firstOfMonth } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import type { PersonNamed } from './accesses.ts'
import { type MonthFigures, monthFigures } from './month-figures.ts'
import { zoneOf } from './office-hours.ts'
import { agencysOwn, type TrailNeeds } from './read-accesses.ts'

export interface Review {
  readonly id: string
  readonly at: string
  readonly person: PersonNamed
  readonly remark: string
  /** What the month came to that day. */
  readonly figures: Counts
  /** How far the chain of looks went. */
  readonly seq: number
}

export interface Counts {
  readonly looks: number
  readonly firms: number
  readonly people: number
  readonly outOfHours: number
  readonly withoutReferral: number
  readonly downloads: number
  readonly downloadsWithoutReason: number
  readonly neverSent: number
}

export interface MonthLine {
  /** `2026-05` */
  readonly month: string
  readonly looks: number
  /** Only then can it be marked. */
  readonly over: boolean
  readonly reviewedAt: string | null
}

export type MonthsListed =
  | { readonly is: 'months'; readonly months: readonly MonthLine[] }
  | { readonly is: 'not for this post' }

export type MonthRead =
  | {
      readonly is: 'month'
      readonly month: string
      readonly over: boolean
      readonly figures: MonthFigures
      readonly reviews: readonly Review[]
    }
  | { readonly is: 'not for this post' }

export type MonthReviewed =
  | { readonly is: 'reviewed'; readonly review: Review }
  | { readonly is: 'not over yet'; readonly from: Day }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }
  | { readonly is: 'not for this post' }

/** The log is kept for two years; the month that runs and those before it. */
const mostMonths = 25

const monthAfter = (month: string): Day => addMonths(firstOfMonth(month), 1)
const isOver = (month: string, on: Day): boolean => monthAfter(month) <= on

/** The newest first: from this month back to the first that has an entry. */
export function listMonths(needs: TrailNeeds, acting: Acting<PostCapacity>): Promise<MonthsListed> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('read trails', agencysOwn, 'access_entry')) return { is: 'not for this post' }
    const { agency } = acting.capacity
    const { rows } = await sql<{ month: string; looks: number }>`
      select to_char(at at time zone ${zoneOf(needs.catalogue)}::text, 'YYYY-MM') as month, count(*) as looks
      from access_entry where lane = ${agency} group by 1 order by 1`.execute(desk.tx)
    const reviewed = await desk.tx
      .selectFrom('trail_review')
      .select(({ fn }) => ['month', fn.max('reviewed_at').as('at')])
      .where('agency', '=', agency)
      .groupBy('month')
      .execute()
    const looks = new Map(rows.map(row => [row.month, row.looks]))
    const reviewedAt = new Map(reviewed.map(({ month, at }) => [month, at]))
    const newest = [acting.on.slice(0, 7), rows.at(-1)?.month ?? ''].sort().at(-1)!
    const oldest = rows[0]?.month ?? newest
    const months: MonthLine[] = []
    for (let month = newest; month >= oldest && months.length < mostMonths; month = monthBefore(month))
      months.push({
        month,
        looks: looks.get(month) ?? 0,
        over: isOver(month, acting.on),
        reviewedAt: reviewedAt.get(month)?.toISOString() ?? null,
      })
    return { is: 'months', months }
  })
}

const monthBefore = (month: string): string => addMonths(firstOfMonth(month), -1).slice(0, 7)

export function readMonth(needs: TrailNeeds, acting: Acting<PostCapacity>, month: string): Promise<MonthRead> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('read trails', agencysOwn, 'access_entry')) return { is: 'not for this post' }
    const { agency } = acting.capacity
    return {
      is: 'month',
      month,
      over: isOver(month, acting.on),
      figures: await monthFigures(desk, needs.catalogue, agency, month),
      reviews: await reviewsOf(desk, agency, month),
    }
  })
}

/** What it came to is kept beside the remark. A month may be looked through again: that is another review. */
export function reviewMonth(
  needs: TrailNeeds,
  acting: Acting<PostCapacity>,
  { month, remark }: { readonly month: string; readonly remark: string },
): Promise<MonthReviewed> {
  return atDesk(needs, acting, async (desk): Promise<MonthReviewed> => {
    if (!desk.may('review month', agencysOwn, month)) return { is: 'not for this post' }
    if (!isOver(month, acting.on)) return { is: 'not over yet', from: monthAfter(month) }
    if (remark.trim().length < 2)
      return { is: 'faulty', fields: [{ field: '/remark', wrong: 'what was found, in at least 2 letters' }] }
    const { agency, post } = acting.capacity
    const figures = countsOf(await monthFigures(desk, needs.catalogue, agency, month))
    const head = await desk.asWorker(() =>
      desk.tx
        .selectFrom('trail_head')
        .select(['seq', 'hash'])
        .where('trail', '=', 'access_entry')
        .where('lane', '=', agency)
        .executeTakeFirst(),
    )
    const { id } = await desk.tx
      .insertInto('trail_review')
      .values({
        agency,
        month,
        person_id: acting.person.id,
        post_id: post,
        remark: remark.trim(),
        figures: JSON.stringify(figures),
        seq: head?.seq ?? 0,
        hash: head?.hash ?? '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    desk.changed('review month', month, { review: id, ...figures })
    const reviews = await reviewsOf(desk, agency, month)
    return { is: 'reviewed', review: reviews.find(review => review.id === id)! }
  })
}

const countsOf = (figures: MonthFigures): Counts => ({
  looks: figures.looks,
  firms: figures.firms,
  people: figures.people.length,
  outOfHours: figures.outOfHours.count,
  withoutReferral: figures.withoutReferral.count,
  downloads: figures.downloads.count,
  downloadsWithoutReason: figures.downloads.withoutReason,
  neverSent: figures.neverSent.count,
})

/** The newest first. */
async function reviewsOf({ tx }: Desk, agency: string, month: string): Promise<readonly Review[]> {
  const rows = await tx
    .selectFrom('trail_review as r')
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.reviewed_at', 'r.person_id', 'p.name', 'p.email', 'r.remark', 'r.figures', 'r.seq'])
    .where('r.agency', '=', agency)
    .where('r.month', '=', month)
    .orderBy('r.reviewed_at', 'desc')
    .execute()
  return rows.map(({ id, reviewed_at, person_id, name, email, remark, figures, seq }) => ({
    id,
    at: reviewed_at.toISOString(),
    person: { id: person_id, name, email },
    remark,
    figures: figures as Counts,
    seq,
  }))
}
