import type { Context } from 'hono'

/** Requests whose body may be larger than that of others: of a firm, or of a council. It is read where it is looked through. */
export const bringsPaper = (c: Context): boolean =>
  c.req.method === 'POST' &&
  /^\/api\/(?:firms\/[^/]+|posts\/[^/]+\/(?:sessions|agenda-items|actions)\/[^/]+)\/papers$/.test(c.req.path)
