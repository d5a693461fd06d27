import type { Itinerary, Plan } from '@ieum/planning'

/** Two searches for the same, neither finished: what either found and the other does not better. */
export function bestOf(first: Plan, second: Plan): Plan {
  const found = [...second.itineraries]
  for (const itinerary of first.itineraries)
    if (!found.some(other => isNoWorse(other, itinerary))) found.push(itinerary)
  const best = found.filter(itinerary => !found.some(other => other !== itinerary && isBetter(other, itinerary)))
  return {
    ...second,
    complete: false,
    itineraries: best.toSorted((a, b) =>
      a.arrives === b.arrives ? b.support - a.support : a.arrives < b.arrives ? -1 : 1,
    ),
  }
}

/** In all five measures of the Pareto set. */
const isNoWorse = (a: Itinerary, b: Itinerary): boolean =>
  a.arrives <= b.arrives &&
  a.support >= b.support &&
  a.ownCost <= b.ownCost &&
  a.legs.length <= b.legs.length &&
  a.unknowns <= b.unknowns

const isBetter = (a: Itinerary, b: Itinerary): boolean => isNoWorse(a, b) && !isNoWorse(b, a)
