/**
 * The lines of a catalogue: criteria and exclusions as they stand in its editions. The same line stands in many editions ("no tax
 * arrears"), so each distinct one is kept once, and answered once for a firm.
 */
import type { FactName } from '@ieum/catalogue/records'
import type { Evaluator, Rule, Rulebook, RuledEdition, Situation } from '@ieum/rules'
import { choicesThatMeet } from './choices.ts'
import type { CriterionResult, CriterionVerdict } from './result.ts'

export interface Line {
  readonly id: string
  readonly sentence: number | undefined
  readonly isExclusion: boolean
}

export interface Lines {
  readonly all: readonly Line[]
  /** Numbers of the lines of an edition: its criteria, then its exclusions. */
  of(edition: RuledEdition): Int32Array
}

export function linesOf(rulebook: Rulebook): Lines {
  const all: Line[] = []
  const numbers = new Map<string, number>()
  const byEdition = new Map<RuledEdition, Int32Array>()

  function numberOf(rule: Rule, isExclusion: boolean): number {
    const key = `${isExclusion ? 'x' : 'c'}${rule.sentence ?? ''}:${rule.id}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, all.length)
    all.push({ id: rule.id, sentence: rule.sentence, isExclusion })
    return all.length - 1
  }

  for (const { editions } of rulebook.programmes)
    for (const edition of editions)
      byEdition.set(
        edition,
        Int32Array.from([
          ...edition.criteria.map(rule => numberOf(rule, false)),
          ...edition.exclusions.map(rule => numberOf(rule, true)),
        ]),
      )
  return { all, of: edition => byEdition.get(edition)! }
}

/** The answers to the lines for one firm on one day, each worked out when it is first asked for. */
export class Answers {
  readonly situation: Situation
  readonly #lines: Lines
  readonly #evaluator: Evaluator
  readonly #isOfApplication: (fact: FactName) => boolean
  readonly #results: (CriterionResult | undefined)[]

  constructor(lines: Lines, evaluator: Evaluator, isOfApplication: (fact: FactName) => boolean, situation: Situation) {
    this.situation = situation
    this.#lines = lines
    this.#evaluator = evaluator
    this.#isOfApplication = isOfApplication
    this.#results = new Array(lines.all.length)
  }

  result(line: number): CriterionResult {
    return (this.#results[line] ??= this.#answer(this.#lines.all[line]!))
  }

  /** The facts that are not known and on which the answer to a line depends. */
  missing(line: number): readonly FactName[] {
    const { sentence } = this.#lines.all[line]!
    return sentence === undefined ? [] : this.#evaluator.proof(sentence, this.situation).missing
  }

  #answer({ id, sentence, isExclusion }: Line): CriterionResult {
    const exclusion = isExclusion ? { exclusion: true as const } : {}
    if (sentence === undefined) return { id, verdict: 'judgement', ...exclusion, because: [] }
    const { truth, because, missing } = this.#evaluator.proof(sentence, this.situation)
    const isChoice = truth === undefined && missing.length > 0 && missing.every(this.#isOfApplication)
    const verdict = criterionVerdict(truth, isChoice)
    if (!isChoice) return { id, verdict, ...exclusion, because }
    const choices = choicesThatMeet(this.#evaluator, sentence, !isExclusion, this.situation)
    return { id, verdict, ...exclusion, because, choices }
  }
}

/** A sentence whose answer is FEEL's null does not hold: it is known, and it is not true. */
function criterionVerdict(truth: boolean | null | undefined, isChoice: boolean): CriterionVerdict {
  if (truth === undefined) return isChoice ? 'condition' : 'unknown'
  return truth ? 'met' : 'unmet'
}
