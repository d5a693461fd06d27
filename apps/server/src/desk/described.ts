/** How routes of the desk describe what they take and what they answer. */
import { z } from '@hono/zod-openapi'

export const json = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})

export const answer = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
})

export const done = <const Is extends string>(...is: readonly [Is, ...Is[]]) => z.object({ is: z.enum(is) })

/** A person's id: not ours to shape, so only bounded. */
export const PersonId = z.string().min(1).max(100)

/** No control signs (PostgreSQL keeps no NUL), no marks that turn the direction of what stands beside them. */
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]*$/u

/** What people call something: one line, without signs that hide or turn what stands beside them. */
export const NameShape = (most: number) =>
  // The pattern is told once more: with its flag it would be described as /…/u.
  z.string().regex(oneLine).trim().min(1).max(most).openapi({ pattern: oneLine.source })
