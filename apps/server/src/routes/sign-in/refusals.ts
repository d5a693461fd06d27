/** What these routes say no with, and better-auth's words for it in ours. */
import type { Context } from 'hono'
import { problem } from '../../problem.ts'
import type { PasswordFault } from '../../sign-in/password.ts'

/** Every "no" that these routes say; pages tell them apart by `code`. */
const refusals = {
  'wrong-email-or-password': [401, 'The e-mail address or the password is not right'],
  'wrong-password': [401, 'The password is not right'],
  'wrong-code': [401, 'The code is not right, or has been used'],
  'begin-again': [401, 'Please sign in with the password again'],
  'not-signed-in': [401, 'Nobody is signed in'],
  'email-not-confirmed': [403, 'The e-mail address has not been confirmed yet'],
  'use-provider': [403, 'This person signs in through their agency'],
  'foreign-page': [403, 'The page that asks is none of ours'],
  'link-spent': [400, 'The link is used, too old, or none of ours'],
  'not-json': [400, 'The body is not JSON'],
  'already-enrolled': [400, 'A second factor is enrolled already'],
  'no-second-factor': [400, 'No second factor is enrolled'],
  'no-such-provider': [404, 'There is no such provider'],
  'provider-away': [503, 'The agency’s sign-in does not answer'],
  refused: [400, 'This cannot be done'],
} as const satisfies Record<string, readonly [400 | 401 | 403 | 404 | 503, string]>

type Refusal = keyof typeof refusals

/** better-auth's words in ours. */
const meanings: Record<string, Refusal> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-email-or-password',
  INVALID_PASSWORD: 'wrong-password',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'wrong-password',
  INVALID_CODE: 'wrong-code',
  INVALID_BACKUP_CODE: 'wrong-code',
  INVALID_TWO_FACTOR_COOKIE: 'begin-again',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'begin-again',
  UNAUTHORIZED: 'not-signed-in',
  EMAIL_NOT_VERIFIED: 'email-not-confirmed',
  USE_PROVIDER: 'use-provider',
  INVALID_ORIGIN: 'foreign-page',
  MISSING_OR_NULL_ORIGIN: 'foreign-page',
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: 'foreign-page',
  INVALID_TOKEN: 'link-spent',
  TOKEN_EXPIRED: 'link-spent',
  TOTP_ALREADY_ENABLED: 'already-enrolled',
  TOTP_NOT_ENABLED: 'no-second-factor',
  TWO_FACTOR_NOT_ENABLED: 'no-second-factor',
  BACKUP_CODES_NOT_ENABLED: 'no-second-factor',
}

export function refuse(c: Context, code: Refusal): Response {
  const [status, title] = refusals[code]
  return problem(c, { status, title, code })
}

export async function refused(c: Context, answer: Response): Promise<Response> {
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}: ${await answer.text()}`)
  if (answer.status === 429) return tooManyTries(c, 15 * 60)
  const { code = '', message = '' } = (await answer.json().catch(() => ({}))) as { code?: string; message?: string }
  if (code === 'USE_PROVIDER') {
    const [status, title] = refusals['use-provider']
    return problem(c, { status, title, code: 'use-provider', detail: message })
  }
  return refuse(c, meanings[code] ?? (answer.status === 401 ? 'not-signed-in' : 'refused'))
}

export function tooManyTries(c: Context, seconds: number): Response {
  c.header('retry-after', String(seconds))
  return problem(c, {
    status: 429,
    title: 'Too many tries',
    code: 'too-many-tries',
    detail: `Please try again in ${Math.ceil(seconds / 60)} minutes.`,
  })
}

export const badPassword = (c: Context, field: string, fault: PasswordFault) =>
  problem(c, {
    status: 422,
    title: 'Some fields are not as they should be',
    code: 'fields',
    fields: [{ field: `/${field}`, wrong: fault }],
  })

export const noRecords = (c: Context) =>
  problem(c, { status: 404, title: 'This server keeps no records', detail: 'Nobody can sign in here.' })
