import type { Rule } from '@ieum/rules'
import { useDirectory } from '../rulebook/use-rulebook.ts'
import { useSaid } from '../words/use-language.ts'

export interface CriterionNamed {
  readonly id: string
  /** The sentence, or the id where the catalogue has no words for it. */
  readonly name: string
  readonly isExclusion: boolean
}

/** The criteria of a programme, of the newest edition that has each: a firm may have been in an earlier one. */
export function useCriteria(): (programme: string) => readonly CriterionNamed[] {
  const directory = useDirectory()
  const said = useSaid()
  return programme => {
    const named = new Map<string, CriterionNamed>()
    const add = (rules: readonly Rule[], isExclusion: boolean) => {
      for (const { id, label } of rules) if (!named.has(id)) named.set(id, { id, name: said(label) || id, isExclusion })
    }
    for (const { criteria, exclusions } of directory.programme(programme)?.editions.toReversed() ?? []) {
      add(criteria, false)
      add(exclusions, true)
    }
    return [...named.values()]
  }
}

export function useCriterion(): (programme: string, id: string) => CriterionNamed {
  const criteriaOf = useCriteria()
  return (programme, id) => criteriaOf(programme).find(one => one.id === id) ?? { id, name: id, isExclusion: false }
}
