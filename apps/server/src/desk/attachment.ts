/** What is handed out to be saved: never opened as a page of ours, whatever it is. */
import type { Context, MiddlewareHandler } from 'hono'

export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array | string
}

export function attachment(c: Context, { name, mediaType, content }: Attachment): Response {
  return c.body(content as Uint8Array<ArrayBuffer>, 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

/** For who reads no other: what is not plain is an underscore. */
const plain = (name: string): string => name.replaceAll(/[^A-Za-z0-9._ -]/g, '_')

/** RFC 5987: what `encodeURIComponent` leaves as it is and the header does not is written as a code. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*!]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Should a browser show one all the same, it is alone in there: no scripts, no forms, no origin, nothing loaded. */
export const attachmentsAreInert: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.headers.get('content-disposition')?.startsWith('attachment'))
    c.res.headers.set('content-security-policy', "sandbox; default-src 'none'")
}
