/** A plan as the page is told it: what is found at once, then what takes a while. */
import {
  type AfterEvent,
  afterEvent,
  type ExplainedPlan,
  legChanges,
  type Plan,
  type Planner,
  readEvent,
  whyNot,
} from '@ieum/planning'
import { bestOf } from './best-of.ts'
import type { Ask } from './plan-messages.ts'

export interface Step {
  readonly plan: ExplainedPlan
  readonly isLast: boolean
}

export function* planInSteps(
  planner: Planner,
  { after, ...asked }: Ask,
  timeIsUp: () => boolean,
): Generator<Step, void, void> {
  const happened = after && happenedTo(after, asked.on)
  const { on = asked.on, standing = [], barred = [] } = happened ?? {}
  const request = { ...asked, on, standing, barred, timeIsUp }
  const told = (plan: ExplainedPlan): ExplainedPlan => (after && happened ? withAfter(plan, after, happened) : plan)

  // A leg a waypoint first: found at once, while ways with legs in between can take seconds.
  const direct = Math.min(request.maxLegs ?? request.via.length, request.via.length + standing.length)
  const first = planner.plan({ ...request, maxLegs: direct })
  if (direct === request.maxLegs) {
    yield { plan: told(explained(first)), isLast: true }
    return
  }
  if (first.itineraries.length > 0) yield { plan: told(first), isLast: false }
  const full = planner.plan(request)
  yield { plan: told(full.complete ? explained(full) : bestOf(first, full)), isLast: true }

  /** Where there is no way, why. */
  function explained(plan: Plan): ExplainedPlan {
    const why = plan.complete && plan.itineraries.length === 0 ? whyNot(planner, request) : undefined
    return why ? { ...plan, whyNot: why } : plan
  }
}

type After = NonNullable<Ask['after']>

function happenedTo({ legs, event }: After, on: string): AfterEvent | undefined {
  const read = readEvent(event)
  return read && afterEvent(legs, read, on)
}

/** What became of the itinerary before, as `POST /api/plan` says it. */
function withAfter(plan: ExplainedPlan, { legs, event }: After, { on, standing }: AfterEvent): ExplainedPlan {
  const soonest = plan.itineraries[0]
  const changes = soonest && { changes: legChanges(legs, soonest.legs) }
  return { ...plan, after: { event, known: on, standing, ...changes } }
}
