/** The answers to the lines of a catalogue for one firm on one day, each worked out when it is first asked for. */
import type { FactName } from '@ieum/catalogue/records'
import type { Evaluator, Situation } from '@ieum/rules'
import type { Choices } from './choices.ts'
import type { Lines } from './lines.ts'
import type { PointsOfRows } from './points-of-rows.ts'
import type { CriterionResult, CriterionVerdict } from './result.ts'
import { type Bearing, bearing, bearingOf } from './verdict.ts'

/** What answers are worked out with: the same for every firm. */
export interface Ground {
  readonly evaluator: Evaluator
  readonly lines: Lines
  readonly choices: Choices
}

export class Answers {
  readonly situation: Situation
  readonly #ground: Ground
  #results: (CriterionResult | undefined)[] | undefined

  constructor(ground: Ground, situation: Situation) {
    this.situation = situation
    this.#ground = ground
  }

  /**
   * What the points of each row come to, together in one byte. It goes from point to point, the one that most rows have first:
   * one that bears on nothing costs no more than its answer, and one whose rows are all shut by others is not asked at all.
   */
  bearingsIn({ points, ends, standsIn, rows }: PointsOfRows): Uint8Array {
    const bearings = new Uint8Array(rows)
    let place = 0
    for (let number = 0; number < points.length; number++) {
      const end = ends[number]!
      while (place < end && bearings[standsIn[place]!]! >= bearing.shuts) place++
      if (place === end) continue
      const bears = this.#bearing(points[number]!)
      if (bears !== bearing.none) for (; place < end; place++) bearings[standsIn[place]!]! |= bears
      place = end
    }
    return bearings
  }

  /** What some lines come to together. */
  bearingOf(lines: readonly number[]): number {
    const { all } = this.#ground.lines
    return lines.reduce((bears, line) => bears | this.#bearing(all[line]!.point), bearing.none)
  }

  result(line: number): CriterionResult {
    this.#results ??= new Array(this.#ground.lines.all.length)
    const known = this.#results[line]
    if (known) return known
    const result = this.#answer(line)
    this.#results[line] = result
    return result
  }

  /** Whether a line shuts the firm out because none of the choices that are left meets it. */
  isShutByChoices(line: number): boolean {
    const { sentence, isExclusion } = this.#ground.lines.all[line]!
    if (sentence === undefined || this.#ground.evaluator.truth(sentence, this.situation) !== undefined) return false
    return this.result(line).verdict === (isExclusion ? 'met' : 'unmet')
  }

  /** The facts that are not known and on which the answer to a line depends. */
  missing(line: number): readonly FactName[] {
    const { sentence } = this.#ground.lines.all[line]!
    return sentence === undefined ? [] : this.#ground.evaluator.proof(sentence, this.situation).missing
  }

  #bearing(point: number): Bearing {
    const { sentence, isExclusion } = this.#ground.lines.points[point]!
    return bearingOf(this.#verdict(sentence, isExclusion), isExclusion)
  }

  #verdict(sentence: number | undefined, isExclusion: boolean): CriterionVerdict {
    if (sentence === undefined) return 'judgement'
    const truth = this.#ground.evaluator.truth(sentence, this.situation)
    if (truth === undefined) {
      const chosen = this.#ground.choices.decide(sentence, !isExclusion, this.situation)
      return typeof chosen === 'boolean' ? (chosen ? 'met' : 'unmet') : (chosen ?? 'unknown')
    }
    // FEEL's null does not hold: it is known, and it is not true.
    return truth === true ? 'met' : 'unmet'
  }

  #answer(line: number): CriterionResult {
    const { evaluator, lines, choices } = this.#ground
    const { id, sentence, isExclusion } = lines.all[line]!
    const verdict = this.#verdict(sentence, isExclusion)
    const because = sentence === undefined ? none : evaluator.proof(sentence, this.situation).because
    const result: CriterionResult = isExclusion ? { id, verdict, exclusion: true, because } : { id, verdict, because }
    if (verdict !== 'condition') return result
    return { ...result, choices: choices.thatMeet(sentence!, !isExclusion, this.situation) }
  }
}

const none: readonly never[] = []
