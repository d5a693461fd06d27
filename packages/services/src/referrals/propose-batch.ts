/** "All who completed programme X in May and are eligible for Y": one list, drawn up by one officer and approved by another. */
import type { Day } from '@ieum/catalogue/records'
import { isInForce, underWay } from '@ieum/desk'
import type { ProgrammeVerdict } from '@ieum/matching'
import type { Database } from '@ieum/storage'
import { type Acting, looksAfter, type PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { findAgreement } from '../agreements/find-agreement.ts'
import { type AgreementRow, datesOf } from '../agreements/terms.ts'
import { notifyPosts } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { factsPassed } from './facts-passed.ts'
import { proofOf } from './proof-of.ts'

export interface BatchNeeds {
  readonly database: Database
  readonly catalogue: OpenCatalogue
}

export interface BatchFilter {
  readonly agreement: string
  /** First and last day on which the firms came to the outcome that the link asks for. */
  readonly from: Day
  readonly to: Day
}

export interface Candidate {
  readonly firm: string
  readonly name: string
  readonly on: Day
  /** By what the agency itself knows of the firm and what the firm agreed to; what it does not know stays unknown. */
  readonly verdict: ProgrammeVerdict
  readonly missing: readonly string[]
  /** How the last referral of the firm to that programme ended without a place, where there was one. */
  readonly before?: EndedBefore
}

export interface EndedBefore {
  readonly state: (typeof endings)[number]
  readonly on: Day
}

/** Which the sending agency may know of: all come before acceptance, or without it. */
const endings = ['declined', 'withdrawn', 'expired', 'recalled'] as const

export type CandidatesFound =
  | { readonly is: 'found'; readonly candidates: readonly Candidate[]; readonly underWay: number }
  | { readonly is: 'no such link' }
  | { readonly is: 'link not in force' }
  | { readonly is: 'too many'; readonly most: number }
  | { readonly is: 'not for this post' }

/** More are a batch of their own: one list must be looked through by a person. */
const mostInBatch = 500

/** Who would be in the batch, with the verdict of the next programme. */
export function batchCandidates(
  needs: BatchNeeds,
  acting: Acting<PostCapacity>,
  filter: BatchFilter,
): Promise<CandidatesFound> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('propose batch', new Set(['none']), filter.agreement)) return { is: 'not for this post' }
    const found = await candidatesOf(needs, desk, filter)
    if (found.is === 'found' && found.candidates.length > 0)
      desk.looked({
        firm: found.candidates.map(({ firm }) => firm),
        operation: 'propose batch',
        basis: 'own programme',
        reason: `${filter.from} to ${filter.to}`,
      })
    return found
  })
}

async function candidatesOf(
  { catalogue }: BatchNeeds,
  desk: Desk<Acting<PostCapacity>>,
  { agreement, from, to }: BatchFilter,
): Promise<CandidatesFound> {
  const { tx, acting } = desk
  const link = await findAgreement(desk, agreement)
  if (!link || link.from_agency !== acting.capacity.agency || !looksAfter(acting.capacity, link.from_programme))
    return { is: 'no such link' }
  if (!isInForce(datesOf(link), acting.on)) return { is: 'link not in force' }
  const came = await tx
    .selectFrom('participation as p')
    .innerJoin('firm as f', 'f.id', 'p.firm_id')
    .select(['p.firm_id', 'f.name_ko', 'p.on_day'])
    .distinctOn('p.firm_id')
    .where('p.source_agency', '=', acting.capacity.agency)
    .where('p.programme', '=', link.from_programme)
    .where('p.outcome', '=', link.outcome)
    .where('p.on_day', '>=', from)
    .where('p.on_day', '<=', to)
    .where('p.withdrawn_at', 'is', null)
    .orderBy('p.firm_id')
    .orderBy('p.on_day', 'desc')
    .limit(mostInBatch + 1)
    .execute()
  if (came.length > mostInBatch) return { is: 'too many', most: mostInBatch }
  const busy = new Set(
    came.length === 0
      ? []
      : (
          await tx
            .selectFrom('referral')
            .select('firm_id')
            .where(
              'firm_id',
              'in',
              came.map(({ firm_id }) => firm_id),
            )
            .where('to_programme', '=', link.to_programme)
            .where('state', 'in', ['drafted', 'consented', ...underWay])
            .execute()
        ).map(({ firm_id }) => firm_id),
  )
  const ended = await endedBefore(
    desk,
    link,
    came.map(({ firm_id }) => firm_id),
  )
  const candidates: Candidate[] = []
  for (const { firm_id, name_ko, on_day } of came.filter(({ firm_id }) => !busy.has(firm_id))) {
    const proof = await verdictFor(catalogue, desk, link, firm_id)
    const before = ended.get(firm_id)
    candidates.push({
      firm: firm_id,
      name: name_ko,
      on: on_day,
      verdict: proof?.verdict ?? 'unknown',
      missing: proof?.missing ?? [],
      ...(before && { before }),
    })
  }
  return { is: 'found', candidates, underWay: busy.size }
}

