/** What came of each link in a span of days, counted from its referrals. */
import { isDayToAskAbout } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { underWay } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { senderKnows } from '../referrals/shown-state.ts'
import type { Table } from '../tables/table.ts'
import { answerOf } from './answer-of.ts'
import type { LinkFigures } from './counts-of-link.ts'
import { maskSmall, maskUntold, type Untold } from './mask-small.ts'

export interface Span {
  readonly from: Day
  readonly to: Day
}

export type FiguresCounted =
  | { readonly is: 'figures'; readonly figures: readonly LinkFigures[] }
  | { readonly is: 'not for this post' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

/** Of the links of one's agency; a secretary is shown those of every link in force, the small counts of others hidden. */
export function linkFigures(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  span: Span,
): Promise<FiguresCounted> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('read figures', none, 'links')) return { is: 'not for this post' }
    const fields = wrongInSpan(span)
    if (fields.length > 0) return { is: 'faulty', fields }
    const { agency, role } = acting.capacity
    // Counts only, of rows chosen by agency: as the worker, for the walls would be asked row by row (28 s against 0.5 s for 100,000).
    const own = await desk.asWorker(() => count(desk, span, sql`a.from_agency = ${agency} or a.to_agency = ${agency}`))
    const shown = own.map(({ untold, ...figures }) =>
      figures.fromAgency === agency ? maskUntold(figures, untold) : figures,
    )
    if (role !== 'secretary') return { is: 'figures', figures: shown }
    const others = await desk.asWorker(() =>
      count(
        desk,
        span,
        sql`a.from_agency <> ${agency} and a.to_agency <> ${agency} and exists (
        select from link_agreement f where f.link = a.link and f.state = 'agreed' and f.superseded_by is null
          and f.valid_from <= ${acting.on}::date and (f.valid_to is null or f.valid_to >= ${acting.on}::date))`,
      ),
    )
    const figures = [...shown, ...others.map(({ untold: _, ...figures }) => maskSmall(figures))].sort((a, b) =>
      a.link < b.link ? -1 : 1,
    )
    return { is: 'figures', figures }
  })
}

const none = new Set(['none'] as const)

export function wrongInSpan({ from, to }: Span): readonly FieldFault[] {
  const faults = [
    ...(isDayToAskAbout(from) ? [] : [{ field: '/from', wrong: 'a day such as 2026-01-01' }]),
    ...(isDayToAskAbout(to) ? [] : [{ field: '/to', wrong: 'a day such as 2026-12-31' }]),
  ]
  if (faults.length === 0 && to < from) return [{ field: '/to', wrong: `not before ${from}` }]
  return faults
}

interface Counts extends Omit<LinkFigures, 'declinedFor'> {
  readonly declinedFor: Readonly<Record<string, number>> | null
  readonly untold: Untold
}

/** All versions of a link together. */
async function count(
  { tx, acting }: Desk,
  { from, to }: Span,
  which: ReturnType<typeof sql>,
): Promise<readonly (LinkFigures & Pick<Counts, 'untold'>)[]> {
  const { rows } = await sql<Counts>`
    with found as (
      select a.link, a.from_agency, a.from_programme, a.to_agency, a.to_programme,
        r.id, r.state, r.reason, r.sent_on, r.answered_on, r.answered_due,
        ${answerOf} as answer,
        r.state in ('accepted', 'enrolled', 'completed', 'failed') and not ${senderKnows(acting.on)} as is_untold
      from link_agreement a
      left join referral r on r.agreement_id = a.id and r.sent_on between ${from}::date and ${to}::date
      where a.state in ('agreed', 'ended') and (${which})
    ), sent as (
      select f.*,
        case when f.answer = 'decline' then coalesce(
          case when f.state = 'declined' then f.reason
               else (select e.reason from referral_event e
                     where e.referral_id = f.id and e.move = 'decline' order by e.seq desc limit 1)
          end, 'unknown') end as declined_for
      from found f
    ), reasons as (
      select link, jsonb_object_agg(declined_for, n) as by_reason
      from (select link, declined_for, count(*) as n from sent where declined_for is not null group by link, declined_for) as one
      group by link
    )
    select s.link, s.from_agency as "fromAgency", s.from_programme as "fromProgramme", s.to_agency as "toAgency",
      s.to_programme as "toProgramme",
      count(s.id) as sent,
      count(s.answer) as answered,
      count(*) filter (where s.answer is not null and s.answered_on <= s.answered_due) as "answeredInTime",
      count(*) filter (where s.answer = 'accept') as accepted,
      count(s.declined_for) as declined,
      (select by_reason from reasons where reasons.link = s.link) as "declinedFor",
      count(*) filter (where s.state = 'completed') as completed,
      percentile_cont(0.5) within group (order by s.answered_on - s.sent_on)
        filter (where s.answer is not null) as "medianDays",
      count(*) filter (where s.state in (${sql.join([...underWay])})) as "underWay",
      json_build_object(
        'completed', count(*) filter (where s.is_untold and s.state = 'completed'),
        'underWay', count(*) filter (where s.is_untold and s.state in ('accepted', 'enrolled')),
        'failed', count(*) filter (where s.is_untold and s.state = 'failed')) as untold,
      count(*) filter (where s.state = 'expired' or (s.state = 're-routed' and s.answer is null)) as expired
    from sent s
    group by s.link, s.from_agency, s.from_programme, s.to_agency, s.to_programme
    order by s.link`.execute(tx)
  return rows.map(row => ({ ...row, declinedFor: row.declinedFor ?? {} }))
}

/** Reasons in one cell: `places-full 3; criterion-unmet 1`. */
export const figuresTable = (figures: readonly LinkFigures[]): Table => ({
  columns: [
    { name: 'link', type: 'text' },
    { name: 'from_agency', type: 'text' },
    { name: 'from_programme', type: 'text' },
    { name: 'to_agency', type: 'text' },
    { name: 'to_programme', type: 'text' },
    { name: 'sent', type: 'whole' },
    { name: 'answered', type: 'whole' },
    { name: 'answered_in_time', type: 'whole' },
    { name: 'accepted', type: 'whole' },
    { name: 'declined', type: 'whole' },
    { name: 'declined_for', type: 'text' },
    { name: 'completed', type: 'whole' },
    { name: 'median_days', type: 'number' },
    { name: 'under_way', type: 'whole' },
    { name: 'expired', type: 'whole' },
  ],
  rows: figures.map(one => [
    one.link,
    one.fromAgency,
    one.fromProgramme,
    one.toAgency,
    one.toProgramme,
    one.sent,
    one.answered,
    one.answeredInTime,
    one.accepted,
    one.declined,
    Object.entries(one.declinedFor)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reason, n]) => (n === null ? reason : `${reason} ${n}`))
      .join('; '),
    one.completed,
    one.medianDays,
    one.underWay,
    one.expired,
  ]),
})
