/** What to ask next: the matching's next best question, without what was already answered "not known". */
import type { Fact } from '@ieum/catalogue/records'
import { nextQuestion, type Result } from '@ieum/matching'
import { declaration, type FirmHere } from '../../firm/firm-store.ts'

export type Asked =
  | { readonly is: 'fact'; readonly fact: Fact; readonly decides?: number }
  /** All standing exclusions in one go. */
  | { readonly is: 'declaration'; readonly decides?: number }
  | { readonly is: 'nothing'; readonly unknownLeft: boolean }

export function askNext(results: readonly Result[], facts: readonly Fact[], firm: FirmHere): Asked {
  const isDeclared = firm.notKnown.includes(declaration)
  const open = facts.filter(({ name, ask }) => !firm.notKnown.includes(name) && !(isDeclared && ask === 'declaration'))
  const next = nextQuestion(results, new Map(open.map(fact => [fact.name, fact])))
  const fact = next && open.find(({ name }) => name === next.fact)
  if (!next || !fact) return { is: 'nothing', unknownLeft: results.some(({ verdict }) => verdict === 'unknown') }
  if (isPartOfDeclaration(fact) && !firm.declares) return { is: 'declaration', decides: next.decides }
  return { is: 'fact', fact, decides: next.decides }
}

/** The programmes to check that a further answer could still settle. */
export function stillToSettle(toCheck: readonly Result[], facts: readonly Fact[], firm: FirmHere): number {
  const askable = new Set(
    facts
      .filter(({ name, ask, about }) => ask && about !== 'application' && !firm.notKnown.includes(name))
      .filter(fact => !(firm.notKnown.includes(declaration) && fact.ask === 'declaration'))
      .map(({ name }) => name),
  )
  return toCheck.filter(({ missing }) => missing.some(name => askable.has(name))).length
}

export const isPartOfDeclaration = ({ ask, type }: Fact): boolean => ask === 'declaration' && type === 'boolean'
