/** The best that can still come of a label: no itinerary that it leads to is better in any measure. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Followers } from './followers.ts'
import { rememberedPairs } from './memo.ts'
import type { Offer } from './offers.ts'
import { decidedOn, endsOn } from './openings.ts'
import type { Line } from './timetable.ts'
import type { Trip } from './trip.ts'
import { isAt, type Waypoint } from './waypoint.ts'

export interface Best {
  /** The most support that the legs at the waypoints from one on can bring. */
  most(index: number): number
  /** The most support that so many legs more can bring, behind some trips and one on a line, when a waypoint is current. */
  besides(trips: readonly Trip[], line: Line | undefined, index: number, legs: number): number
  /** No way reaches the last waypoint sooner when this one is current and nothing can be applied for before a day. */
  soonest(index: number, from: DayNumber): DayNumber
}

/** Only for ways whose waypoints are all places: each still takes a leg. */
export function bestOf(
  offers: readonly Offer[],
  via: readonly Waypoint[],
  { canBeNeeded, goesOnAtOnce }: Pick<Followers, 'canBeNeeded' | 'goesOnAtOnce'>,
): Best {
  const offersAt = via.map(waypoint => offers.filter(({ line }) => isAt(line.programme, waypoint)))
  const mostAt = offersAt.map(mostOf)
  const mostFrom = via.map((_, index) => mostAt.slice(index).reduce((sum, most) => sum + most, 0))

  /** Programmes that may still help with so many legs left, those with the most support first. */
  const helpersFor = rememberedPairs((index: number, legs: number) => {
    const helping = offers.filter(
      ({ line }) => line.helps && via.some((_, later) => later >= index && canBeNeeded(line, later, legs - 1)),
    )
    return [...Map.groupBy(helping, ({ line }) => line.programme)]
      .map(([programme, own]) => ({ programme, most: mostOf(own) }))
      .sort((a, b) => b.most - a.most)
  })

  /** The most that `count` of so many legs can bring that reach nothing. */
  function helping(trips: readonly Trip[], line: Line | undefined, index: number, legs: number, count: number): number {
    let left = count
    let sum = 0
    if (left <= 0) return sum
    for (const { programme, most } of helpersFor(index, legs)) {
      if (left === 0) break
      if (programme.repeatable) return sum + left * most
      if (line?.programme === programme || trips.some(trip => trip.line.programme === programme)) continue
      sum += most
      left--
    }
    return sum
  }

  const besides: Best['besides'] = (trips, line, index, legs) =>
    (mostFrom[index] ?? 0) + helping(trips, line, index, legs, legs - (via.length - index))

  const soonest = rememberedPairs((index: number, from: DayNumber): DayNumber => {
    let best = Number.POSITIVE_INFINITY
    const isLast = index === via.length - 1
    for (const offer of offersAt[index]!)
      for (const opening of offer.openings) {
        if (opening.closes < from) continue
        if (opening.opens >= best) break
        const apply = offer.soonest(opening, from)
        if (apply === undefined) continue
        const decided = decidedOn(opening, apply)
        if (decided >= best) continue
        const goesOn = goesOnAtOnce(offer.line, index) ? decided : endsOn(opening, decided)
        best = Math.min(best, isLast ? decided : soonest(index + 1, Math.max(goesOn, apply)))
      }
    return best
  })

  return {
    most: index => mostFrom[index] ?? 0,
    besides,
    soonest: (index, from) => (index < via.length ? soonest(index, from) : from),
  }
}

const mostOf = (offers: readonly Offer[]): number => Math.max(0, ...offers.map(({ support }) => support))
