/** Decisions that were taken over, laid over what matching found: the proof says whose they are. */
import type { Day } from '@ieum/catalogue/records'
import { bearingOf, type CriterionResult, type ProgrammeVerdict, verdictBy } from '@ieum/matching'
import type { Decision } from './decision.ts'

/** What stands for a verdict in place of facts. */
export interface DecisionReading {
  readonly decision: { readonly agency: string; readonly on: Day; readonly id: string }
}

export type ProvenCriterion =
  | CriterionResult
  | (Omit<CriterionResult, 'because' | 'choices'> & { readonly because: readonly DecisionReading[] })

export interface Judged {
  readonly verdict: ProgrammeVerdict
  readonly criteria: readonly CriterionResult[]
  readonly missing: readonly string[]
  readonly changes?: readonly unknown[]
}

export type Proven<J extends Judged> = Omit<J, 'criteria'> & { readonly criteria: readonly ProvenCriterion[] }

/**
 * The verdict of the programme follows. A waived criterion is not decided. `missing` loses what only decided criteria asked for; changes that
 * would open the programme were worked out without the decisions, and are left out where one of them says otherwise.
 */
export function layDecisionsOver<J extends Judged>(judged: J, decisions: readonly Decision[]): Proven<J> {
  const byCriterion = new Map(decisions.map(decision => [decision.criterion, decision]))
  let differs = false
  const criteria = judged.criteria.map((criterion): ProvenCriterion => {
    const decision = criterion.waived === undefined ? byCriterion.get(criterion.id) : undefined
    if (!decision) return criterion
    if (decision.verdict !== criterion.verdict) differs = true
    const { choices: _, ...rest } = criterion
    const { agency, on, id } = decision
    return { ...rest, verdict: decision.verdict, because: [{ decision: { agency, on, id } }] }
  })
  const verdict = verdictBy(
    criteria
      .filter(({ waived }) => waived === undefined)
      .reduce((all, { verdict, exclusion }) => all | bearingOf(verdict, exclusion ?? false), 0),
  )
  const isOpen = ({ verdict, waived }: ProvenCriterion) => verdict === 'unknown' && waived === undefined
  const stillAsked = new Set(criteria.filter(isOpen).flatMap(unknownIn))
  const decided = judged.criteria.filter((criterion, index) => isOpen(criterion) && criteria[index] !== criterion)
  const settled = new Set(decided.flatMap(unknownIn).filter(fact => !stillAsked.has(fact)))
  return {
    ...judged,
    criteria,
    verdict,
    missing: verdict === 'unknown' ? judged.missing.filter(fact => !settled.has(fact)) : [],
    ...(judged.changes && (differs || verdict !== 'not-eligible') && { changes: [] }),
  }
}

const unknownIn = ({ because }: ProvenCriterion): string[] =>
  because.flatMap(reading => ('fact' in reading && !('value' in reading) ? [reading.fact] : []))
