/** The itineraries of a plan as they are offered: each with what it is best by. */
import { type Choices, choices, type Itinerary } from '@ieum/planning'

export type Reason = keyof Choices

/** In the order in which they are offered. */
const reasons: readonly Reason[] = ['soonest', 'mostSupport', 'leastOwnCost', 'fewestLegs', 'surest', 'balanced']

export interface Choice {
  readonly itinerary: Itinerary
  /** Its place in the plan. */
  readonly at: number
  /** None when it is only one of the rest, or the only one. */
  readonly because: readonly Reason[]
}

/** Those that are best by something first, in the order of the reasons; then the rest as the plan has them. */
export function choicesOf(itineraries: readonly Itinerary[]): readonly Choice[] {
  const best = itineraries.length > 1 ? choices({ itineraries }) : undefined
  const offered = itineraries.map((itinerary, at) => ({
    itinerary,
    at,
    because: reasons.filter(reason => best?.[reason] === itinerary),
  }))
  const rank = ({ because }: Choice): number => (because[0] ? reasons.indexOf(because[0]) : reasons.length)
  return offered.toSorted((a, b) => rank(a) - rank(b) || a.at - b.at)
}

const legsKey = ({ legs }: Itinerary): string => legs.map(({ programme, apply }) => `${programme} ${apply}`).join(', ')

/** How an address names a choice; the first of them needs no name. What it is best by stays true of another firm and another day. */
export const wayOf = (choices: readonly Choice[], choice: Choice): string | undefined =>
  choice === choices[0] ? undefined : (choice.because[0] ?? legsKey(choice.itinerary))

export const choiceOf = (choices: readonly Choice[], way: string | undefined): Choice | undefined =>
  way === undefined
    ? choices[0]
    : choices.find(({ because, itinerary }) => because.some(reason => reason === way) || legsKey(itinerary) === way)
