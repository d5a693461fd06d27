/** The best that can still come of a label: no itinerary that it leads to is better in any measure. */
import type { RuledEdition } from '@ieum/rules'
import type { FactSets } from './fact-sets.ts'
import type { Measures } from './front.ts'
import type { Label } from './label.ts'
import type { Line, Timetable } from './timetable.ts'
import { isAt, type Waypoint } from './waypoint.ts'

/** Only for ways whose waypoints are all places: each still takes a leg. */
export function bestOf(
  timetable: Timetable,
  via: readonly Waypoint[],
  maxLegs: number,
  facts: FactSets,
): (label: Label) => Measures {
  const mostAt = via.map(waypoint => mostOf(timetable.lines.filter(({ programme }) => isAt(programme, waypoint))))
  const mostFrom = via.map((_, index) => mostAt.slice(index).reduce((sum, most) => sum + most, 0))
  const helpers = Map.groupBy(
    timetable.lines.filter(({ helps }) => helps),
    ({ programme }) => programme,
  )
  const mostOfHelpers = [...helpers]
    .map(([programme, lines]) => ({ programme, most: mostOf(lines) }))
    .sort((a, b) => b.most - a.most)

  function mostBesides({ trips }: Label, legs: number): number {
    let left = legs
    let sum = 0
    for (const { programme, most } of mostOfHelpers) {
      if (left === 0) break
      if (programme.repeatable) return sum + left * most
      if (trips.some(({ line }) => line.programme === programme)) continue
      sum += most
      left--
    }
    return sum
  }

  return label => {
    const { trips, reading, support, ownCost, unknown } = label
    const index = reading.reached.length
    const left = via.length - index
    const ready = Math.min(reading.ready, reading.from?.decided ?? reading.ready)
    return {
      arrives: Math.max(ready, trips.at(-1)?.apply ?? ready),
      support: support + (mostFrom[index] ?? 0) + mostBesides(label, maxLegs - trips.length - left),
      ownCost,
      legs: trips.length + left,
      unknowns: facts.size(unknown),
    }
  }
}

const mostOf = (lines: readonly Line[]): number => Math.max(0, ...lines.map(({ edition }) => mostSupport(edition)))

function mostSupport({ support }: RuledEdition): number {
  const max = support?.max ?? 0
  return typeof max === 'number' ? max : Math.max(0, ...max.map(band => band.max))
}
