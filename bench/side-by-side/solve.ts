/** The model solved by HiGHS: the soonest arrival alone, or the whole Pareto set. */
import { dayNumber } from '@ieum/catalogue/days'
import type { Rulebook } from '@ieum/rules'
import loadHighs from 'highs'
import { type Column, measuresOf, million, modelOf, type TimeIndexed, timeIndexed } from './milp.ts'
import { lpText, type Row, type Term } from './model.ts'
import type { Measures, Question } from './question.ts'

export interface Solved {
  readonly measures: readonly Measures[]
  readonly columns: number
  readonly rows: number
  readonly solves: number
}

/** Arrival alone. */
export async function soonest(rulebook: Rulebook, question: Question): Promise<Solved> {
  const model = timeIndexed(rulebook, question)
  const least = await optimum(model, model.measures.arrives, [], [])
  return {
    measures: least ? [measuresOf(least)] : [],
    columns: model.columns.length,
    rows: model.rows.length,
    solves: 1,
  }
}

/**
 * Every point of the Pareto set: the best of a weighted sum, then again with the wish to be better than each point found in one
 * measure at least, until there is none (Sylva and Crema, "A method for finding the set of non-dominated vectors for multiple
 * objective integer linear programs", 2004).
 */
export async function paretoSet(rulebook: Rulebook, question: Question): Promise<Solved> {
  const model = timeIndexed(rulebook, question)
  const { arrives, support, ownCost, unknowns } = model.measures
  // Smaller is better in all four; the number of legs is the same for all.
  const wishes = [arrives, support.map(([by, name]): Term => [-by, name]), ownCost, unknowns]
  const ranges = wishes.map(terms => rangeOf(terms, question.via.length))
  const weighted = sumOf(wishes.flatMap((terms, at) => terms.map(([by, name]): Term => [by / ranges[at]!, name])))
  const found: Measures[] = []
  const better: Row[] = []
  const choices: string[] = []
  let solves = 0
  for (;;) {
    const chosen = await optimum(model, weighted, better, choices)
    solves++
    if (!chosen)
      return {
        measures: found.filter(each => !found.some(other => beats(other, each))),
        columns: model.columns.length,
        rows: model.rows.length,
        solves,
      }
    const measures = measuresOf(chosen)
    found.push(measures)
    const values = [
      dayNumber(measures.arrives) - dayNumber(question.on),
      -measures.support / million,
      measures.ownCost / million,
      measures.unknowns,
    ]
    const own = wishes.map((_, at) => `y${found.length}_${at}`)
    choices.push(...own)
    better.push({ terms: own.map(name => [1, name] as Term), is: '>=', than: 1 })
    for (const [at, terms] of wishes.entries()) {
      const range = ranges[at]! * 2
      better.push({ terms: [...terms, [range, own[at]!]], is: '<=', than: values[at]! - steps[at]! + range })
    }
  }
}

/** The solver may stop at a point that another equals in the sum, within its tolerance, and beats. */
const beats = (a: Measures, b: Measures): boolean =>
  a !== b && a.arrives <= b.arrives && a.support >= b.support && a.ownCost <= b.ownCost && a.unknowns <= b.unknowns

/** By how much one is better at least: a day, a thousand won, a fact. */
const steps = [1, 0.001, 0.001, 1]

const rangeOf = (terms: readonly Term[], legs: number): number =>
  terms.reduce((most, [by]) => Math.max(most, Math.abs(by)), 1) * legs +
  (terms.every(([by]) => by === 1) ? terms.length : 0)

function sumOf(terms: readonly Term[]): Term[] {
  const sums = new Map<string, number>()
  for (const [by, name] of terms) sums.set(name, (sums.get(name) ?? 0) + by)
  return [...sums].map(([name, by]): Term => [by, name])
}

let highs: ReturnType<typeof loadHighs> | undefined
const loaded = () => {
  highs ??= loadHighs()
  return highs
}

/** The columns chosen; undefined when nothing fits. */
async function optimum(
  model: TimeIndexed,
  least: readonly Term[],
  further: readonly Row[],
  choices: readonly string[],
): Promise<readonly Column[] | undefined> {
  if (model.columns.length === 0) return undefined
  const solver = await loaded()
  const { Status, Columns } = solver.solve(lpText(modelOf(model, least, further, choices)), {
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-9,
  })
  if (Status === 'Infeasible') return undefined
  if (Status !== 'Optimal') throw new Error(`HiGHS says ${Status}`)
  return model.columns.filter(({ name }) => (Columns[name]?.Primal ?? 0) > 0.5)
}
