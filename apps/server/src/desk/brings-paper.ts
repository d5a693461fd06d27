import type { Context } from 'hono'

/** The one request whose body may be larger than that of others; it is read where it is looked through. */
export const bringsPaper = (c: Context): boolean =>
  c.req.method === 'POST' && /^\/api\/firms\/[^/]+\/papers$/.test(c.req.path)
