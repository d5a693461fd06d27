/** The answers to the lines of a catalogue for one firm on one day, each worked out when it is first asked for. */
import type { FactName } from '@ieum/catalogue/records'
import type { Evaluator, Situation } from '@ieum/rules'
import type { Choices } from './choices.ts'
import type { Lines } from './lines.ts'
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
  /** By point; 0 is not yet. */
  readonly #bearings: Uint8Array
  readonly #results: (CriterionResult | undefined)[]

  constructor(ground: Ground, situation: Situation) {
    this.situation = situation
    this.#ground = ground
    this.#bearings = new Uint8Array(ground.lines.points.length)
    this.#results = new Array(ground.lines.all.length)
  }

  /**
   * The bearing of the gravest point of each row. The points of all rows stand end to end; what stands behind one that shuts
   * is not looked at.
   */
  gravest(points: Uint32Array, ends: Uint32Array): Uint8Array {
    const bearings = this.#bearings
    const gravest = new Uint8Array(ends.length)
    let place = 0
    for (let row = 0; row < ends.length; row++) {
      const end = ends[row]!
      let most: number = bearing.notYet
      for (; place < end; place++) {
        const point = points[place]!
        const each = bearings[point]! || this.#bear(point)
        if (each > most) most = each
        if (most === bearing.shuts) break
      }
      gravest[row] = most
      place = end
    }
    return gravest
  }

  result(line: number): CriterionResult {
    const known = this.#results[line]
    if (known) return known
    const result = this.#answer(line)
    this.#results[line] = result
    return result
  }

  /** The facts that are not known and on which the answer to a line depends. */
  missing(line: number): readonly FactName[] {
    const { sentence } = this.#ground.lines.all[line]!
    return sentence === undefined ? [] : this.#ground.evaluator.proof(sentence, this.situation).missing
  }

  #bear(point: number): Bearing {
    const { sentence, isExclusion } = this.#ground.lines.points[point]!
    const found = bearingOf(this.#verdict(sentence), isExclusion)
    this.#bearings[point] = found
    return found
  }

  #verdict(sentence: number | undefined): CriterionVerdict {
    if (sentence === undefined) return 'judgement'
    const truth = this.#ground.evaluator.truth(sentence, this.situation)
    if (truth === undefined) return this.#ground.choices.decide(sentence, this.situation) ? 'condition' : 'unknown'
    // FEEL's null does not hold: it is known, and it is not true.
    return truth === true ? 'met' : 'unmet'
  }

  #answer(line: number): CriterionResult {
    const { evaluator, lines, choices } = this.#ground
    const { id, sentence, isExclusion } = lines.all[line]!
    const verdict = this.#verdict(sentence)
    const because = sentence === undefined ? none : evaluator.proof(sentence, this.situation).because
    const result: CriterionResult = isExclusion ? { id, verdict, exclusion: true, because } : { id, verdict, because }
    if (verdict !== 'condition') return result
    return { ...result, choices: choices.thatMeet(sentence!, !isExclusion, this.situation) }
  }
}

const none: readonly never[] = []
