/** Answers that are not sent again while they are the same. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'

export const etagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`

/** Asked for again each time, so that a change is seen at once: the short answer where the caller has the same already. */
export function unchanged(c: Context, etag: string): Response | undefined {
  c.header('etag', etag)
  c.header('cache-control', 'no-cache')
  return c.req.header('if-none-match')?.replace(/^W\//, '') === etag ? c.body(null, 304) : undefined
}
