/** What a firm says in one go. */
import type { Fact, FactName, Firm, Value } from '@ieum/catalogue/records'

/** The facts of a firm, with `declares: [standard]` spelt out: every standing exclusion that it does not state itself is false. */
export function factsOfFirm(firm: Firm, facts: readonly Fact[]): Readonly<Record<FactName, Value>> {
  if (!firm.declares?.includes('standard')) return firm.facts
  const declared = facts
    .filter(fact => fact.ask === 'declaration' && fact.type === 'boolean')
    .map(fact => [fact.name, false] as const)
  return { ...Object.fromEntries(declared), ...firm.facts }
}
