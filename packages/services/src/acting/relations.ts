/** How who acts stands to a firm or to a referral. Read anew for each use case: what was true a moment ago opens nothing. */
import { isOver, type ReferralState, type Relation, underWay } from '@ieum/desk'
import { looksAfter } from './acting.ts'
import type { Desk } from './at-desk.ts'

export interface Standings {
  readonly relations: ReadonlySet<Relation>
  /** What the receiving agency's view rests on: the consents that stand. */
  readonly consents: readonly string[]
}

/** To a firm as a whole, over all its referrals. */
export async function relationsToFirm({ tx, acting }: Desk, firm: string): Promise<Standings> {
  const { capacity } = acting
  if (capacity.is === 'firm') return { relations: ofFirm(capacity.firm === firm, capacity.role), consents: [] }
  const relations = new Set<Relation>()
  const own = await tx
    .selectFrom('participation')
    .select('programme')
    .where('firm_id', '=', firm)
    .where('source_agency', '=', capacity.agency)
    .where('withdrawn_at', 'is', null)
    .execute()
  if (own.some(({ programme }) => looksAfter(capacity, programme))) relations.add('own')
  const referrals = await tx
    .selectFrom('referral')
    .select(['id', 'firm_id', 'state', 'from_agency', 'to_agency', 'from_programme', 'to_programme'])
    .where('firm_id', '=', firm)
    .execute()
  const consents: string[] = []
  for (const referral of referrals) {
    const to = await relationsToReferral({ tx, acting }, referral)
    for (const relation of to.relations) relations.add(relation)
    consents.push(...to.consents)
  }
  if (relations.size === 0) relations.add('none')
  return { relations, consents }
}

export interface ReferralParties {
  readonly id: string
  readonly state: ReferralState
  readonly from_agency: string
  readonly to_agency: string
  readonly from_programme: string
  readonly to_programme: string
  readonly firm_id?: string
}

/** To one referral: the firm's own, sent by this agency, or sent to it and how its consent stands. */
export async function relationsToReferral(
  { tx, acting }: Pick<Desk, 'tx' | 'acting'>,
  referral: ReferralParties,
): Promise<Standings> {
  const { capacity, on } = acting
  if (capacity.is === 'firm')
    return { relations: ofFirm(capacity.firm === referral.firm_id, capacity.role), consents: [] }
  const relations = new Set<Relation>()
  if (referral.from_agency === capacity.agency && looksAfter(capacity, referral.from_programme))
    relations.add(isOver(referral.state) ? 'own' : 'referral-sent')
  const consents: string[] = []
  if (referral.to_agency === capacity.agency && looksAfter(capacity, referral.to_programme)) {
    const given = await tx
      .selectFrom('consent')
      .select(['id', 'kind', 'until', 'withdrawn_at'])
      .where('referral_id', '=', referral.id)
      .where('recipient_agency', '=', capacity.agency)
      .execute()
    if (referral.state === 'enrolled') relations.add('own')
    const standing = given.filter(({ until, withdrawn_at }) => withdrawn_at === null && until >= on)
    if (referral.state === 'recalled') relations.add('referral-recalled')
    else if (!underWay.includes(referral.state)) relations.add('referral-closed')
    else if (standing.some(({ kind }) => kind === 'hand-off')) {
      relations.add('consent-active')
      consents.push(...standing.map(({ id }) => id))
    } else
      relations.add(
        given.some(({ kind, withdrawn_at }) => kind === 'hand-off' && withdrawn_at === null)
          ? 'consent-expired'
          : 'consent-withdrawn',
      )
  }
  if (relations.size === 0) relations.add('none')
  return { relations, consents }
}

const ofFirm = (itself: boolean, role: 'firm-member' | 'adviser'): ReadonlySet<Relation> =>
  new Set([itself ? (role === 'firm-member' ? 'own' : 'delegate') : 'none'])
