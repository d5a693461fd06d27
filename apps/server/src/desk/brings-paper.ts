import type { Context } from 'hono'

/** The requests whose body may be larger than that of others; each is read where it is looked through. */
export const bringsPaper = (c: Context): boolean =>
  c.req.method === 'POST' &&
  /^\/api\/(?:firms\/[^/]+\/papers|posts\/[^/]+\/councils\/[^/]+\/papers\/read)$/.test(c.req.path)
