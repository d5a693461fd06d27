/** The lines of a proof: each sentence of the notice with how it stands, what stands in the way first. */
import type { CriterionResult, Result } from '@ieum/matching'
import type { Rule, RuledEdition } from '@ieum/rules'

export interface ProofLine {
  readonly rule: Rule
  readonly result: CriterionResult
  /** Facts of this sentence that are not known. */
  readonly toAsk: readonly string[]
}

export interface ProofLines {
  /** What shuts the firm out, is not known, is judged, or must be chosen: in this order. */
  readonly open: readonly ProofLine[]
  readonly met: readonly ProofLine[]
  /** Exclusions that do not apply. */
  readonly clear: readonly ProofLine[]
}

export function proofLines(
  result: Pick<Result, 'criteria' | 'missing'>,
  edition: Pick<RuledEdition, 'criteria' | 'exclusions'>,
): ProofLines {
  const rules = new Map([
    ...edition.criteria.map(rule => [keyOf(rule.id, false), rule] as const),
    ...edition.exclusions.map(rule => [keyOf(rule.id, true), rule] as const),
  ])
  const lines = result.criteria.map(criterion => ({
    rule: rules.get(keyOf(criterion.id, criterion.exclusion === true)) ?? { id: criterion.id },
    result: criterion,
    toAsk: criterion.waived === undefined ? toAskFor(criterion, result.missing) : [],
  }))
  return {
    open: lines.filter(line => rank(line) < fine).toSorted((a, b) => rank(a) - rank(b)),
    met: lines.filter(line => rank(line) === fine && !line.result.exclusion),
    clear: lines.filter(line => rank(line) === fine && line.result.exclusion),
  }
}

const fine = 4

const fails = ({ verdict, exclusion }: CriterionResult): boolean => verdict === (exclusion ? 'met' : 'unmet')

function rank({ result }: ProofLine): number {
  const { verdict, waived } = result
  if (waived !== undefined) return fine
  if (fails(result)) return 0
  if (verdict === 'unknown') return 1
  if (verdict === 'judgement') return 2
  if (verdict === 'condition') return 3
  return fine
}

/** A line that fails where the programme is not refused may be waived by a link, for what the firm took part in. */
function toAskFor(criterion: CriterionResult, missing: readonly string[]): string[] {
  if (criterion.verdict === 'unknown') return unknownIn(criterion, missing)
  return fails(criterion) ? missing.filter(fact => fact === 'participations') : []
}

/** Only facts that can still be asked for: a derived fact is asked for through what it needs. */
function unknownIn({ because }: CriterionResult, missing: readonly string[]): string[] {
  return because.flatMap(({ fact, value }) => (value === undefined && missing.includes(fact) ? [fact] : []))
}

const keyOf = (id: string, isExclusion: boolean): string => `${isExclusion ? 'exclusion' : 'criterion'} ${id}`
