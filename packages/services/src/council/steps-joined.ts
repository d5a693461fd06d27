/** Of the steps of some pathways from one programme to the next: how many are joined by a link that stands. */
import type { Rulebook } from '@ieum/rules'

interface Step {
  readonly pathway: string
  readonly from: string
  readonly to: string
}

/** Steps between two programmes; where a stage or a sentence stands between them there is no step that a link could join. */
function stepsOf({ pathways, programmes }: Pick<Rulebook, 'pathways' | 'programmes'>, ids: readonly string[]) {
  const known = new Set(programmes.map(({ id }) => id))
  return pathways
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, waypoints }) =>
      waypoints.slice(1).flatMap((to, index): Step[] => {
        const from = waypoints[index]!
        return known.has(from) && known.has(to) ? [{ pathway: id, from, to }] : []
      }),
    )
}

export function stepsJoined(
  rulebook: Pick<Rulebook, 'pathways' | 'programmes'>,
  pathways: readonly string[],
  links: readonly { readonly from: string; readonly to: string }[],
): { readonly joined: number; readonly all: number } {
  const steps = stepsOf(rulebook, pathways)
  const isJoined = ({ from, to }: Step) => links.some(link => link.from === from && link.to === to)
  return { joined: steps.filter(isJoined).length, all: steps.length }
}
