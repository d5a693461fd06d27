/**
 * The session behind a cookie, in one question to the records, where it stands: of nearly all requests. Whatever is out of the ordinary
 * (no such session, one that ended, a cookie twice) is left to better-auth, which wrote the cookie: a token, and its HMAC in base64.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Person } from './person.ts'
import type { SignInTables } from './tables.ts'

export interface SessionLimits {
  /** Seconds after the last renewal. */
  readonly idle: number
  /** Seconds from one renewal to the next. */
  readonly renewal: number
  /** Seconds after signing in. */
  readonly longest: number
}

export async function standingSession(
  {
    kysely,
    secret,
    cookie,
    limits,
  }: { kysely: Kysely<SignInTables>; secret: string; cookie: string; limits: SessionLimits },
  headers: Headers,
  now: number = Date.now(),
): Promise<Person | undefined> {
  const token = tokenIn(headers.get('cookie') ?? '', cookie, secret)
  if (token === undefined) return undefined
  const found = await kysely
    .selectFrom('sign_in_session as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select(['p.id', 'p.email', 'p.name', 'p.locale', 'p.two_factor_enabled', 'p.closed_at'])
    .select(['s.second_factor', 's.signed_in_at', 's.signed_in_by', 's.expires_at'])
    .where('s.token', '=', token)
    .executeTakeFirst()
  if (!found || found.closed_at !== null) return undefined
  const ends = found.expires_at.getTime()
  const latest = found.signed_in_at.getTime() + 1_000 * limits.longest
  if (ends <= now || latest <= now) return undefined
  const renewed = Math.min(now + 1_000 * limits.idle, latest)
  // So that a request writes at most once in this time.
  if (renewed - ends >= 1_000 * limits.renewal)
    await kysely
      .updateTable('sign_in_session')
      .set({ expires_at: new Date(renewed), updated_at: new Date(now) })
      .where('token', '=', token)
      // One that was ended meanwhile is gone, and one that another request renewed stays as it is.
      .where('expires_at', '=', found.expires_at)
      .execute()
  return {
    id: found.id,
    email: found.email,
    name: found.name,
    locale: found.locale,
    secondFactor: found.second_factor,
    hasSecondFactor: found.two_factor_enabled,
    signedInAt: found.signed_in_at,
    by: found.signed_in_by as Person['by'],
  }
}

/** That we gave out ourselves, or none. */
function tokenIn(cookies: string, name: string, secret: string): string | undefined {
  const values = cookies
    .split(';')
    .map(one => one.trim())
    .filter(one => one.startsWith(`${name}=`))
    .map(one => one.slice(name.length + 1))
  const [value] = values
  if (values.length !== 1 || value === undefined || !/^[\w.%~+/=-]+$/.test(value)) return undefined
  const signed = decoded(value)
  const end = signed.lastIndexOf('.')
  if (end < 1) return undefined
  const token = signed.slice(0, end)
  const right = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(signed.slice(end + 1), 'base64')
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