async function endedBefore(
  { tx, acting }: Desk<Acting<PostCapacity>>,
  link: AgreementRow,
  firms: readonly string[],
): Promise<ReadonlyMap<string, EndedBefore>> {
  if (firms.length === 0) return new Map()
  const rows = await tx
    .selectFrom('referral')
    .select(['firm_id', 'state', 'drafted_on', 'answered_on', 'closed_on'])
    .distinctOn('firm_id')
    .where('firm_id', 'in', [...firms])
    .where('from_agency', '=', acting.capacity.agency)
    .where('to_programme', '=', link.to_programme)
    .where('state', 'in', [...endings])
    .orderBy('firm_id')
    .orderBy('updated_at', 'desc')
    .execute()
  return new Map(
    rows.map(({ firm_id, state, drafted_on, answered_on, closed_on }) => [
      firm_id,
      { state: state as EndedBefore['state'], on: closed_on ?? answered_on ?? drafted_on },
    ]),
  )
}

async function verdictFor(catalogue: OpenCatalogue, desk: Desk, link: AgreementRow, firm: string) {
  const passed = await factsPassed(desk, firm, { participations: true })
  return proofOf(catalogue, {
    programme: link.to_programme,
    on: desk.acting.on,
    passed,
    waives: link.waives,
    link: link.link,
  })
}

export interface BatchToPropose extends BatchFilter {
  readonly name: string
  readonly reason: string
  /** Chosen from the candidates; none that the rules exclude. */
  readonly firms: readonly string[]
}

export type BatchProposed =
  | { readonly is: 'proposed'; readonly batch: string; readonly firms: number }
  | { readonly is: 'not a candidate'; readonly firms: readonly string[] }
  | { readonly is: 'nobody chosen' }
  | Exclude<CandidatesFound, { is: 'found' }>

export function proposeBatch(
  needs: BatchNeeds,
  acting: Acting<PostCapacity>,
  asked: BatchToPropose,
): Promise<BatchProposed> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('propose batch', new Set(['none']), asked.agreement)) return { is: 'not for this post' }
    const found = await candidatesOf(needs, desk, asked)
    if (found.is !== 'found') return found
    if (asked.firms.length === 0) return { is: 'nobody chosen' }
    const eligible = new Set(
      found.candidates.filter(({ verdict }) => verdict !== 'not-eligible').map(({ firm }) => firm),
    )
    const strange = asked.firms.filter(firm => !eligible.has(firm))
    if (strange.length > 0) return { is: 'not a candidate', firms: strange }
    const { id } = await desk.tx
      .insertInto('referral_batch')
      .values({
        agency: acting.capacity.agency,
        agreement_id: asked.agreement,
        name: asked.name,
        reason: asked.reason,
        chosen_by: JSON.stringify({ from: asked.from, to: asked.to }),
        firms: [...new Set(asked.firms)],
        proposed_post: acting.capacity.post,
        proposed_by: acting.person.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    desk.looked({
      firm: [...new Set(asked.firms)],
      operation: 'propose batch',
      basis: 'own programme',
      reason: asked.reason,
    })
    desk.changed('propose batch', id, { agreement: asked.agreement, firms: asked.firms.length })
    const { from_programme } = (await findAgreement(desk, asked.agreement))!
    await notifyPosts(desk, await postsFor(desk, acting.capacity.agency, ['approver'], from_programme), {
      event: `batch:${id}:proposed`,
      kind: 'batch.proposed',
      detail: { batch: id, name: asked.name, firms: asked.firms.length },
    })
    return { is: 'proposed', batch: id, firms: new Set(asked.firms).size }
  })
}
