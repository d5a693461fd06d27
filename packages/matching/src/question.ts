/** The next best question: the fact whose answer can settle most verdicts. */
import type { Fact, FactName } from '@ieum/catalogue/records'
import type { NextQuestion, Result } from './result.ts'

/**
 * Counts, fact by fact, the programmes whose verdict is unknown and hangs on it. Among facts that can settle as many, the one
 * that comes closer to settling them alone is asked first (each programme weighs one over the number of facts it still needs);
 * then the one that the catalogue names first. Choices of an application are not asked: they belong to a programme, not to the firm.
 */
export function nextQuestion(
  results: readonly Pick<Result, 'verdict' | 'missing'>[],
  facts: ReadonlyMap<FactName, Fact>,
): NextQuestion | undefined {
  const candidates = new Map<FactName, { decides: number; weight: number }>()
  for (const { verdict, missing } of results) {
    if (verdict !== 'unknown') continue
    for (const fact of missing) {
      const asked = facts.get(fact)
      if (!asked?.ask || asked.about === 'application') continue
      const candidate = candidates.get(fact) ?? { decides: 0, weight: 0 }
      candidates.set(fact, { decides: candidate.decides + 1, weight: candidate.weight + 1 / missing.length })
    }
  }
  let best: NextQuestion | undefined
  let bestWeight = 0
  for (const fact of facts.keys()) {
    const candidate = candidates.get(fact)
    if (!candidate) continue
    const isBetter =
      !best || candidate.decides > best.decides || (candidate.decides === best.decides && candidate.weight > bestWeight)
    if (!isBetter) continue
    best = { fact, decides: candidate.decides }
    bestWeight = candidate.weight
  }
  return best
}
