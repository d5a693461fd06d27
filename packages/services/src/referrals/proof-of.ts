/** What the receiving desk gets: each criterion of its programme with what stands for and against it, of what the firm agreed to pass on. */
import { createHash } from 'node:crypto'
import { isInForce } from '@ieum/catalogue/links'
import type { Day } from '@ieum/catalogue/records'
import type { ProgrammeVerdict } from '@ieum/matching'
import { type Rulebook, ruleWording } from '@ieum/rules'
import type { Decision } from '../decisions/decision.ts'
import { layDecisionsOver, type ProvenCriterion } from '../decisions/lay-over.ts'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { Passed, PassedFact } from './facts-passed.ts'

export interface Proof {
  readonly on: Day
  readonly programme: string
  readonly edition: string
  readonly verdict: ProgrammeVerdict
  readonly criteria: readonly ProvenCriterion[]
  /** Facts that are not known and on which the verdict depends. */
  readonly missing: readonly string[]
  readonly facts: Readonly<Record<string, PassedFact>>
  /**
   * A digest of what each rule said that day, by `criteria/size`, `exclusions/tax` and, of links in force that day that waive some, `links/x-to-y`:
   * whoever runs the proof again can tell a rule that was changed from another answer to the same one. Proofs from before this was kept have none.
   */
  readonly rules?: Readonly<Record<string, string>>
}

export interface ProofRequest {
  readonly programme: string
  readonly on: Day
  /** The one of the day when left out. */
  readonly edition?: string
  readonly passed: Pick<Passed, 'firm' | 'facts'>
  /** Criteria that the link waives, and the link that does. */
  readonly waives: readonly string[]
  readonly link: string
  /** Decisions of the sending agency that the receiving one takes as they are. */
  readonly decisions?: readonly Decision[]
}

/** Undefined when the catalogue has no such programme, or edition, any more. */
export function proofOf(
  { matcher, rulebook }: OpenCatalogue,
  { programme, on, edition, passed, waives, link, decisions = [] }: ProofRequest,
): Proof | undefined {
  const result = matcher.matchOne(passed.firm, on, programme, edition)
  if (!result) return undefined
  const waived = result.criteria.map(criterion =>
    waives.includes(criterion.id) ? { ...criterion, waived: link } : criterion,
  )
  const { verdict, criteria, missing } = layDecisionsOver({ ...result, criteria: waived }, decisions)
  return {
    ...{ on, programme, edition: result.edition, verdict, criteria, missing, facts: passed.facts },
    rules: rulesOf(rulebook, programme, result.edition, on),
  }
}

function rulesOf(rulebook: Rulebook, id: string, edition: string, on: Day): Readonly<Record<string, string>> {
  const ruled = rulebook.programmes
    .find(programme => programme.id === id)
    ?.editions.find(one => one.edition === edition)
  const digests = (['criteria', 'exclusions'] as const).flatMap(kind =>
    (ruled?.[kind] ?? []).map((rule): [string, string] => [
      `${kind}/${rule.id}`,
      digestOf(ruleWording(rulebook, rule, on)),
    ]),
  )
  const waiving = rulebook.links
    .filter(link => link.to === id && (link.waives ?? []).length > 0 && isInForce(link, on))
    // Without its days: that it ends later changes nothing of that day.
    .map(({ id, from, waives }): [string, string] => [`links/${id}`, digestOf(JSON.stringify([from, waives]))])
  return Object.fromEntries([...digests, ...waiving])
}

/** Enough to tell two wordings apart. */
const digestOf = (wording: string): string => createHash('sha256').update(wording).digest('hex').slice(0, 16)
