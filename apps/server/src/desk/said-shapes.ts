/** Texts and counts that the shapes of councils are put together from. */
import { z } from '@hono/zod-openapi'

export const Slug = z.string().min(1).max(200)
export const Title = z.string().trim().min(1).max(300)
export const Text = z.string().trim().min(1).max(10_000)
export const Changed = z
  .int()
  .min(1)
  .max(1_000_000)
  .openapi({ description: 'The count of changes that was seen: whoever comes second is told' })
export const Said = z
  .object({ ko: z.string(), en: z.string().nullable() })
  .openapi('Said', { description: 'English where somebody wrote it' })
