/** The sides: each answers a question, and must say what the planner says. */
import type { Rulebook } from '@ieum/rules'
import type { Rung, Side } from './ladders.ts'
import { type Measures, mustBeEqual, planned, type Question, tried } from './question.ts'
import { paretoSet, type Solved, soonest } from './solve.ts'

/** Throws when the planner answers otherwise. `whenAnswered` is told once the side has its answer, before the planner is asked. */
export async function answered(
  side: Side,
  rulebook: Rulebook,
  question: Question,
  whenAnswered = () => {},
): Promise<Rung> {
  const begun = performance.now()
  const { measures, ...model }: Pick<Solved, 'measures'> & Partial<Solved> =
    side === 'exhaustive'
      ? { measures: tried(rulebook, question) }
      : await (side === 'milp, Pareto set' ? paretoSet : soonest)(rulebook, question)
  const took = performance.now() - begun
  whenAnswered()
  const ours = planned(rulebook, question)
  // The first call of a thread waits for the compiler, which is nothing to others that take long.
  const again = performance.now()
  planned(rulebook, question)
  const planner = performance.now() - again
  const programmes = rulebook.programmes.length
  const what = `${side}, ${question.via.join()} in ${programmes} programmes`
  if (side === 'milp, soonest arrival') mustArriveEqually(ours, measures, what)
  else mustBeEqual(ours, measures, what)
  const { columns, rows } = model
  return {
    programmes,
    took,
    planner,
    itineraries: ours.length,
    ...(columns !== undefined && { columns }),
    ...(rows !== undefined && { rows }),
  }
}

function mustArriveEqually(ours: readonly Measures[], [theirs]: readonly Measures[], what: string): void {
  const own = ours.map(({ arrives }) => arrives).sort()[0]
  if (own !== theirs?.arrives)
    throw new Error(`${what}: the planner arrives on ${own}, the other side on ${theirs?.arrives}`)
}
