/** An agency whose programme supported a firm draws up a referral along a link in force; the firm is asked for its consent. */
import { isInForce } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { type Acting, looksAfter, type PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { relationsToFirm } from '../acting/relations.ts'
import { findAgreement } from '../agreements/find-agreement.ts'
import { type AgreementRow, datesOf } from '../agreements/terms.ts'
import { notifyFirm } from '../notices/notify.ts'
import { caseNumber } from './case-number.ts'

export type Drafted =
  | { readonly is: 'drafted'; readonly referral: string; readonly number: string }
  | { readonly is: 'no such firm' }
  | { readonly is: 'no such link' }
  | { readonly is: 'link not in force' }
  /** The firm has not come as far in the programme as the link asks. */
  | { readonly is: 'not there yet'; readonly outcome: 'selected' | 'completed' }
  | { readonly is: 'under way already' }

export interface ReferralToDraft {
  readonly agreement: string
  readonly firm: string
  /** What it is for: kept with the case, so that no referral is a pretext to look at a firm. */
  readonly reason: string
}

export function draftReferral(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  { agreement, firm, reason }: ReferralToDraft,
): Promise<Drafted> {
  return atDesk(needs, acting, async desk => {
    const { relations } = await relationsToFirm(desk, firm)
    if (!desk.may('draft referral', relations, firm)) return { is: 'no such firm' }
    const link = await findAgreement(desk, agreement)
    if (!link || link.from_agency !== acting.capacity.agency || !looksAfter(acting.capacity, link.from_programme))
      return { is: 'no such link' }
    if (!isInForce(datesOf(link), acting.on)) return { is: 'link not in force' }
    const drafted = await draftAlong(desk, link, firm, { reason })
    if (drafted.is === 'drafted') desk.looked({ firm, operation: 'draft referral', basis: 'own programme', reason })
    return drafted
  })
}

export interface DraftOptions {
  readonly reason: string
  readonly batch?: string
  /** Whose work it is; the acting post when left out. */
  readonly post?: string
  readonly reroutedFrom?: string
}

/** The draft itself, once it is clear that the acting agency may hand the firm on along this link. */
export async function draftAlong(
  desk: Desk<Acting<PostCapacity>>,
  link: AgreementRow,
  firm: string,
  { reason, batch, reroutedFrom, post = desk.acting.capacity.post }: DraftOptions,
): Promise<Drafted> {
  const { tx, acting } = desk
  const reached = await tx
    .selectFrom('participation')
    .select('id')
    .where('firm_id', '=', firm)
    .where('programme', '=', link.from_programme)
    .where('outcome', 'in', link.outcome === 'completed' ? ['completed'] : ['selected', 'completed'])
    .where('source_agency', '=', acting.capacity.agency)
    .where('on_day', '<=', acting.on)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!reached) return { is: 'not there yet', outcome: link.outcome }
  const number = caseNumber()
  const drafted = await tx
    .insertInto('referral')
    .values({
      number,
      agreement_id: link.id,
      firm_id: firm,
      from_agency: link.from_agency,
      to_agency: link.to_agency,
      from_programme: link.from_programme,
      to_programme: link.to_programme,
      sender_post: post,
      batch_id: batch ?? null,
      rerouted_from: reroutedFrom ?? null,
      drafted_on: acting.on,
    })
    // One that lives already, of whichever agency, stands in the way: the index says so without showing it.
    .onConflict(conflict =>
      conflict
        .columns(['firm_id', 'to_programme'])
        .where('state', 'in', [
          'drafted',
          'consented',
          'sent',
          'received',
          'under-review',
          'returned',
          'accepted',
          'enrolled',
        ])
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!drafted) return { is: 'under way already' }
  await tx
    .insertInto('referral_event')
    .values({
      referral_id: drafted.id,
      seq: 1,
      move: 'draft',
      from_state: null,
      to_state: 'drafted',
      on_day: acting.on,
      person_id: acting.person.id,
      post_id: acting.capacity.post,
      by_party: 'sender',
      note: reason,
    })
    .execute()
  desk.changed('draft referral', drafted.id, { firm, agreement: link.id, reason })
  await notifyFirm(desk, firm, {
    event: `referral:${drafted.id}:draft:1`,
    kind: 'referral.consent-asked',
    referral: drafted.id,
    detail: { programme: link.to_programme, side: 'firm' },
  })
  return { is: 'drafted', referral: drafted.id, number }
}
