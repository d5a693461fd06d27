import type { Pathway } from '@ieum/catalogue/records'
import type { Rulebook } from '@ieum/rules'

/** The pathways that a council named, in its order, and the others as they are. */
export function councilPathways({ pathways, councils = [] }: Pick<Rulebook, 'pathways' | 'councils'>): {
  readonly named: readonly Pathway[]
  readonly others: readonly Pathway[]
} {
  const names = new Set(councils.flatMap(council => council.pathways ?? []))
  return {
    named: [...names].flatMap(name => pathways.find(({ id }) => id === name) ?? []),
    others: pathways.filter(({ id }) => !names.has(id)),
  }
}

export function councilPathwaysFirst(rulebook: Pick<Rulebook, 'pathways' | 'councils'>): readonly Pathway[] {
  const { named, others } = councilPathways(rulebook)
  return [...named, ...others]
}
