/** Which ministries' lines stop at a stage: how many programmes each has there. */
import type { Pathway } from '@ieum/catalogue/records'
import type { RuledProgramme } from '@ieum/rules'

export interface StageLine {
  readonly ministry: string
  readonly programmes: number
}

/** Programmes that carry the pathway's own chain count when there are any; else all of the stage. */
export function linesAtStage(
  programmes: readonly RuledProgramme[],
  { id }: Pick<Pathway, 'id'>,
  stage: string,
  ministryOf: (agency: string) => { readonly id: string },
): readonly StageLine[] {
  const atStage = programmes.filter(({ stages }) => stages.includes(stage))
  const ofChain = atStage.filter(({ chains }) => chains?.includes(id))
  const counted = ofChain.length > 0 ? ofChain : atStage
  const byMinistry = Map.groupBy(counted, ({ agency }) => ministryOf(agency).id)
  return [...byMinistry]
    .map(([ministry, its]) => ({ ministry, programmes: its.length }))
    .toSorted((a, b) => b.programmes - a.programmes)
}
