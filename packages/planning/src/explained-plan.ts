/** A plan with what people need beside it: the JSON of `ieum plan --json` and `POST /api/plan`. */
import type { Day } from '@ieum/catalogue/records'
import type { LegChanges } from './after-event.ts'
import type { Companion } from './alongside.ts'
import type { Leg, Plan } from './plan.ts'
import type { PlanQuestion } from './questions.ts'
import type { WhyNot } from './why-not.ts'

/** A plan; where it finds no way, why; and where it goes on from an itinerary that did not go as planned, what became of that. */
export interface ExplainedPlan extends Plan {
  readonly whyNot?: WhyNot
  readonly after?: After
  /** The assumed facts that would change it most if they turned out badly; left out when nothing is assumed. */
  readonly questions?: readonly PlanQuestion[]
  /** What else could be used on the way, itinerary by itinerary. */
  readonly alongside?: readonly Alongside[]
}

export interface Alongside {
  /** Position among the itineraries. */
  readonly itinerary: number
  readonly companions: readonly Companion[]
}

export interface After {
  readonly event: string
  /** The day on which it is known: `on` of the plan. */
  readonly known: Day
  /** Legs that stand. */
  readonly standing: readonly Leg[]
  /** The soonest new itinerary against the one before; left out when there is none. */
  readonly changes?: LegChanges
}
