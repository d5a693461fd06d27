/** What a firm says in one go. */
import type { Fact, FactName, Firm, Value } from '@ieum/catalogue/records'

const standing = new WeakMap<readonly Fact[], Readonly<Record<FactName, false>>>()

/** The facts of a firm, with `declares: [standard]` spelt out: every standing exclusion that it does not state itself is false. */
export function factsOfFirm(firm: Firm, facts: readonly Fact[]): Readonly<Record<FactName, Value>> {
  return firm.declares?.includes('standard') ? { ...noneApplies(facts), ...firm.facts } : firm.facts
}

function noneApplies(facts: readonly Fact[]): Readonly<Record<FactName, false>> {
  const known = standing.get(facts)
  if (known) return known
  const declarations = facts.filter(fact => fact.ask === 'declaration' && fact.type === 'boolean')
  const made = Object.fromEntries(declarations.map(fact => [fact.name, false as const]))
  standing.set(facts, made)
  return made
}
