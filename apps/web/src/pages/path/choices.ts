/** Of the Pareto set, which to look at first: the best by each measure, and the one that is good by all. */

import { dayNumber } from '@ieum/catalogue/days'
import type { Itinerary } from '@ieum/planning'

export const reasons = ['fastest', 'most', 'lightest', 'shortest', 'surest', 'balanced'] as const
export type Reason = (typeof reasons)[number]

export interface Choice {
  readonly itinerary: Itinerary
  /** Its place in the plan. */
  readonly at: number
  /** None when it is only one of the rest. */
  readonly because: readonly Reason[]
}

/** Less is better; the next figure decides where the first is equal. */
type Burden = (itinerary: Itinerary) => readonly number[]

const arrival = ({ arrives }: Itinerary): number => dayNumber(arrives)
const guesses = ({ legs }: Itinerary): number =>
  legs.reduce((sum, { assumes, forecast }) => sum + assumes.length + (forecast ? 1 : 0), 0)

const burdens: Record<Exclude<Reason, 'balanced'>, Burden> = {
  fastest: itinerary => [arrival(itinerary), -itinerary.support],
  most: itinerary => [-itinerary.support, arrival(itinerary)],
  lightest: itinerary => [itinerary.ownCost, arrival(itinerary), -itinerary.support],
  shortest: itinerary => [itinerary.legs.length, arrival(itinerary), -itinerary.support],
  surest: itinerary => [itinerary.unknowns, guesses(itinerary), arrival(itinerary)],
}

/** Those that are best by something first, in the order of the reasons; then the rest as the plan has them. */
export function choicesOf(itineraries: readonly Itinerary[]): readonly Choice[] {
  if (itineraries.length === 0) return []
  const best = new Map<Reason, Itinerary>()
  for (const reason of reasons)
    best.set(reason, reason === 'balanced' ? balanced(itineraries) : least(itineraries, burdens[reason]))
  const choices = itineraries.map((itinerary, at) => ({
    itinerary,
    at,
    because: reasons.filter(reason => best.get(reason) === itinerary),
  }))
  const rank = ({ because }: Choice): number => (because[0] ? reasons.indexOf(because[0]) : reasons.length)
  return choices.toSorted((a, b) => rank(a) - rank(b) || a.at - b.at)
}

function least(itineraries: readonly Itinerary[], burden: Burden): Itinerary {
  return itineraries.reduce((best, next) => (isLess(burden(next), burden(best)) ? next : best))
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((figure, index) => figure !== b[index])
  return at >= 0 && a[at]! < b[at]!
}

/** Each measure from 0, the best of all, to 1, the worst: the least sum. */
function balanced(itineraries: readonly Itinerary[]): Itinerary {
  const measures: ((itinerary: Itinerary) => number)[] = [
    arrival,
    ({ support }) => -support,
    ({ ownCost }) => ownCost,
    ({ legs }) => legs.length,
    ({ unknowns }) => unknowns,
  ]
  const scales = measures.map(measure => {
    const figures = itineraries.map(measure)
    const [low, high] = [Math.min(...figures), Math.max(...figures)]
    return (itinerary: Itinerary) => (high === low ? 0 : (measure(itinerary) - low) / (high - low))
  })
  return least(itineraries, itinerary => [scales.reduce((sum, scale) => sum + scale(itinerary), 0)])
}
