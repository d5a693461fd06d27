/** Tiny builders of what a plan holds, for the tests of this page. */
import type { Itinerary, Leg, Plan } from '@ieum/planning'

export const leg = (programme: string, apply: string, decided: string, ends: string, rest: Partial<Leg> = {}): Leg => ({
  programme,
  edition: '2026',
  agency: 'tipa',
  ministry: programme.split('-')[0]!,
  forecast: false,
  apply,
  decided,
  ends,
  support: 0,
  ownCost: 0,
  link: null,
  assumes: [],
  reaches: 0,
  window: { opens: apply, closes: decided },
  ...rest,
})

export function itinerary(legs: readonly Leg[], rest: Partial<Itinerary> = {}): Itinerary {
  return {
    arrives: legs.at(-1)!.decided,
    support: legs.reduce((sum, { support }) => sum + support, 0),
    ownCost: legs.reduce((sum, { ownCost }) => sum + ownCost, 0),
    unknowns: 0,
    transfers: 0,
    odds: { legs: [], all: null, expected: null },
    reached: [],
    legs,
    ...rest,
  }
}

export const plan = (itineraries: readonly Itinerary[], complete = true): Plan => ({
  on: '2026-06-01',
  firm: 'f',
  via: ['equipment'],
  complete,
  itineraries,
})
