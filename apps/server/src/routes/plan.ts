import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isDayToAskAbout } from '@ieum/catalogue/days'
import type { Firm } from '@ieum/catalogue/records'
import type { PlanOutcome } from '@ieum/services'
import type { Context } from 'hono'
import { type Asked, firmBody } from '../firm-body.ts'
import type { Needs } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { DayShape, PlanAskedShape, PlanShape } from '../schemas.ts'

const plan = createRoute({
  method: 'post',
  path: '/api/plan',
  tags: ['firm'],
  summary: 'Dated ways of a firm through programmes of several agencies',
  description:
    'Answers as `ieum plan --json` does. Give `via` (waypoints by commas: stages, programme ids, `fact:` sentences) or `pathway`; they and `on`, `horizon` and `max_legs` may stand in the query or beside the firm in the body. Where no way is found, `whyNot` says what stands before it and which single change would open it. With `after` (a plan or itinerary that was given before) and `event` (`refused 2`, `missed 1`, `delayed 2 P3M`) in the body it goes on from there. With `alongside=true` it also says what else could be used on the way. `complete` is false when the time limit ended the search: what was found until then is the answer.',
  request: {
    query: z.object({
      on: DayShape.optional(),
      via: z.string().optional().openapi({ example: 'equipment,digital,export' }),
      pathway: z.string().optional().openapi({ example: 'root' }),
      horizon: z.string().optional().openapi({ example: 'P5Y' }),
      max_legs: z.string().optional().openapi({ example: '6' }),
      alongside: z.enum(['true', 'false']).optional(),
    }),
    body: {
      required: true,
      content: { 'application/json': { schema: PlanAskedShape }, 'application/yaml': { schema: PlanAskedShape } },
    },
  },
  responses: {
    200: { description: 'The itineraries, soonest first', content: { 'application/json': { schema: PlanShape } } },
    ...problems(400, 413, 422, 503),
  },
})

const beside = [
  'on',
  'via',
  'pathway',
  'horizon',
  'max_legs',
  'max-legs',
  'maxLegs',
  'after',
  'event',
  'alongside',
] as const

export function planRoutes(app: OpenAPIHono, { catalogue, work, today }: Needs): void {
  app.openAPIRegistry.registerPath(plan)
  app.post(plan.path, async c => {
    const body = await firmBody(c, catalogue.rulebook.facts, beside)
    if (body.is === 'refused') return body.reply
    return answerPlan(c, { work, today }, body.firm, body.asked)
  })
}

/** What is asked beside a firm: where to, until when, and from which plan on. */
export async function answerPlan(
  c: Context,
  { work, today }: Pick<Needs, 'work' | 'today'>,
  firm: Firm,
  asked: Asked,
): Promise<Response> {
  const {
    on = today(),
    via,
    pathway,
    after,
    event,
    alongside,
    horizon,
    max_legs,
    'max-legs': maxLegsAsTyped = max_legs,
    maxLegs = maxLegsAsTyped,
  } = asked
  if (typeof on !== 'string' || !isDayToAskAbout(on))
    return problem(c, {
      status: 400,
      title: 'on is not a day that one can ask about',
      detail: 'Write it as 2026-06-01; years 1900 to 2199.',
    })
  const isNumber = typeof maxLegs === 'number' || typeof maxLegs === 'string'
  const legs = maxLegs === undefined ? undefined : isNumber && maxLegs !== '' ? Number(maxLegs) : Number.NaN
  if (legs !== undefined && !(Number.isInteger(legs) && legs >= 1 && legs <= 12))
    return problem(c, { status: 400, title: 'max_legs must be a whole number from 1 to 12' })
  const waypoints = waypointsAsked(via)
  if (waypoints === 'neither a text nor a list')
    return problem(c, { status: 400, title: 'via must be waypoints by commas, or a list of them' })
  if (![undefined, true, false, 'true', 'false'].includes(alongside as string))
    return problem(c, { status: 400, title: 'alongside must be true or false' })
  if (event !== undefined && typeof event !== 'string')
    return problem(c, { status: 400, title: 'event must be a text', detail: 'Such as "refused 2".' })
  if (pathway !== undefined && typeof pathway !== 'string')
    return problem(c, { status: 400, title: 'pathway must be the id of a pathway', detail: 'Such as root.' })
  return planned(
    c,
    await work.plan({
      firm,
      on,
      ...(waypoints && { via: waypoints }),
      ...(pathway !== undefined && { pathway }),
      ...(after !== undefined && { after }),
      ...(event !== undefined && { event }),
      ...((alongside === true || alongside === 'true') && { alongside: true }),
      ...(horizon !== undefined && { horizon: String(horizon) }),
      ...(legs !== undefined && { maxLegs: legs }),
    }),
  )
}

function waypointsAsked(via: unknown): readonly string[] | undefined | 'neither a text nor a list' {
  if (via === undefined) return undefined
  if (typeof via === 'string') return [via]
  return Array.isArray(via) && via.every(waypoint => typeof waypoint === 'string') ? via : 'neither a text nor a list'
}

/** What came of planning, as an answer. */
export function planned(c: Context, outcome: PlanOutcome): Response {
  switch (outcome.is) {
    case 'planned':
      return c.json(outcome.plan)
    case 'no waypoints':
      return problem(c, {
        status: 400,
        title: 'Where to? Give via or pathway',
        detail: 'via=equipment,digital,export or pathway=root',
      })
    case 'two ways asked':
      return problem(c, { status: 400, title: 'via and pathway stand side by side', detail: 'Give one of the two.' })
    case 'too many waypoints':
      return problem(c, { status: 400, title: `via has more than ${outcome.most} waypoints`, detail: 'Give fewer.' })
    case 'no such pathway':
      return problem(c, {
        status: 400,
        title: `There is no pathway "${outcome.pathway}"`,
        detail: `There are ${outcome.known.join(', ')}.`,
      })
    case 'not a waypoint':
      return problem(c, { status: 400, title: `"${outcome.waypoint}" is not a waypoint`, detail: outcome.why })
    case 'not an itinerary':
      return problem(c, { status: 400, title: 'after is not an itinerary', detail: outcome.why })
    case 'not an event':
      return problem(c, { status: 400, title: `"${outcome.event}" is not what can happen to it`, detail: outcome.why })
    case 'not a horizon':
      return problem(c, {
        status: 400,
        title: `"${outcome.horizon}" is not a horizon`,
        detail: 'Write years and months, such as P5Y or P1Y6M, up to P30Y.',
      })
  }
}
