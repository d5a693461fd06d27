/** What a person chooses by: of a set of itineraries, the one that is best in each way, and one that is good in all. */
import { dayNumber } from '@ieum/catalogue/days'
import type { Itinerary, Leg, Plan } from './plan.ts'

export interface Choices {
  readonly soonest: Itinerary
  readonly mostSupport: Itinerary
  readonly leastOwnCost: Itinerary
  readonly fewestLegs: Itinerary
  /** The one with the fewest facts that are not known. */
  readonly surest: Itinerary
  readonly balanced: Itinerary
}

type Measure = (itinerary: Itinerary) => number

/** Of each, less is better. */
const measures = {
  soonest: ({ arrives }) => dayNumber(arrives),
  mostSupport: ({ support }) => -support,
  leastOwnCost: ({ ownCost }) => ownCost,
  fewestLegs: ({ legs }) => legs.length,
  surest: ({ unknowns }) => unknowns,
} satisfies Record<string, Measure>

/** Undefined when there is no itinerary. Where several are best in one way, the better balanced one is chosen. */
export function choices({ itineraries }: Pick<Plan, 'itineraries'>): Choices | undefined {
  if (itineraries.length === 0) return undefined
  const distance = distanceIn(itineraries)
  const best = (measure: Measure) =>
    itineraries.reduce((a, b) => ((measure(b) - measure(a) || distance(b) - distance(a)) < 0 ? b : a))
  return {
    soonest: best(measures.soonest),
    mostSupport: best(measures.mostSupport),
    leastOwnCost: best(measures.leastOwnCost),
    fewestLegs: best(measures.fewestLegs),
    surest: best(measures.surest),
    balanced: best(distance),
  }
}

/**
 * How far an itinerary is from the ideal that is best in every measure (compromise programming, Zeleny 1973): each measure scaled to
 * its range within the set, Euclidean.
 */
function distanceIn(itineraries: readonly Itinerary[]): Measure {
  const scales = Object.values(measures).map(measure => {
    const values = itineraries.map(measure)
    const least = Math.min(...values)
    return { measure, least, range: Math.max(...values) - least }
  })
  return itinerary =>
    Math.hypot(...scales.map(({ measure, least, range }) => (range === 0 ? 0 : (measure(itinerary) - least) / range)))
}

/** How one itinerary differs from another; negative where the second has less. */
export interface Difference {
  readonly days: number
  readonly support: number
  readonly ownCost: number
  readonly legs: number
  readonly unknowns: number
  readonly transfers: number
  /** Programmes of the second that the first does not use, in their order, and the other way round. */
  readonly added: readonly string[]
  readonly dropped: readonly string[]
  /** Programmes of both whose days differ. */
  readonly moved: readonly Moved[]
}

export interface Moved {
  readonly programme: string
  readonly from: Pick<Leg, 'edition' | 'apply' | 'decided' | 'ends'>
  readonly to: Pick<Leg, 'edition' | 'apply' | 'decided' | 'ends'>
}

export function difference(from: Itinerary, to: Itinerary): Difference {
  const [left, joined] = pairsOf(from.legs, to.legs)
  return {
    days: dayNumber(to.arrives) - dayNumber(from.arrives),
    support: to.support - from.support,
    ownCost: to.ownCost - from.ownCost,
    legs: to.legs.length - from.legs.length,
    unknowns: to.unknowns - from.unknowns,
    transfers: to.transfers - from.transfers,
    added: joined.flatMap(([before, after]) => (before ? [] : [after.programme])),
    dropped: left.map(({ programme }) => programme),
    moved: joined.flatMap(([before, after]) =>
      before && isMoved(before, after) ? [{ programme: after.programme, from: dates(before), to: dates(after) }] : [],
    ),
  }
}

/** Legs of the first that have no counterpart, and each of the second with its own: the same programme used for the same time. */
function pairsOf(from: readonly Leg[], to: readonly Leg[]): [Leg[], [Leg | undefined, Leg][]] {
  const left = [...from]
  const joined = to.map((leg): [Leg | undefined, Leg] => {
    const at = left.findIndex(({ programme }) => programme === leg.programme)
    return [at < 0 ? undefined : left.splice(at, 1)[0], leg]
  })
  return [left, joined]
}

const dates = ({ edition, apply, decided, ends }: Leg) => ({ edition, apply, decided, ends })

const isMoved = (a: Leg, b: Leg): boolean =>
  a.edition !== b.edition || a.apply !== b.apply || a.decided !== b.decided || a.ends !== b.ends
