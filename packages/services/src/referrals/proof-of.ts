/** What the receiving desk gets: each criterion of its programme with what stands for and against it, of what the firm agreed to pass on. */
import type { Day } from '@ieum/catalogue/records'
import { bearingOf, type CriterionResult, type ProgrammeVerdict, verdictBy } from '@ieum/matching'
import type { OpenCatalogue } from '../open-catalogue.ts'
import type { Passed, PassedFact } from './facts-passed.ts'

export interface Proof {
  readonly on: Day
  readonly programme: string
  readonly edition: string
  readonly verdict: ProgrammeVerdict
  readonly criteria: readonly CriterionResult[]
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
}

/** Undefined when the catalogue has no such programme any more. */
export function proofOf(
  { matcher }: OpenCatalogue,
  { programme, on, passed, waives, link }: ProofRequest,
): Proof | undefined {
  const result = matcher.matchOne(passed.firm, on, programme)
  if (!result) return undefined
  const criteria = result.criteria.map(criterion =>
    waives.includes(criterion.id) ? { ...criterion, waived: link } : criterion,
  )
  const bearings = criteria
    .filter(({ waived }) => waived === undefined)
    .reduce((all, { verdict, exclusion }) => all | bearingOf(verdict, exclusion ?? false), 0)
  return {
    on,
    programme,
    edition: result.edition,
    verdict: verdictBy(bearings),
    criteria,
    missing: result.missing,
    facts: passed.facts,
  }
}
