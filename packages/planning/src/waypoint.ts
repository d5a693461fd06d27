import type { RuledProgramme } from '@ieum/rules'

export type Waypoint =
  /** A stage, or a programme by its id. */
  { readonly is: 'place'; readonly place: string } | { readonly is: 'fact'; readonly sentence: number }

/** Whether a programme has the stage, or is the programme. */
export function isAt({ id, stages }: Pick<RuledProgramme, 'id' | 'stages'>, waypoint: Waypoint): boolean {
  return waypoint.is === 'place' && (id === waypoint.place || stages.includes(waypoint.place))
}
