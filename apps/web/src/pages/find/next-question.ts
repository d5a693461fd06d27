/** What to ask next: the matching's next best question, standing exclusions all in one go. */
import type { Fact } from '@ieum/catalogue/records'
import type { Match, Result } from '@ieum/matching'
import { type FirmHere, notToAsk } from '../../firm/firm-store.ts'

export type Asked =
  | { readonly is: 'fact'; readonly fact: Fact; readonly decides?: number }
  /** All standing exclusions in one go. */
  | { readonly is: 'declaration'; readonly decides?: number }
  | { readonly is: 'nothing'; readonly unknownLeft: boolean }

export function askNext({ results, nextQuestion }: Match, facts: readonly Fact[], firm: FirmHere): Asked {
  const fact = nextQuestion && facts.find(({ name }) => name === nextQuestion.fact)
  if (!nextQuestion || !fact)
    return { is: 'nothing', unknownLeft: results.some(({ verdict }) => verdict === 'unknown') }
  const { decides } = nextQuestion
  return isPartOfDeclaration(fact) && !firm.declares ? { is: 'declaration', decides } : { is: 'fact', fact, decides }
}

/** The programmes to check that a further answer could still settle. */
export function stillToSettle(toCheck: readonly Result[], facts: readonly Fact[], firm: FirmHere): number {
  const out = notToAsk(firm, facts)
  const askable = new Set(
    facts.filter(({ name, ask, about }) => ask && about !== 'application' && !out.has(name)).map(({ name }) => name),
  )
  return toCheck.filter(({ missing }) => missing.some(name => askable.has(name))).length
}

export const isPartOfDeclaration = ({ ask, type }: Fact): boolean => ask === 'declaration' && type === 'boolean'
