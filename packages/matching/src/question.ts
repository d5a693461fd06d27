/** The next best question: the fact whose answer can settle most verdicts. */
import type { Fact, FactName } from '@ieum/catalogue/records'
import { type Evaluator, type Situation, SmallestChanges, type Want } from '@ieum/rules'
import type { Line } from './lines.ts'
import type { NextQuestion } from './result.ts'

/** A line whose verdict is unknown, and the facts that it waits for. */
export interface OpenLine {
  readonly line: Line
  readonly missing: readonly FactName[]
}

/**
 * Counts, fact by fact, the programmes whose verdict is unknown and can be settled by its answer alone: some answer shuts the
 * firm out, or leaves no line of the programme unknown. Among facts that can settle as many, the one that comes closer to
 * settling those that wait for it is asked first (each programme weighs one over the number of facts it still needs); then the
 * one that the catalogue names first. Choices of an application are not asked: they belong to a programme, not to the firm.
 */
export function nextQuestion(
  programmes: readonly (readonly OpenLine[])[],
  facts: ReadonlyMap<FactName, Fact>,
  answers: Pick<AnswersAlone, 'canShut' | 'canMeet'>,
  notToAsk: ReadonlySet<FactName> = new Set(),
): NextQuestion | undefined {
  const candidates = new Map<FactName, { decides: number; weight: number }>()
  const isChosen = (fact: FactName) => facts.get(fact)?.about === 'application'
  for (const lines of programmes) {
    const missing = new Set(lines.flatMap(line => line.missing))
    for (const fact of missing) {
      if (!facts.get(fact)?.ask || isChosen(fact) || notToAsk.has(fact)) continue
      const candidate = candidates.get(fact) ?? { decides: 0, weight: 0 }
      candidates.set(fact, candidate)
      candidate.weight += 1 / missing.size
      if (settles(facts.get(fact)!, lines, isChosen, answers)) candidate.decides += 1
    }
  }
  let best: NextQuestion | undefined
  let bestWeight = 0
  for (const fact of facts.keys()) {
    const candidate = candidates.get(fact)
    if (!candidate) continue
    const { decides, weight } = candidate
    if (best && (decides < best.decides || (decides === best.decides && weight <= bestWeight))) continue
    best = { fact, decides }
    bestWeight = weight
  }
  return best
}

function settles(
  { name: fact, type, values }: Fact,
  lines: readonly OpenLine[],
  isChosen: (fact: FactName) => boolean,
  answers: Pick<AnswersAlone, 'canShut' | 'canMeet'>,
): boolean {
  const isAllOf = (missing: readonly FactName[]) => missing.every(each => each === fact || isChosen(each))
  if (lines.every(({ missing }) => isAllOf(missing))) return true
  const reading = lines.filter(({ missing }) => missing.includes(fact))
  // Among the endless texts there is one that shuts a firm out.
  const isEndless = type === 'text' && values === undefined
  if (reading.some(({ line, missing }) => (isEndless && missing.length === 1) || answers.canShut(fact, line)))
    return true
  return reading.length === lines.length && answers.canMeet(fact, lines)
}

/** What the answer to one fact can do to lines while all else stays as it is. */
export class AnswersAlone {
  readonly #evaluator: Evaluator
  readonly #situation: Situation
  readonly #remembered: Map<string, boolean>
  readonly #searches = new Map<FactName, SmallestChanges>()
  /** By fact and point: lines of one point stand in many programmes. */
  readonly #shut = new Map<FactName, Map<number, boolean>>()

  /** @param remembered what was found of sentences of which a firm states nothing, kept for the next firm */
  constructor(evaluator: Evaluator, situation: Situation, remembered: Map<string, boolean>) {
    this.#evaluator = evaluator
    this.#situation = situation
    this.#remembered = remembered
  }

  canShut(fact: FactName, { sentence, isExclusion, point }: Line): boolean {
    if (sentence === undefined) return false
    const byPoint = this.#shut.get(fact) ?? new Map<number, boolean>()
    this.#shut.set(fact, byPoint)
    const known = byPoint.get(point)
    if (known !== undefined) return known
    const can = this.#can(fact, [{ sentence, wanted: isExclusion }])
    byPoint.set(point, can)
    return can
  }

  canMeet(fact: FactName, lines: readonly OpenLine[]): boolean {
    return this.#can(
      fact,
      lines.flatMap(({ line: { sentence, isExclusion } }) =>
        sentence === undefined ? [] : [{ sentence, wanted: !isExclusion }],
      ),
    )
  }

  /** What a firm states is not kept: only what is found of sentences of which it states nothing serves the next firm. */
  #can(fact: FactName, wants: readonly Want[]): boolean {
    const { facts, on } = this.#situation
    const isAlike = wants.every(({ sentence }) =>
      this.#evaluator.factsOf(sentence).every(each => !Object.hasOwn(facts, each)),
    )
    const search = () => this.#search(fact).thatGive(wants).length > 0
    if (!isAlike) return search()
    const key = `${fact} ${on} ${wants.map(({ sentence, wanted }) => `${sentence}${wanted}`).join()}`
    const known = this.#remembered.get(key)
    if (known !== undefined) return known
    const can = search()
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear()
    this.#remembered.set(key, can)
    return can
  }

  #search(fact: FactName): SmallestChanges {
    const made = this.#searches.get(fact)
    if (made) return made
    const search = new SmallestChanges(this.#evaluator, this.#situation, { answers: new Set([fact]) })
    this.#searches.set(fact, search)
    return search
  }
}

const mostRemembered = 16_384
