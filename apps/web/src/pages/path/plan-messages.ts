/** What the page and the worker that plans for it say to each other. */
import type { Companion, ExplainedPlan, Itinerary, Leg, Plan, PlanQuestion, PlanRequest } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'

/** What is planned for; `after`: an itinerary to which something happened, from which one goes on. */
export interface Ask extends Omit<PlanRequest, 'timeIsUp'> {
  readonly after?: { readonly legs: readonly Leg[]; readonly event: string }
}

/** What can be asked of the planner. */
export type Errand =
  | { readonly is: 'plan'; readonly ask: Ask }
  /** What else could be used on the way. */
  | { readonly is: 'companions'; readonly ask: Ask; readonly itinerary: Itinerary }
  /** Which assumed facts would change the plan most. */
  | { readonly is: 'questions'; readonly ask: Ask; readonly plan: Plan }

export type ToPlanner =
  | { readonly is: 'rulebook'; readonly rulebook: Rulebook }
  | { readonly is: 'errand'; readonly number: number; readonly errand: Errand }

export type Answer =
  /** `isLast` is false for the direct ways, which come first: a better answer follows. */
  | { readonly is: 'planned'; readonly plan: ExplainedPlan; readonly isLast: boolean }
  | { readonly is: 'companions'; readonly companions: readonly Companion[] }
  | { readonly is: 'questions'; readonly questions: readonly PlanQuestion[] }
  | { readonly is: 'failed'; readonly why: string }

export interface FromPlanner {
  readonly number: number
  readonly answer: Answer
}
