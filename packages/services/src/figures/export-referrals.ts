/** An agency takes its own list of referrals away: asked what for, each firm in it noted, and nothing in it that it may no longer see. */
import type { Day } from '@ieum/catalogue/records'
import { type ReferralState, underWay } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import { shownToSender } from '../referrals/shown-state.ts'
import type { Table } from '../tables/table.ts'
import { type Span, wrongInSpan } from './link-figures.ts'

export interface ExportAsked extends Span {
  readonly side: 'sent' | 'received'
  /** Kept with each firm's record of who looked, and shown to it. */
  readonly purpose: string
}

export interface ExportedReferral {
  readonly number: string
  readonly firmNumber: string
  readonly firmName: string
  readonly link: string
  readonly fromAgency: string
  readonly fromProgramme: string
  readonly toAgency: string
  readonly toProgramme: string
  readonly state: ReferralState
  readonly reason: string | null
  readonly draftedOn: Day
  readonly sentOn: Day | null
  readonly due: Day | null
  readonly answeredOn: Day | null
  readonly closedOn: Day | null
}

export type ReferralsExported =
  | { readonly is: 'exported'; readonly referrals: readonly ExportedReferral[] }
  | { readonly is: 'not for this post' }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }
  | { readonly is: 'too many'; readonly most: number }

/** What can be looked at in one go; and the wall around firms is asked firm by firm. */
const most = 5_000
const shortestPurpose = 5
const answeredStates: ReferralState[] = ['declined', 'completed', 'failed', 're-routed']

export function exportReferrals(
  needs: { readonly database: Database },
  // What a list shows changes, and it is kept nowhere: a request that comes twice is answered, and noted, twice.
  { once: _, ...acting }: Acting<PostCapacity>,
  { side, purpose, from, to }: ExportAsked,
): Promise<ReferralsExported> {
  return atDesk(needs, acting, async desk => {
    const { agency, programmes } = acting.capacity
    const relation = side === 'sent' ? 'own' : 'referral-closed'
    if (!desk.may('export referrals', new Set([relation] as const), 'referrals')) return { is: 'not for this post' }
    const fields = [...wrongInSpan({ from, to }), ...wrongInPurpose(purpose)]
    if (fields.length > 0) return { is: 'faulty', fields }

    let rows = desk.tx
      .selectFrom('referral as r')
      .innerJoin('link_agreement as a', 'a.id', 'r.agreement_id')
      .selectAll('r')
      .select('a.link')
      .select(side === 'sent' ? shownToSender(acting.on).as('shown') : 'r.state as shown')
      .where(side === 'sent' ? 'r.from_agency' : 'r.to_agency', '=', agency)
      .where('r.state', 'not in', ['withdrawn', 'recalled'])
      .where(sql<boolean>`coalesce(r.sent_on, r.drafted_on) between ${from}::date and ${to}::date`)
    if (programmes.length > 0)
      rows = rows.where(side === 'sent' ? 'r.from_programme' : 'r.to_programme', 'in', [...programmes])
    // While it is under way, what a receiver sees rests on the firm's consent on the day; what it answered is its own record.
    if (side === 'received')
      rows = rows.where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('r.state', 'in', answeredStates),
          eb('r.state', 'in', [...underWay]).and(
            exists(
              selectFrom('consent as c')
                .select('c.id')
                .whereRef('c.referral_id', '=', 'r.id')
                .where('c.kind', '=', 'hand-off')
                .where('c.withdrawn_at', 'is', null)
                .where('c.until', '>=', acting.on),
            ),
          ),
        ]),
      )
    const found = await rows
      .orderBy('r.drafted_on')
      .orderBy('r.number')
      .limit(most + 1)
      .execute()
    if (found.length > most) return { is: 'too many', most }
    // Read by their ids: joined, each firm that there is would be asked whether it may be seen.
    const ids = [...new Set(found.map(({ firm_id }) => firm_id))]
    const read = await desk.tx
      .selectFrom('firm')
      .select(['id', 'number', 'name_ko'])
      .where('id', '=', sql<string>`any (${ids}::uuid[])`)
      .execute()
    const firms = new Map(read.map(firm => [firm.id, firm]))
    const listed = found.flatMap(row => {
      const firm = firms.get(row.firm_id)
      return firm ? [{ ...row, firm }] : []
    })
    if (firms.size > 0)
      desk.looked({
        firm: [...firms.keys()],
        operation: 'export referrals',
        basis: side === 'sent' ? 'own programme' : 'referrals sent to the agency',
        reason: purpose.trim(),
      })
    desk.changed('export referrals', side, { from, to, rows: listed.length, purpose: purpose.trim() })
    return {
      is: 'exported',
      referrals: listed.map(row => ({
        number: row.number,
        firmNumber: row.firm.number,
        firmName: row.firm.name_ko,
        link: row.link,
        fromAgency: row.from_agency,
        fromProgramme: row.from_programme,
        toAgency: row.to_agency,
        toProgramme: row.to_programme,
        state: row.shown,
        // Of what is not shown, neither why nor when.
        reason: row.shown === row.state ? row.reason : null,
        draftedOn: row.drafted_on,
        sentOn: row.sent_on,
        due: row.due,
        answeredOn: row.answered_on,
        closedOn: row.shown === row.state ? row.closed_on : null,
      })),
    }
  })
}

export const wrongInPurpose = (purpose: string): readonly FieldFault[] =>
  purpose.trim().length < shortestPurpose
    ? [{ field: '/purpose', wrong: `what it is for, in at least ${shortestPurpose} letters` }]
    : []

export const referralsTable = (referrals: readonly ExportedReferral[]): Table => ({
  columns: [
    { name: 'number', type: 'text' },
    { name: 'firm_number', type: 'text' },
    { name: 'firm_name', type: 'text' },
    { name: 'link', type: 'text' },
    { name: 'from_agency', type: 'text' },
    { name: 'from_programme', type: 'text' },
    { name: 'to_agency', type: 'text' },
    { name: 'to_programme', type: 'text' },
    { name: 'state', type: 'text' },
    { name: 'reason', type: 'text' },
    { name: 'drafted_on', type: 'day' },
    { name: 'sent_on', type: 'day' },
    { name: 'due', type: 'day' },
    { name: 'answered_on', type: 'day' },
    { name: 'closed_on', type: 'day' },
  ],
  rows: referrals.map(one => [
    one.number,
    one.firmNumber,
    one.firmName,
    one.link,
    one.fromAgency,
    one.fromProgramme,
    one.toAgency,
    one.toProgramme,
    one.state,
    one.reason,
    one.draftedOn,
    one.sentOn,
    one.due,
    one.answeredOn,
    one.closedOn,
  ]),
})
