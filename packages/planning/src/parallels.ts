/**
 * Openings at one waypoint that come to the same, those that lead on soonest first: where one of them comes too late to be of use,
 * so do all behind it. Only lines that help nobody are among them: they are boarded to reach the waypoint and for nothing else.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Offer, Steady } from './offers.ts'
import { decidedOn, endsOn, type Opening } from './openings.ts'

export interface Parallel {
  readonly offer: Offer
  readonly opening: Opening
  /** No way on which it reaches the waypoint arrives sooner. */
  readonly arrives: DayNumber
}

export interface Parallels extends Steady {
  readonly rides: readonly Parallel[]
}

export interface Sorted {
  readonly parallels: readonly Parallels[]
  /** What is not the same for every way and day, opening by opening. */
  readonly others: readonly Pick<Offer, 'line' | 'openings'>[]
}

/** `arrivesFrom`: the soonest day on which one can arrive when the next waypoint can be reached from a day on. */
export function sorted(
  offers: readonly Offer[],
  on: DayNumber,
  isOnlyReaching: (offer: Offer) => boolean,
  goesOnAtOnce: (offer: Offer) => boolean,
  arrivesFrom: (decided: DayNumber, ready: DayNumber) => DayNumber,
): Sorted {
  const groups = new Map<string, Steady & { rides: Parallel[] }>()
  const others: Sorted['others'][number][] = []
  for (const offer of offers) {
    const steady = isOnlyReaching(offer) ? offer.steady : () => undefined
    const left = offer.openings.filter(opening => !steady(opening))
    if (left.length > 0) others.push({ line: offer.line, openings: left })
    for (const opening of offer.openings) {
      const same = steady(opening)
      if (!same) continue
      const key = `${same.support} ${same.ownCost} ${same.unknown}`
      const group = groups.get(key) ?? { ...same, rides: [] }
      groups.set(key, group)
      const decided = decidedOn(opening, offer.soonest(opening, on)!)
      const ready = goesOnAtOnce(offer) ? decided : endsOn(opening, decided)
      group.rides.push({ offer, opening, arrives: arrivesFrom(decided, ready) })
    }
  }
  for (const { rides } of groups.values()) rides.sort((a, b) => a.arrives - b.arrives)
  return { parallels: [...groups.values()], others }
}
