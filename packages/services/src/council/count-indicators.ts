/**
 * Indicators of a task, counted from live records: what was sent along the links that were agreed for it, and what became of that. Counts of
 * cases alone, of no firm; fewer than three are told as they are to who sits in the council, since both sides know their own cases.
 */
import type { Day } from '@ieum/catalogue/records'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'
import { answerOf } from '../figures/answer-of.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { stepsJoined } from './steps-joined.ts'

/** What can be counted. `steps-joined` and `days-to-selection` have a whole beside them: out of how many. */
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

export interface TaskToCount {
  readonly code: string
  readonly pathways: readonly string[]
}

export async function countIndicators(
  { database, catalogue }: { readonly database: Database; readonly catalogue: OpenCatalogue },
  { code, pathways }: TaskToCount,
  on: Day,
): Promise<Readonly<Record<Measure, Count>>> {
  const { sent, joined } = await inTransaction(
    database,
    { on },
    async tx => ({ sent: await countSent(tx, code), joined: await linksAgreed(tx, code, on) }),
    { as: 'worker' },
  )
  const steps = stepsJoined(catalogue.rulebook, pathways, joined)
  return {
    'firms-referred': { is: 'counted', value: sent.firms },
    'answered-in-time': outOf(sent.inTime, sent.answered),
    accepted: outOf(sent.accepted, sent.answered),
    completed: outOf(sent.completed, sent.accepted),
    'days-to-selection': sent.days === null ? { is: 'not measured' } : { is: 'counted', value: sent.days },
    'links-in-force': { is: 'counted', value: joined.length },
    'steps-joined': outOf(steps.joined, steps.all),
  }
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

async function countSent(tx: Transaction<Tables>, code: string): Promise<Sent> {
  const { rows } = await sql<Sent>`
    with sent as (
      select r.id, r.firm_id, r.from_programme, r.state, r.answered_on, r.answered_due, ${answerOf} as answer
      from referral r join link_agreement a on a.id = r.agreement_id
      where a.council_task = ${code} and r.sent_on is not null
    ), days as (
      select e.on_day - (
        select max(p.on_day) from participation p
        where p.firm_id = s.firm_id and p.programme = s.from_programme and p.outcome = 'completed' and p.withdrawn_at is null
          and p.on_day <= e.on_day
      ) as days
      from sent s join referral_event e on e.referral_id = s.id and e.move = 'enrol'
    )
    select count(distinct firm_id)::int as firms,
      count(answer)::int as answered,
      count(*) filter (where answer is not null and answered_on <= answered_due)::int as "inTime",
      count(*) filter (where answer = 'accept')::int as accepted,
      count(*) filter (where state = 'completed')::int as completed,
      (select percentile_cont(0.5) within group (order by days) from days where days is not null) as days
    from sent`.execute(tx)
  return rows[0]!
}

const linksAgreed = (tx: Transaction<Tables>, code: string, on: Day) =>
  tx
    .selectFrom('link_agreement')
    .select(['from_programme as from', 'to_programme as to'])
    .where('council_task', '=', code)
    .where('state', '=', 'agreed')
    .where('superseded_by', 'is', null)
    .where('valid_from', '<=', on)
    .where(row => row.or([row('valid_to', 'is', null), row('valid_to', '>=', on)]))
    .execute()
