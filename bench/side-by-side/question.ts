/** The question that all sides are asked, and what they answer it with. */
import { addMonths } from '@ieum/catalogue/days'
import type { Day, Firm } from '@ieum/catalogue/records'
import { factsOfFirm } from '@ieum/matching'
import { endOfHorizon, plannerOf } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'
import { byBruteForce } from '../../packages/planning/src/proof/brute-force.ts'

/** Only stages and programmes: `milp.ts` has no words for facts. */
export interface Question {
  readonly firm: Firm
  readonly on: Day
  readonly via: readonly string[]
  readonly horizon: string
  readonly maxLegs: number
}

/** What the contract's Pareto set is over. */
export interface Measures {
  readonly arrives: Day
  readonly support: number
  readonly ownCost: number
  readonly legs: number
  readonly unknowns: number
}

export const lastDay = ({ on, horizon }: Question): Day => endOfHorizon(on, horizon) ?? addMonths(on, 60)

export function planned(rulebook: Rulebook, question: Question): Measures[] {
  const { itineraries, complete } = plannerOf(rulebook).plan(question)
  if (!complete) throw new Error('the planner did not come to its end')
  return itineraries.map(({ legs, ...measures }) => ({ ...measures, legs: legs.length }))
}

/** `packages/planning/src/proof/brute-force.ts`: the contract sentence by sentence, every day of every window. */
export function tried(rulebook: Rulebook, question: Question): Measures[] {
  const firm = { id: question.firm.id, facts: factsOfFirm(question.firm, rulebook.facts) }
  return byBruteForce(rulebook, { ...question, firm, end: lastDay(question) }).map(({ legs, ...measures }) => ({
    ...measures,
    legs: legs.length,
  }))
}

const line = ({ arrives, support, ownCost, legs, unknowns }: Measures): string =>
  `arrives ${arrives}, support ${support}, own cost ${ownCost}, ${legs} legs, ${unknowns} unknown`

/** Throws with the first difference between two Pareto sets; `what` says of which question. */
export function mustBeEqual(ours: readonly Measures[], theirs: readonly Measures[], what: string): void {
  const [own, other] = [ours, theirs].map(each => new Set(each.map(line)))
  const onlyOurs = [...own!].filter(each => !other!.has(each))
  const onlyTheirs = [...other!].filter(each => !own!.has(each))
  if (onlyOurs.length + onlyTheirs.length === 0) return
  throw new Error(
    `${what}: only the planner says ${onlyOurs.join('; ') || 'nothing'}; only the other side says ${onlyTheirs.join('; ') || 'nothing'}`,
  )
}
