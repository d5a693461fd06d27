import type { FactName } from '@ieum/catalogue/records'
import { type Evaluator, flips, type Situation } from '@ieum/rules'
import type { Choice } from './result.ts'

/**
 * The choices of an application that give a sentence the wanted truth: each set meets it. Values of one choice that do so
 * alone stand together; of a figure it is the nearest value that does.
 */
export function choicesThatMeet(
  evaluator: Evaluator,
  sentence: number,
  wanted: boolean,
  situation: Situation,
): Choice[][] {
  const alone = new Map<FactName, Choice['values'][number][]>()
  const together: Choice[][] = []
  for (const set of flips(evaluator, sentence, wanted, situation)) {
    const [only, ...others] = set
    if (only && others.length === 0) alone.set(only.fact, [...(alone.get(only.fact) ?? []), only.to])
    else together.push(set.map(({ fact, to }) => ({ fact, values: [to] })))
  }
  return [...[...alone].map(([fact, values]) => [{ fact, values }]), ...together]
}
