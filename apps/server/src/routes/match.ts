import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isDayToAskAbout } from '@ieum/catalogue/days'
import type { Firm } from '@ieum/catalogue/records'
import type { Context } from 'hono'
import { type Asked, firmBody } from '../firm-body.ts'
import type { Needs } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { DayShape, FirmGivenShape, MatchShape } from '../schemas.ts'

const match = createRoute({
  method: 'post',
  path: '/api/match',
  tags: ['firm'],
  summary: 'One firm against every programme',
  description:
    'Answers as `ieum match --json` does. `on` and `editions` may stand in the query or beside the firm in the body. Nothing is kept.',
  request: {
    query: z.object({
      on: DayShape.optional().openapi({ description: 'The day asked about; today when left out' }),
      editions: z.enum(['all']).optional().openapi({ description: 'A row an edition, not a row a programme' }),
    }),
    body: {
      required: true,
      content: { 'application/json': { schema: FirmGivenShape }, 'application/yaml': { schema: FirmGivenShape } },
    },
  },
  responses: {
    200: { description: 'The verdicts with their proofs', content: { 'application/json': { schema: MatchShape } } },
    ...problems(400, 413, 422, 503),
  },
})

export function matchRoutes(app: OpenAPIHono, { catalogue, work, today }: Needs): void {
  app.openAPIRegistry.registerPath(match)
  app.post(match.path, async c => {
    const body = await firmBody(c, catalogue.rulebook.facts, ['on', 'editions'])
    if (body.is === 'refused') return body.reply
    return answerMatch(c, { work, today }, body.firm, body.asked)
  })
}

/** What is asked beside a firm: `on` and `editions`. */
export async function answerMatch(
  c: Context,
  { work, today }: Pick<Needs, 'work' | 'today'>,
  firm: Firm,
  asked: Asked,
): Promise<Response> {
  const { on = today(), editions } = asked
  if (typeof on !== 'string' || !isDayToAskAbout(on))
    return problem(c, {
      status: 400,
      title: 'on is not a day that one can ask about',
      detail: 'Write it as 2026-06-01; years 1900 to 2199.',
    })
  if (editions !== undefined && editions !== 'all')
    return problem(c, {
      status: 400,
      title: 'editions can only be "all"',
      detail: 'Leave it out for one row a programme.',
    })
  const json = await work.match({ firm, on, editions: editions ?? 'on-day' })
  return c.body(json, 200, { 'content-type': 'application/json' })
}
