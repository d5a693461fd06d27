/** Itineraries of the planner and of the brute force in the same words. */
import type { Itinerary } from '../plan.ts'
import type { BruteItinerary } from './brute-force.ts'

const printed = ({ arrives, support, ownCost, unknowns }: Itinerary | BruteItinerary, legs: readonly string[]) =>
  `${arrives} ${support} ${ownCost} ${unknowns}: ${legs.join(', ')}`

export const planned = (itinerary: Itinerary) =>
  printed(
    itinerary,
    itinerary.legs.map(
      ({ programme, edition, apply, decided, ends, forecast }) =>
        `${programme} ${edition} ${apply} ${decided} ${ends} ${forecast}`,
    ),
  )

export const bruteForced = (itinerary: BruteItinerary) =>
  printed(
    itinerary,
    itinerary.legs.map(
      ({ programme, edition, apply, decided, ends, forecast }) =>
        `${programme.id} ${edition.edition} ${apply} ${decided} ${ends} ${forecast}`,
    ),
  )
