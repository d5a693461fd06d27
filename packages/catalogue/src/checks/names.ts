/** What records of a catalogue may refer to. */
import { type Vocabulary, vocabularyOf } from '../fact-values.ts'
import type { Agency, Catalogue, Programme } from '../records.ts'

export interface Names {
  readonly facts: Vocabulary
  readonly agencies: ReadonlyMap<string, Agency>
  readonly programmes: ReadonlyMap<string, Programme>
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
    stages: new Set(catalogue.programmes.flatMap(programme => programme.stages)),
    thorough,
  }
}
