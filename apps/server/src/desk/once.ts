/** `Idempotency-Key`: the same request under the same key is done once, and its outcome told again for a year. */
import { createHash } from 'node:crypto'
import type { Acting, Once } from '@ieum/services'
import type { Context } from 'hono'
import { bringsPaper } from './brings-paper.ts'

export type OnceAsked =
  | { readonly is: 'as often as it comes' }
  | { readonly is: 'once'; readonly once: Once }
  | { readonly is: 'no key' }

export const rightKey = '8 to 200 printable characters of ASCII, without a space'

const changing: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Reading is done as often as it comes, by HEAD as well: its outcome would be a whole dossier, kept. */
export async function onceOf(c: Context): Promise<OnceAsked> {
  const key = c.req.header('idempotency-key')
  if (key === undefined || !changing.has(c.req.method)) return { is: 'as often as it comes' }
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) return { is: 'no key' }
  const head = hashOf(
    `${c.req.method} ${new URL(c.req.url).search} ${c.req.path} ${c.req.header('content-disposition') ?? ''}\n`,
  )
  // A paper is read where few are at a time, and is part of the request from then on: `withPaper`.
  const request = bringsPaper(c) ? head : hashOf(head, new Uint8Array(await c.req.arrayBuffer()))
  return { is: 'once', once: { key, request } }
}

/** Who brings this paper: another one under the same key is another request. */
export const withPaper = <A extends Acting>(acting: A, content: Uint8Array): A =>
  acting.once ? { ...acting, once: { ...acting.once, request: hashOf(acting.once.request, content) } } : acting

function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
