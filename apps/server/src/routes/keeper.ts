/** What the command line asks the server that has the records open. The token stands in a file beside them. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { states } from '@ieum/desk'
import type { Context } from 'hono'
import { answer, done, json } from '../desk/described.ts'
import type { Needs } from '../needs.ts'
import { invalid, problem, problems } from '../problem.ts'

const tags = ['keeper']

const counts = createRoute({
  method: 'get',
  path: '/api/keeper/desk',
  tags,
  summary: 'How many referrals stand where',
  description: 'For the command line beside the server: the bearer token stands in `keeper-token` in IEUM_HOME.',
  responses: {
    200: answer(
      'Counts only',
      z
        .object({
          referrals: z.partialRecord(z.enum(states), z.int()),
          overdue: z.int(),
          firms: z.int(),
          agencies: z.int(),
          people: z.int(),
        })
        .openapi('DeskCounts'),
    ),
    ...problems(401),
  },
})

const AdministratorToName = z
  .strictObject({ agency: z.string().min(1).max(100), email: z.email().max(254) })
  .openapi('AdministratorToName')

const administrators = createRoute({
  method: 'post',
  path: '/api/keeper/administrators',
  tags,
  summary: 'Names the first administrator of an agency',
  request: { body: json(AdministratorToName) },
  responses: {
    200: answer('What came of it', done('appointed', 'invited', 'no such agency', 'has administrators')),
    ...problems(401, 422),
  },
})

export function keeperRoutes(app: OpenAPIHono, { keeper }: Needs): void {
  app.openAPIRegistry.registerPath(counts)
  app.openAPIRegistry.registerPath(administrators)
  const asKeeper = (c: Context) =>
    keeper?.isToken(/^Bearer (.{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '') ? keeper : undefined
  const notTheKeeper = (c: Context) =>
    problem(c, { status: 401, title: 'Only the command line beside the server is answered here' })

  app.get(counts.path, async c => {
    c.header('cache-control', 'no-store')
    const desk = asKeeper(c)
    return desk ? c.json(await desk.counts()) : notTheKeeper(c)
  })
  app.post(administrators.path, async c => {
    const desk = asKeeper(c)
    if (!desk) return notTheKeeper(c)
    const read = AdministratorToName.safeParse(await c.req.json().catch(() => undefined))
    return read.success ? c.json(await desk.firstAdministrator(read.data)) : invalid(c, read.error)
  })
}
