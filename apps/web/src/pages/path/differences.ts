/** Two itineraries side by side: by how much the one that is shown differs from the pinned one. */
import { dayNumber } from '@ieum/catalogue/days'
import type { Itinerary } from '@ieum/planning'

export const measures = ['arrives', 'support', 'ownCost', 'legs', 'transfers', 'unknowns'] as const
export type Measure = (typeof measures)[number]

/** In days for `arrives`, KRW for money, else counted. */
function figure(itinerary: Itinerary, measure: Measure): number {
  if (measure === 'arrives') return dayNumber(itinerary.arrives)
  if (measure === 'legs') return itinerary.legs.length
  return itinerary[measure]
}

export const difference = (shown: Itinerary, pinned: Itinerary, measure: Measure): number =>
  figure(shown, measure) - figure(pinned, measure)

/** From two months on, days are told as months. */
export const daysOrMonths = (days: number): { readonly in: 'days' | 'months'; readonly count: number } =>
  Math.abs(days) < 60
    ? { in: 'days', count: Math.abs(days) }
    : { in: 'months', count: Math.round(Math.abs(days) / 30.44) }
