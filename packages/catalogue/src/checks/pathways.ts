import type { Finding } from '../finding.ts'
import { didYouMean } from '../nearest.ts'
import type { Pathway } from '../records.ts'
import type { Names } from './names.ts'

/** A catalogue that was cut down stays usable: a pathway may ask for a stage or programme that is not there. */
export function* wrongInPathways(pathways: readonly Pathway[], { stages, programmes }: Names): Generator<Finding> {
  for (const { id, waypoints } of pathways)
    for (const [index, waypoint] of waypoints.entries()) {
      if (waypoint.startsWith('fact:') || stages.has(waypoint) || programmes.has(waypoint)) continue
      yield {
        pointer: ['pathways', id, 'waypoints', index],
        wrong: `${waypoint} is no stage and no programme`,
        right: didYouMean(waypoint, [...stages, ...programmes.keys()]),
        isWarning: true,
      }
    }
}
