/** Links as one sees them from an agency: its own in every state, those offered to it, and every one that is or was agreed. */
import type { Day } from '@ieum/catalogue/records'
import { type AgreementState, isInForce, type signedMoves } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { findAgreement } from './find-agreement.ts'
import { type AgreementRow, datesOf, type Terms, termsOf } from './terms.ts'
import { type ActsOn, actsOn } from './who-acts.ts'

export interface Agreement extends Terms {
  readonly id: string
  readonly link: string
  readonly version: number
  readonly state: AgreementState
  /** Counts each change: to be given back with the next. */
  readonly changed: number
  readonly fromAgency: string
  readonly toAgency: string
  readonly proposedBy: string
  readonly reason: string | null
  readonly endedOn: Day | null
  readonly supersededBy: string | null
  /** On the day of asking. */
  readonly inForce: boolean
}

export interface Signature {
  readonly step: (typeof signedMoves)[number]
  readonly agency: string
  readonly post: { readonly ko: string; readonly en: string }
  /** Who signed, for the two agencies whose agreement it is; null for others who may read it. */
  readonly person: string | null
  readonly at: string
}

/** With what this person at this post may do with it now, and who does the rest. */
export interface AgreementInFull extends Agreement, ActsOn {
  readonly signatures: readonly Signature[]
  /** All of the link that one may see, newest first. */
  readonly versions: readonly Pick<Agreement, 'id' | 'version' | 'state' | 'validFrom' | 'validTo' | 'supersededBy'>[]
  /** Against the version agreed before; null when there is none. */
  readonly differences: readonly Difference[] | null
}

export interface Difference {
  readonly term: keyof Terms
  readonly before: unknown
  readonly now: unknown
}

export interface AgreementsAsked {
  /** Where the own agency stands in it. */
  readonly side?: 'from' | 'to' | undefined
  readonly state?: AgreementState | undefined
  /** Only those that carry referrals on this day. */
  readonly inForceOn?: Day | undefined
  readonly skip?: number | undefined
}

export type AgreementList =
  | { readonly is: 'list'; readonly agreements: readonly Agreement[]; readonly more: boolean }
  | { readonly is: 'not for this post' }

const page = 200

export function listAgreements(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  { side, state, inForceOn, skip = 0 }: AgreementsAsked = {},
): Promise<AgreementList> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('read links', none, 'links')) return { is: 'not for this post' }
    const { agency } = acting.capacity
    let rows = desk.tx.selectFrom('link_agreement').selectAll()
    if (side) rows = rows.where(side === 'from' ? 'from_agency' : 'to_agency', '=', agency)
    if (state) rows = rows.where('state', '=', state)
    if (inForceOn)
      rows = rows
        .where('state', '=', 'agreed')
        .where('superseded_by', 'is', null)
        .where('valid_from', '<=', inForceOn)
        .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>=', inForceOn)]))
    const found = await rows
      .orderBy('link')
      .orderBy('version', 'desc')
      .offset(skip)
      .limit(page + 1)
      .execute()
    return {
      is: 'list',
      agreements: found.slice(0, page).map(row => agreementOf(row, acting.on)),
      more: found.length > page,
    }
  })
}

export type AgreementRead =
  | { readonly is: 'agreement'; readonly agreement: AgreementInFull }
  | { readonly is: 'no such agreement' }
  | { readonly is: 'not for this post' }

export function readAgreement(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  id: string,
): Promise<AgreementRead> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('read links', none, id)) return { is: 'not for this post' }
    const row = await findAgreement(desk, id)
    if (!row) return { is: 'no such agreement' }
    const signatures = await desk.tx
      .selectFrom('link_signature as s')
      .innerJoin('post as p', 'p.id', 's.post_id')
      .innerJoin('person as who', 'who.id', 's.person_id')
      .select(['s.step', 's.agency', 's.at', 's.person_id', 'p.name_ko', 'p.name_en', 'who.name'])
      .where('s.agreement_id', '=', id)
      .orderBy('s.at')
      .execute()
    const versions = await desk.tx
      .selectFrom('link_agreement')
      .selectAll()
      .where('link', '=', row.link)
      .orderBy('version', 'desc')
      .execute()
    const before = versions.find(
      ({ version, state }) => version < row.version && (state === 'agreed' || state === 'ended'),
    )
    const isTheirs = [row.from_agency, row.to_agency].includes(acting.capacity.agency)
    const hasSigned = signatures.some(({ person_id }) => person_id === acting.person.id)
    return {
      is: 'agreement',
      agreement: {
        ...agreementOf(row, acting.on),
        signatures: signatures.map(({ step, agency, at, name_ko, name_en, name }) => ({
          step,
          agency,
          post: { ko: name_ko, en: name_en },
          person: isTheirs ? name : null,
          at: at.toISOString(),
        })),
        versions: versions
          .map(version => agreementOf(version, acting.on))
          .map(({ id, version, state, validFrom, validTo, supersededBy }) => ({
            id,
            version,
            state,
            validFrom,
            validTo,
            supersededBy,
          })),
        differences: before ? differencesBetween(termsOf(before), termsOf(row)) : null,
        ...actsOn(row, acting, hasSigned),
      },
    }
  })
}

const none = new Set(['none'] as const)

function agreementOf(row: AgreementRow, on: Day): Agreement {
  return {
    id: row.id,
    link: row.link,
    version: row.version,
    state: row.state,
    changed: row.changed,
    ...termsOf(row),
    fromAgency: row.from_agency,
    toAgency: row.to_agency,
    proposedBy: row.proposed_by,
    reason: row.reason,
    endedOn: row.ended_on,
    supersededBy: row.superseded_by,
    inForce: isInForce(datesOf(row), on),
  }
}

const differencesBetween = (before: Terms, now: Terms): readonly Difference[] =>
  (Object.keys(now) as (keyof Terms)[])
    .filter(term => JSON.stringify(before[term]) !== JSON.stringify(now[term]))
    .map(term => ({ term, before: before[term], now: now[term] }))
