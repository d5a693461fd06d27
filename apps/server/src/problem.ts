/** Errors as `application/problem+json` (RFC 9457): what is wrong, where, and what would be right. */
import { z } from '@hono/zod-openapi'
import type { Fault } from '@ieum/catalogue/records'
import type { FieldFault } from '@ieum/services'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const Problem = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string(),
    status: z.number().int().min(400).max(599),
    detail: z.string().optional(),
    code: z
      .string()
      .optional()
      .openapi({ description: 'The same for the same reason, for programs; where there is one' }),
    faults: z
      .array(
        z.object({
          line: z.number().int().min(1).max(10_000_000),
          column: z.number().int().min(1).max(10_000_000),
          wrong: z.string(),
          right: z.string().optional(),
        }),
      )
      .optional()
      .openapi({ description: 'Each thing that is wrong in what was sent, with its place (from 1).' }),
    fields: z
      .array(z.object({ field: z.string(), wrong: z.string() }))
      .optional()
      .openapi({ description: 'Each field that is wrong, as a path (RFC 6901), and what would be right.' }),
  })
  .openapi('Problem')

export interface ProblemParts {
  readonly status: ContentfulStatusCode
  readonly title: string
  readonly detail?: string
  readonly code?: string
  readonly faults?: readonly Fault[]
  readonly fields?: readonly FieldFault[]
}

export function problem(c: Context, { status, title, detail, code, faults, fields }: ProblemParts): Response {
  const body = {
    type: 'about:blank',
    title,
    status,
    ...(detail && { detail }),
    ...(code && { code }),
    ...(fields && { fields }),
    ...(faults && {
      faults: faults.map(({ line, column, wrong, right }) => ({ line, column, wrong, ...(right && { right }) })),
    }),
  }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

/** A body, query or path that does not have the shape of the route: every field that is wrong, by its path. */
export function invalid(
  c: Context,
  { issues }: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] },
  code?: string,
): Response {
  return problem(c, {
    status: 422,
    ...(code && { code }),
    title: 'Something in what was sent is not right',
    fields: issues.map(({ path, message }) => ({ field: `/${path.map(String).join('/')}`, wrong: message })),
  })
}

/** How an OpenAPI operation declares the errors that it answers. */
export function problems<const Status extends number>(...statuses: readonly Status[]) {
  const content = { 'application/problem+json': { schema: Problem } }
  return Object.fromEntries(
    statuses.map(status => [status, { description: meanings[status] ?? 'Error', content }]),
  ) as Record<Status, { description: string; content: typeof content }>
}

const meanings: Record<number, string> = {
  400: 'What was sent cannot be read, or names something that is not there',
  401: 'Nobody is signed in, or what should prove who it is does not',
  403: 'A second factor is needed, or who asks may not do this',
  404: 'There is no such thing, or it is not for who asks to see',
  405: 'This address is there, but does not answer this method',
  409: 'Something else happened first; the answer says what',
  413: 'The body is larger than allowed',
  415: 'The body is sent as another type than is read here',
  422: 'What was sent can be read but is not what is asked for',
  429: 'Too many tries; Retry-After says when to try again',
  503: 'It cannot be answered just now; Retry-After says when to ask again',
  507: 'There is no room left on the disk: nothing was changed',
}
