import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Needs } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const health = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['service'],
  summary: 'Whether the service answers, and its database, where records are kept',
  responses: {
    200: {
      description: 'It does',
      content: {
        'application/json': {
          schema: z
            .object({ is: z.literal('well'), programmes: z.number().int().min(0).max(1_000_000) })
            .openapi('Health'),
        },
      },
    },
    ...problems(503),
  },
})

export function healthRoutes(app: OpenAPIHono, { catalogue, recordsAnswer }: Needs): void {
  app.openAPIRegistry.registerPath(health)
  app.get(health.path, async c => {
    c.header('cache-control', 'no-store')
    if (recordsAnswer && !(await recordsAnswer())) {
      c.header('retry-after', '5')
      return problem(c, { status: 503, title: 'The database does not answer' })
    }
    return c.json({ is: 'well' as const, programmes: catalogue.rulebook.programmes.length }, 200)
  })
}
