/**
 * Indicators of a task, counted from live records: what was sent along the links that were agreed for it, and what became of that. How many firms
 * and cases, never which. They are given as they are, for who sits in the council: both sides know their own cases. On the wall of the room
 * those of few firms are hidden (tasks-of-session.ts), and from everyone those of fewer than five (open-record/open-indicators.ts).
 */
import { addDays, addMonths } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'
import { answerOf } from '../figures/answer-of.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { stepsJoined } from './steps-joined.ts'

/** What can be counted. `firms-referred`, `days-to-selection` and `links-in-force` stand alone; the others say out of how many. */
export const measures = [
  'firms-referred',
  'answered-in-time',
  'accepted',
  'completed',
  'days-to-selection',
  'links-in-force',
  'steps-joined',
] as const

export type Measure = (typeof measures)[number]

/** Nothing was measured where there is nothing to count. */
export type Count =
  | { readonly is: 'counted'; readonly value: number; readonly of?: number }
  | { readonly is: 'not measured' }

export type Counts = Readonly<Record<Measure, Count>>

export interface TaskToCount {
  readonly code: string
  readonly pathways: readonly string[]
}

interface Needs {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

export async function countIndicators(needs: Needs, task: TaskToCount, on: Day): Promise<Counts> {
  const [counts] = await countAt(needs, task, [on])
  return counts!
}

export interface CountedMonth {
  /** The last day of the month, or the day itself in the month that is not over. */
  readonly until: Day
  readonly counts: Counts
}

/** All that had been counted by the end of each of the last months, oldest first; the last is as of the day itself. */
export async function countByMonth(
  needs: Needs,
  task: TaskToCount,
  { on, months }: { readonly on: Day; readonly months: number },
): Promise<readonly CountedMonth[]> {
  const thisMonth = `${on.slice(0, 7)}-01`
  const ends = Array.from({ length: months - 1 }, (_, index) => addDays(addMonths(thisMonth, index + 2 - months), -1))
  const days = [...ends, on]
  const counted = await countAt(needs, task, days)
  return days.map((until, index) => ({ until, counts: counted[index]! }))
}

/** As the records stood on each of the days; the last day is the one asked on. */
async function countAt(
  { database, catalogue }: Needs,
  { code, pathways }: TaskToCount,
  days: readonly Day[],
): Promise<readonly Counts[]> {
  const on = days.at(-1)!
  const { sent, links } = await inTransaction(
    database,
    { on },
    async tx => ({ sent: await countSent(tx, code, days), links: await linksAgreed(tx, code) }),
    { as: 'worker' },
  )
  return days.map((day, index) => {
    const { firms, inTime, answered, accepted, completed, days: toSelection } = sent[index]!
    const standing = links.filter(link => stoodOn(link, day))
    const steps = stepsJoined(catalogue.rulebook, pathways, standing)
    return {
      'firms-referred': { is: 'counted', value: firms },
      'answered-in-time': outOf(inTime, answered),
      accepted: outOf(accepted, answered),
      completed: outOf(completed, accepted),
      'days-to-selection': toSelection === null ? { is: 'not measured' } : { is: 'counted', value: toSelection },
      'links-in-force': { is: 'counted', value: standing.length },
      'steps-joined': outOf(steps.joined, steps.all),
    }
  })
}

const outOf = (value: number, of: number): Count => (of === 0 ? { is: 'not measured' } : { is: 'counted', value, of })

interface Sent {
  readonly firms: number
  readonly answered: number
  readonly inTime: number
  readonly accepted: number
  readonly completed: number
  /** Median of the days from the end of the programme before to the selection for the next. */
  readonly days: number | null
}

async function countSent(tx: Transaction<Tables>, code: string, days: readonly Day[]): Promise<readonly Sent[]> {
  const { rows } = await sql<Sent>`
    with asked as (
      select day::date as day from unnest(${[...days]}::text[]) as day
    ), sent as (
      select asked.day, r.id, r.firm_id, r.from_programme, r.answered_on, r.answered_due,
        case when coalesce(r.answered_on, r.sent_on) <= asked.day then ${answerOf} end as answer,
        r.state = 'completed' and coalesce(
          (select max(e.on_day) from referral_event e where e.referral_id = r.id and e.move = 'complete'), r.sent_on
        ) <= asked.day as is_completed
      from asked cross join referral r join link_agreement a on a.id = r.agreement_id
      where a.council_task = ${code} and r.sent_on <= asked.day
    ), selected as (
      select s.day, e.on_day - (
        select max(p.on_day) from participation p
        where p.firm_id = s.firm_id and p.programme = s.from_programme and p.outcome = 'completed' and p.withdrawn_at is null
          and p.on_day <= e.on_day
      ) as days
      from sent s join referral_event e on e.referral_id = s.id and e.move = 'enrol' and e.on_day <= s.day
    )
    select count(distinct s.firm_id)::int as firms,
      count(s.answer)::int as answered,
      count(*) filter (where s.answer is not null and s.answered_on <= s.answered_due)::int as "inTime",
      count(*) filter (where s.answer = 'accept')::int as accepted,
      count(*) filter (where s.is_completed)::int as completed,
      (select percentile_cont(0.5) within group (order by days) from selected
       where selected.day = asked.day and days is not null) as days
    from asked left join sent s on s.day = asked.day
    group by asked.day order by asked.day`.execute(tx)
  return rows
}

interface AgreedLink {
  readonly from: string
  readonly to: string
  readonly state: string
  readonly validFrom: Day
  readonly validTo: Day | null
  readonly endedOn: Day | null
  readonly isReplaced: boolean
  /** From when the version holds that took its place. */
  readonly replacedFrom: Day | null
}

const linksAgreed = (tx: Transaction<Tables>, code: string): Promise<readonly AgreedLink[]> =>
  tx
    .selectFrom('link_agreement as a')
    .leftJoin('link_agreement as next', 'next.id', 'a.superseded_by')
    .select([
      'a.from_programme as from',
      'a.to_programme as to',
      'a.state',
      'a.valid_from as validFrom',
      'a.valid_to as validTo',
      'a.ended_on as endedOn',
      'next.valid_from as replacedFrom',
    ])
    .select(({ eb }) => eb('a.superseded_by', 'is not', null).$castTo<boolean>().as('isReplaced'))
    .where('a.council_task', '=', code)
    .where('a.state', 'in', ['agreed', 'ended'])
    .execute()

/** Whether it held then: a version that was replaced holds until the next one does, one that was ended until that day. */
const stoodOn = ({ state, validFrom, validTo, endedOn, isReplaced, replacedFrom }: AgreedLink, day: Day): boolean =>
  validFrom <= day &&
  (validTo === null || day <= validTo) &&
  (state === 'agreed' || (endedOn !== null && day < endedOn)) &&
  (!isReplaced || (replacedFrom !== null && day < replacedFrom))
