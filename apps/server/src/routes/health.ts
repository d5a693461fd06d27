import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Needs } from '../needs.ts'

const health = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['service'],
  summary: 'Whether the service answers',
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
  },
})

export function healthRoutes(app: OpenAPIHono, { catalogue }: Needs): void {
  app.openapi(health, c => c.json({ is: 'well' as const, programmes: catalogue.rulebook.programmes.length }, 200))
}
