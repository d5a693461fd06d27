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
  const indexOf = (leg: Leg | undefined, moment: Moment): number =>
    bare.findIndex(stop => stop.leg === leg && stop.moment === moment)
  const spans = legs.map((leg, at): Span => {
    const decided = indexOf(leg, 'decided')
    return {
      leg,
      apply: indexOf(leg, 'apply'),
      decided,
      // A leg without an end of its own is done when it is decided.
      ends: Math.max(decided, indexOf(leg, 'ends')),
      next: indexOf(legs[at + 1], 'apply'),
    }
  })
  return {
    ministries,
    stops: bare.map((stop, index) => {
      const before = legs[stop.at - 1]
      const changes = stop.moment === 'apply' && before && before.ministry !== stop.leg.ministry
      return {
        ...stop,
        lane: ministries.indexOf(stop.leg.ministry),
        ...(changes && { fromLane: ministries.indexOf(before.ministry) }),
        below: ministries.map(ministry =>
          strongest(spans.filter(({ leg }) => leg.ministry === ministry).map(span => runOf(span, index))),
        ),
      }
    }),
  }
}

const byDay = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)
const strength: readonly Run[] = ['nothing', 'way', 'waiting', 'forecast', 'support']
const strongest = (runs: readonly Run[]): Run =>
  runs.reduce((best, run) => (strength.indexOf(run) > strength.indexOf(best) ? run : best), 'nothing')

/** The stops at which a leg begins, is decided and ends, and at which the next one begins; -1 where there is none. */
interface Span {
  readonly leg: Leg
  readonly apply: number
  readonly decided: number
  readonly ends: number
  readonly next: number
}

/** What a leg, or the way from it to the next one, is between a stop and the one below. */
function runOf({ leg, apply, decided, ends, next }: Span, stop: number): Run {
  if (apply <= stop && stop < decided) return 'waiting'
  if (decided <= stop && stop < ends) return leg.forecast ? 'forecast' : 'support'
  return ends <= stop && stop < next ? 'way' : 'nothing'
}
