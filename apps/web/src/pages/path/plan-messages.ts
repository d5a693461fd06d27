/** What the page and the worker that plans for it say to each other. */
import type { ExplainedPlan, PlanRequest } from '@ieum/planning'
import type { Rulebook } from '@ieum/rules'

export type ToPlanner =
  | { readonly is: 'rulebook'; readonly rulebook: Rulebook }
  | { readonly is: 'ask'; readonly number: number; readonly request: Omit<PlanRequest, 'timeIsUp'> }

export type FromPlanner =
  /** `isLast` is false for the direct ways, which come first: a better answer follows. */
  | { readonly is: 'planned'; readonly number: number; readonly plan: ExplainedPlan; readonly isLast: boolean }
  | { readonly is: 'failed'; readonly number: number; readonly why: string }
