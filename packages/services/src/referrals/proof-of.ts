/** What the receiving desk gets: each criterion of its programme with what stands for and against it, of what the firm agreed to pass on. */
import type { Day } from '@ieum/catalogue/records'
import type { ProgrammeVerdict } from '@ieum/matching'
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
}

export interface ProofRequest {
  readonly programme: string
  readonly on: Day
  readonly passed: Passed
  /** Criteria that the link waives, and the link that does. */
  readonly waives: readonly string[]
  readonly link: string
  /** Decisions of the sending agency that the receiving one takes as they are. */
  readonly decisions?: readonly Decision[]
}

/** Undefined when the catalogue has no such programme any more. */
export function proofOf(
  { matcher }: OpenCatalogue,
  { programme, on, passed, waives, link, decisions = [] }: ProofRequest,
): Proof | undefined {
  const result = matcher.matchOne(passed.firm, on, programme)
  if (!result) return undefined
  const waived = result.criteria.map(criterion =>
    waives.includes(criterion.id) ? { ...criterion, waived: link } : criterion,
  )
  const { verdict, criteria, missing } = layDecisionsOver({ ...result, criteria: waived }, decisions)
  return { on, programme, edition: result.edition, verdict, criteria, missing, facts: passed.facts }
}
