/** What of better-auth's answer goes to the browser: its cookies, and our own words. */
import type { Context } from 'hono'

/** A session ends with the browser, and on the server when it idles: no cookie has to be renewed at each request. */
export function cookiesOf(answer: Response): Headers {
  const headers = new Headers()
  for (const cookie of answer.headers.getSetCookie())
    headers.append(
      'set-cookie',
      /^[^=]*session_token=/.test(cookie) ? cookie.replace(/;\s*Max-Age=[1-9]\d*/i, '') : cookie,
    )
  return headers
}

/** Our own words for better-auth's: its answers also carry the session's token, which no script needs to see. */
export function withCookies(c: Context, answer: Response, body: object): Response {
  for (const cookie of cookiesOf(answer).getSetCookie()) c.header('set-cookie', cookie, { append: true })
  return c.json(body)
}
