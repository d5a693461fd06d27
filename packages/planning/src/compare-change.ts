/** What a change of one programme does to some firms: its verdict on each, and the day on which a way through some waypoints arrives. */
import type { Day, Firm } from '@ieum/catalogue/records'
import { matcherOf, type ProgrammeVerdict } from '@ieum/matching'
import type { Rulebook } from '@ieum/rules'
import { type Planner, plannerOf } from './planner.ts'

export interface Standing {
  /** Left out where the catalogue has no such programme. */
  readonly verdict?: ProgrammeVerdict | undefined
  /** Null: no way; left out when time was up before that was known. */
  readonly arrives?: Day | null | undefined
}

export interface FirmCompared {
  readonly firm: string
  readonly before: Standing
  readonly after: Standing
}

export interface Comparison {
  readonly programme: string
  readonly via: readonly string[]
  readonly on: Day
  readonly firms: readonly Firm[]
  /** Asked anew for every plan. */
  readonly timeIsUp: () => () => boolean
}

export function* compareChange(
  { before, after }: { readonly before: Rulebook; readonly after: Rulebook },
  asked: Comparison,
): Generator<FirmCompared, void, void> {
  const [was, would] = [before, after].map(rulebook => standingIn(rulebook, asked))
  for (const firm of asked.firms) yield { firm: firm.id, before: was!(firm), after: would!(firm) }
}

function standingIn(rulebook: Rulebook, asked: Comparison): (firm: Firm) => Standing {
  const matcher = matcherOf(rulebook)
  const planner = plannerOf(rulebook)
  return firm => {
    const result = matcher.match(firm, asked.on).results.find(({ programme }) => programme === asked.programme)
    return { verdict: result?.verdict, arrives: arrivalOf(planner, firm, asked) }
  }
}

function arrivalOf(planner: Planner, firm: Firm, { via, on, timeIsUp }: Comparison): Day | null | undefined {
  // A leg a waypoint: ways with legs in between can take seconds.
  const plan = planner.plan({ firm, on, via, maxLegs: via.length, timeIsUp: timeIsUp() })
  const [soonest] = plan.itineraries
  return soonest ? soonest.arrives : plan.complete ? null : undefined
}
