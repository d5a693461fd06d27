import { z } from '@hono/zod-openapi'

export const Id = z.uuid().openapi({ example: '5f0c8f8e-3a55-4bb0-9d5b-0d7c3f1c2b11' })
