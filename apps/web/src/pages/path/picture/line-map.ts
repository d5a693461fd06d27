/** An itinerary upright, as on the map of one line: what happens in order, a lane a ministry, evenly spaced. */
import type { Day } from '@ieum/catalogue/records'
import type { Itinerary, Leg } from '@ieum/planning'
import { type Moment, momentsOf } from './time-line.ts'

/** What runs in a lane between two stops. */
export type Run = 'nothing' | 'way' | 'waiting' | 'support' | 'forecast'

export interface Stop {
  readonly day: Day
  readonly at: number
  readonly leg: Leg
  readonly moment: Moment
  readonly lane: number
  /** The lane that one comes from, when the ministry changes here. */
  readonly fromLane?: number
  /** By lane: what runs from this stop to the next. */
  readonly below: readonly Run[]
}

export interface LineMap {
  readonly ministries: readonly string[]
  readonly stops: readonly Stop[]
}

const order: Record<Moment, number> = { ends: 0, decided: 1, apply: 2 }

export function lineMap({ legs }: Itinerary): LineMap {
  const ministries = [...new Set(legs.map(({ ministry }) => ministry))]
  const bare = legs
    .flatMap((leg, at) => momentsOf(leg).map(moment => ({ leg, at, moment, day: leg[moment] })))
    .toSorted(
      (a, b) =>
        byDay(a.day, b.day) || (a.at === b.at ? order[b.moment] - order[a.moment] : order[a.moment] - order[b.moment]),
    )
  return {
    ministries,
    stops: bare.map((stop, index) => {
      const next = bare[index + 1]?.day
      const before = legs[stop.at - 1]
      const changes = stop.moment === 'apply' && before && before.ministry !== stop.leg.ministry
      return {
        ...stop,
        lane: ministries.indexOf(stop.leg.ministry),
        ...(changes && { fromLane: ministries.indexOf(before.ministry) }),
        below: ministries.map(ministry =>
          next === undefined
            ? 'nothing'
            : strongest(legs.map((leg, at) => runOf(leg, legs[at + 1], ministry, stop.day, next))),
        ),
      }
    }),
  }
}

const byDay = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)
const strength: readonly Run[] = ['nothing', 'way', 'waiting', 'forecast', 'support']
const strongest = (runs: readonly Run[]): Run =>
  runs.reduce((best, run) => (strength.indexOf(run) > strength.indexOf(best) ? run : best), 'nothing')

/** What a leg, or the way from it to the next one, is in a ministry's lane between two days. */
function runOf(leg: Leg, next: Leg | undefined, ministry: string, from: Day, to: Day): Run {
  if (leg.ministry === ministry && leg.apply <= from && to <= leg.decided) return 'waiting'
  if (leg.ministry === ministry && leg.decided <= from && to <= leg.ends) return leg.forecast ? 'forecast' : 'support'
  if (next && leg.ministry === ministry && leg.ends <= from && to <= next.apply) return 'way'
  return 'nothing'
}
