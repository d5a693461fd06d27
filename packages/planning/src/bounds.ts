/** The best that can still come of a label: no itinerary that it leads to is better in any measure. */
import type { RuledEdition } from '@ieum/rules'
import type { FactSets } from './fact-sets.ts'
import type { Measures } from './front.ts'
import type { Label } from './label.ts'
import type { Line, Timetable } from './timetable.ts'
import type { Trip } from './trip.ts'
import { isAt, type Waypoint } from './waypoint.ts'

export interface Best {
  of(label: Label): Measures
  /** The most support that so many legs more can bring, behind some trips and one on a line, when a waypoint is current. */
  besides(trips: readonly Trip[], line: Line | undefined, index: number, legs: number): number
}

/** Only for ways whose waypoints are all places: each still takes a leg. */
export function bestOf(timetable: Timetable, via: readonly Waypoint[], maxLegs: number, facts: FactSets): Best {
  const mostAt = via.map(waypoint => mostOf(timetable.lines.filter(({ programme }) => isAt(programme, waypoint))))
  const mostFrom = via.map((_, index) => mostAt.slice(index).reduce((sum, most) => sum + most, 0))
  const helpers = Map.groupBy(
    timetable.lines.filter(({ helps }) => helps),
    ({ programme }) => programme,
  )
  const mostOfHelpers = [...helpers]
    .map(([programme, lines]) => ({ programme, most: mostOf(lines) }))
    .sort((a, b) => b.most - a.most)

  function besides(trips: readonly Trip[], line: Line | undefined, index: number, legs: number): number {
    let left = legs - (via.length - index)
    let sum = mostFrom[index] ?? 0
    for (const { programme, most } of mostOfHelpers) {
      if (left <= 0) break
      if (programme.repeatable) return sum + left * most
      if (line?.programme === programme || trips.some(trip => trip.line.programme === programme)) continue
      sum += most
      left--
    }
    return sum
  }

  return {
    besides,
    of({ trips, reading, support, ownCost, unknown }) {
      const index = reading.reached.length
      const ready = Math.min(reading.ready, reading.from?.decided ?? reading.ready)
      return {
        arrives: Math.max(ready, trips.at(-1)?.apply ?? ready),
        support: support + besides(trips, undefined, index, maxLegs - trips.length),
        ownCost,
        legs: trips.length + via.length - index,
        unknowns: facts.size(unknown),
      }
    },
  }
}

const mostOf = (lines: readonly Line[]): number => Math.max(0, ...lines.map(({ edition }) => mostSupport(edition)))

function mostSupport({ support }: RuledEdition): number {
  const max = support?.max ?? 0
  return typeof max === 'number' ? max : Math.max(0, ...max.map(band => band.max))
}
