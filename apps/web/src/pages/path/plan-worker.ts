/** Plans beside the page, so that the page never stands still. Nothing of the firm leaves the browser. */
import { type ExplainedPlan, type Plan, type Planner, type PlanRequest, plannerOf, whyNot } from '@ieum/planning'
import { bestOf } from './best-of.ts'
import type { FromPlanner, ToPlanner } from './plan-messages.ts'

/** In all; then the best found so far is shown, and that there may be better. */
const longest = 8_000

let planner: Planner | undefined

const tell = (message: FromPlanner): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToPlanner>) => {
  if (data.is === 'rulebook') planner = plannerOf(data.rulebook)
  else answer(data)
})

/** Where there is no way, why. */
function explained(request: PlanRequest, plan: Plan): ExplainedPlan {
  const why = plan.complete && plan.itineraries.length === 0 && planner ? whyNot(planner, request) : undefined
  return why ? { ...plan, whyNot: why } : plan
}

function answer({ number, request }: Extract<ToPlanner, { is: 'ask' }>): void {
  if (!planner) return
  const end = performance.now() + longest
  const timeIsUp = () => performance.now() > end
  try {
    // A leg a waypoint first: found at once, while ways with legs in between can take seconds.
    const legs = Math.min(request.maxLegs ?? request.via.length, request.via.length)
    const direct = planner.plan({ ...request, maxLegs: legs, timeIsUp })
    if (legs === request.maxLegs) {
      tell({ is: 'planned', number, plan: explained({ ...request, timeIsUp }, direct), isLast: true })
      return
    }
    if (direct.itineraries.length > 0) tell({ is: 'planned', number, plan: direct, isLast: false })
    const full = planner.plan({ ...request, timeIsUp })
    const plan = full.complete ? explained({ ...request, timeIsUp }, full) : bestOf(direct, full)
    tell({ is: 'planned', number, plan, isLast: true })
  } catch (error) {
    tell({ is: 'failed', number, why: String(error) })
  }
}
