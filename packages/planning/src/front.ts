/** The Pareto set over the contract's five measures. */
import type { Trip } from './trip.ts'

export interface Measures {
  readonly arrives: number
  readonly support: number
  readonly ownCost: number
  readonly legs: number
  readonly unknowns: number
}

export interface Journey extends Measures {
  readonly trips: readonly Trip[]
}

/** Earlier arrival, more support, less own cost, fewer legs, fewer unknown facts: no worse in any. */
function noWorse(a: Measures, b: Measures): boolean {
  return (
    a.arrives <= b.arrives &&
    a.support >= b.support &&
    a.ownCost <= b.ownCost &&
    a.legs <= b.legs &&
    a.unknowns <= b.unknowns
  )
}

/**
 * Of journeys that are equal in all measures one is kept: by their lists of programmes; where these are equal too, the one applied
 * for earlier, leg by leg, then by edition.
 */
export function comesFirst(a: readonly Trip[], b: readonly Trip[]): boolean {
  return (
    (compareBy(a, b, ({ opening }) => opening.programme.id) ||
      compareBy(a, b, ({ apply }) => apply) ||
      compareBy(a, b, ({ opening }) => opening.edition.edition) ||
      compareBy(a, b, ({ decided }) => decided)) < 0
  )
}

function compareBy<T extends string | number>(a: readonly Trip[], b: readonly Trip[], key: (trip: Trip) => T): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x, y] = [key(a[at]!), key(b[at]!)]
    if (x !== y) return x < y ? -1 : 1
  }
  return a.length - b.length
}

export interface Front {
  readonly journeys: readonly Journey[]
  /** Whether a journey would stay. */
  takes(journey: Journey): boolean
  /** Whether some journey is no worse than these measures in any, and better in one. */
  beats(measures: Measures): boolean
  add(journey: Journey): void
}

export function emptyFront(): Front {
  let journeys: Journey[] = []
  let last: Journey | undefined
  const shutOut = (journey: Journey) =>
    journeys.some(kept => noWorse(kept, journey) && !(noWorse(journey, kept) && comesFirst(journey.trips, kept.trips)))
  return {
    get journeys() {
      return journeys
    },
    takes: journey => !shutOut(journey),
    beats(measures) {
      const isBeatenBy = (kept: Journey) => noWorse(kept, measures) && !noWorse(measures, kept)
      // What beat the last ones asked about beats the next ones too, more often than not.
      if (last !== undefined && isBeatenBy(last)) return true
      const found = journeys.find(isBeatenBy)
      last = found ?? last
      return found !== undefined
    },
    add(journey) {
      if (shutOut(journey)) return
      journeys = journeys.filter(kept => !noWorse(journey, kept))
      journeys.push(journey)
    },
  }
}
