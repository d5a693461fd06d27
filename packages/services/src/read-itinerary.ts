/** An itinerary as a program or a person hands it back: the JSON of `ieum plan --json`, or one of its itineraries. */
import { isDay } from '@ieum/catalogue/days'
import type { Leg } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'

export type ItineraryReading =
  | { readonly is: 'read'; readonly legs: readonly Leg[]; readonly via?: readonly string[] }
  | { readonly is: 'refused'; readonly why: string }

/** Of a whole plan the first itinerary is taken. Programmes and editions must be in the catalogue, days must be days in order. */
export function readItinerary(value: unknown, rulebook: Rulebook): ItineraryReading {
  const refused = (why: string): ItineraryReading => ({ is: 'refused', why })
  const given = recordOf(value)
  const plan = Array.isArray(given?.itineraries) ? given.itineraries : undefined
  if (plan?.length === 0) return refused('it is a plan without an itinerary: give one that has a way')
  const itinerary = recordOf(plan ? plan[0] : value)
  const legs = itinerary?.legs
  if (!itinerary || !Array.isArray(legs) || legs.length === 0)
    return refused('it is no itinerary: it has no legs; give the JSON of `ieum plan --json`')
  for (const [index, each] of legs.entries()) {
    const why = wrongInLeg(recordOf(each), rulebook)
    if (why) return refused(`leg ${index + 1}: ${why}`)
  }
  const via = given?.via
  const isWay = Array.isArray(via) && via.every(each => typeof each === 'string')
  return { is: 'read', legs: legs.map(leg => withDefaults(leg as Leg)), ...(isWay && { via }) }
}

function wrongInLeg(leg: Readonly<Record<string, unknown>> | undefined, { programmes }: Rulebook): string | undefined {
  if (!leg) return 'not a leg'
  const programme = programmes.find(({ id }) => id === leg.programme)
  if (!programme) return `there is no programme ${String(leg.programme)}`
  if (!programme.editions.some(({ edition }) => edition === leg.edition))
    return `${programme.id} has no edition ${String(leg.edition)}`
  for (const name of ['apply', 'decided', 'ends'] as const)
    if (!isAnyDay(leg[name])) return `${name} must be a day, such as 2026-06-01`
  const [apply, decided, ends] = [leg.apply, leg.decided, leg.ends] as [string, string, string]
  if (apply > decided || decided > ends) return 'apply, decided and ends must come in this order'
  const window = recordOf(leg.window)
  return isAnyDay(window?.opens) && isAnyDay(window?.closes) ? undefined : 'its window must have opens and closes'
}

/** What an itinerary may have been cut down to is enough. */
const withDefaults = (leg: Leg): Leg => ({
  ...leg,
  support: typeof leg.support === 'number' ? leg.support : 0,
  ownCost: typeof leg.ownCost === 'number' ? leg.ownCost : 0,
  assumes: Array.isArray(leg.assumes)
    ? leg.assumes.filter(each => Array.isArray((each as { facts?: unknown } | null)?.facts))
    : [],
})

const isAnyDay = (value: unknown): boolean => typeof value === 'string' && isDay(value)

const recordOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
