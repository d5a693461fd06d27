/** What records of a catalogue may refer to. */
import { programmesOf } from '../applies.ts'
import { type Vocabulary, vocabularyOf } from '../fact-values.ts'
import type { Agency, Catalogue, Parameter, Programme } from '../records.ts'

export interface Names {
  readonly facts: Vocabulary
  readonly agencies: ReadonlyMap<string, Agency>
  readonly programmes: ReadonlyMap<string, Programme>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** Ids of the common rules for each programme. */
  readonly commonRules: ReadonlyMap<string, readonly string[]>
  readonly stages: ReadonlySet<string>
  /** Whether what is demanded of a country pack is checked too. */
  readonly thorough: boolean
}

export function namesIn(catalogue: Catalogue, thorough: boolean): Names {
  const byId = <One extends { readonly id: string }>(all: readonly One[]) => new Map(all.map(one => [one.id, one]))
  return {
    facts: vocabularyOf(catalogue.facts),
    agencies: byId(catalogue.agencies),
    programmes: byId(catalogue.programmes),
    parameters: byId(catalogue.parameters),
    commonRules: rulesByProgramme(catalogue),
    stages: new Set(catalogue.programmes.flatMap(programme => programme.stages)),
    thorough,
  }
}

function rulesByProgramme({ commonRules = [], parameters }: Catalogue): ReadonlyMap<string, readonly string[]> {
  const pairs = commonRules.flatMap(rule =>
    [...programmesOf(rule.applies, parameters)].map(programme => ({ programme, rule: rule.id })),
  )
  return new Map(
    [...Map.groupBy(pairs, ({ programme }) => programme)].map(([programme, of]) => [
      programme,
      of.map(({ rule }) => rule),
    ]),
  )
}
