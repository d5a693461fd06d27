/** Signing in over HTTP: a closed list of addresses, each described; nothing else of better-auth can be reached. */
import { createRoute, type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { NameShape } from '../desk/described.ts'
import type { Needs } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { placeOf, proxies } from '../sign-in/address.ts'
import { faultOfPassword, longestPassword, type PasswordFault, shortestPassword } from '../sign-in/password.ts'
import type { Ask, SignIn } from '../sign-in/sign-in.ts'
import { countTry, forgetTries, type Limit, takeBackTry } from '../sign-in/tries.ts'

/** Five wrong passwords for one person from one address (trust.md, C47). */
const passwords: Limit = { of: 'password of one person from one address', most: 5, minutes: 15 }
/** One address that tries many people. */
const passwordsFrom: Limit = { of: 'passwords from one address', most: 50, minutes: 15 }
/** Many addresses that try one person (NIST SP 800-63B: at most 100). */
const passwordsOf: Limit = { of: 'passwords of one person', most: 100, minutes: 60 }
const codesFrom: Limit = { of: 'second factor codes from one address', most: 30, minutes: 15 }
const letters: Limit = { of: 'letters to one person from one address', most: 5, minutes: 60 }
const lettersFrom: Limit = { of: 'letters from one address', most: 30, minutes: 60 }

const Email = z.email().max(254).openapi({ example: 'kim@agency.example' })
const Password = z.string().min(1).max(longestPassword)
const NewPassword = z
  .string()
  .min(1)
  .max(longestPassword)
  .openapi({ description: `${shortestPassword} signs or more; not the e-mail address, not the name` })
const Name = NameShape(100)
const Locale = z.enum(['ko', 'en'])
const Token = z
  .string()
  .max(2000)
  .regex(/^[\w.~-]+$/)
const Code = z
  .string()
  .regex(/^\d{6}$/)
  .openapi({ example: '123456' })
const Page = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\]*$/)
  .openapi({ description: 'A page of ours to come to: a path', example: '/desk' })

const PersonShape = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    locale: Locale,
    secondFactor: z
      .boolean()
      .openapi({ description: 'This session passed a second factor, or the agency’s provider vouches for it' }),
    hasSecondFactor: z.boolean(),
    signedInAt: z.iso.datetime(),
    by: z.string().openapi({ description: '`password`, or `oidc:` and the provider’s id' }),
  })
  .openapi('Person')

const Me = z
  .object({
    is: z.enum(['signed in', 'nobody']),
    person: PersonShape.optional(),
    providers: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .openapi({ description: 'Agencies whose own sign-in can be used' }),
  })
  .openapi('Me')

const answers = <const Is extends string>(...is: readonly [Is, ...Is[]]) => z.object({ is: z.enum(is) })

interface Described<Body extends z.ZodObject> {
  readonly path: string
  readonly summary: string
  readonly description?: string
  readonly body: Body
  readonly answer: z.ZodObject
  readonly mayBeAway?: true
}

const posting = <const Body extends z.ZodObject>({
  path,
  summary,
  description,
  body,
  answer,
  mayBeAway,
}: Described<Body>) => ({
  body,
  route: createRoute({
    method: 'post',
    path: `/api/sign-in/${path}` as string,
    tags: ['sign-in'],
    summary,
    ...(description && { description }),
    request: { body: { required: true, content: { 'application/json': { schema: body } } } },
    responses: {
      200: { description: 'What came of it', content: { 'application/json': { schema: answer } } },
      ...problems(400, 401, 403, 404, 413, 422, 429, 507),
      ...(mayBeAway && problems(503)),
    },
  }),
})

const me = createRoute({
  method: 'get',
  path: '/api/sign-in/me',
  tags: ['sign-in'],
  summary: 'Who is signed in',
  responses: {
    200: { description: 'The person, or nobody', content: { 'application/json': { schema: Me } } },
    ...problems(404),
  },
})

const callback = createRoute({
  method: 'get',
  path: '/api/sign-in/callback/{provider}',
  tags: ['sign-in'],
  summary: 'The way back from an agency’s provider',
  description:
    'Answers with the page that was asked for, or with `/sign-in?error=` and one of `not-invited`, `email-not-verified`, `wrong-domain`, `not-confirmed-here`, `closed`, `declined`, `failed`.',
  request: { params: z.object({ provider: z.string() }) },
  responses: { 302: { description: 'To a page' }, ...problems(404) },
})

const join = posting({
  path: 'join',
  summary: 'Joins by e-mail and password',
  description: 'A letter with a link goes to the address. Answers alike whether the address is known or not.',
  body: z.strictObject({ email: Email, name: Name, password: NewPassword, locale: Locale.optional() }).openapi('Join'),
  answer: answers('letter sent'),
})
const confirm = posting({
  path: 'confirm',
  summary: 'Confirms an e-mail address by the token of the letter',
  body: z.strictObject({ token: Token }),
  answer: answers('confirmed'),
})
const confirmAgain = posting({
  path: 'confirm-again',
  summary: 'Asks for the letter once more',
  body: z.strictObject({ email: Email }),
  answer: answers('letter sent'),
})
const byPassword = posting({
  path: 'password',
  summary: 'Signs in by e-mail and password',
  description:
    'After `second factor needed`, a code completes it within ten minutes. Any session of this browser before it ends.',
  body: z.strictObject({ email: Email, password: Password }),
  answer: answers('signed in', 'second factor needed'),
})
const code = posting({
  path: 'code',
  summary: 'Completes a sign-in by the code of an authenticator',
  body: z.strictObject({ code: Code }),
  answer: answers('signed in'),
})
const backupCode = posting({
  path: 'backup-code',
  summary: 'Completes a sign-in by a backup code, which is then spent',
  body: z.strictObject({ code: z.string().trim().min(1).max(40) }),
  answer: answers('signed in'),
})
const withProvider = posting({
  path: 'with/{provider}',
  summary: 'Begins a sign-in through an agency’s own provider',
  body: z.strictObject({ to: Page.optional() }),
  answer: z.object({ is: z.literal('go'), to: z.url() }),
  mayBeAway: true,
})
const forgot = posting({
  path: 'forgot',
  summary: 'Asks for a letter to choose a new password',
  description: 'Answers alike whether the address is known or not.',
  body: z.strictObject({ email: Email }),
  answer: answers('letter sent'),
})
const reset = posting({
  path: 'reset',
  summary: 'Chooses a new password by the token of the letter; ends every session of the person',
  body: z.strictObject({ token: Token, password: NewPassword }),
  answer: answers('changed'),
})
const changePassword = posting({
  path: 'change-password',
  summary: 'Changes the password; ends every other session',
  body: z.strictObject({ password: Password, next: NewPassword }),
  answer: answers('changed'),
})
const enrol = posting({
  path: 'second-factor',
  summary: 'Begins to enrol an authenticator',
  description:
    'It counts only when a code has been given to `second-factor/confirm`. The backup codes are shown this once.',
  body: z.strictObject({ password: Password }),
  answer: z.object({ is: z.literal('to confirm'), uri: z.string(), backupCodes: z.array(z.string()) }),
})
const enrolled = posting({
  path: 'second-factor/confirm',
  summary: 'Enrols the authenticator by a first code',
  body: z.strictObject({ code: Code }),
  answer: answers('enrolled'),
})
const backupCodes = posting({
  path: 'second-factor/backup-codes',
  summary: 'Makes new backup codes; the old ones are void',
  body: z.strictObject({ password: Password }),
  answer: z.object({ is: z.literal('made'), backupCodes: z.array(z.string()) }),
})
const removeFactor = posting({
  path: 'second-factor/remove',
  summary: 'Removes the second factor',
  body: z.strictObject({ password: Password }),
  answer: answers('removed'),
})
const change = posting({
  path: 'me',
  summary: 'Changes one’s own name or language',
  body: z.strictObject({ name: Name.optional(), locale: Locale.optional() }),
  answer: answers('changed'),
})
const out = posting({
  path: 'out',
  summary: 'Signs out: the session is dead when this answers',
  body: z.strictObject({}),
  answer: answers('signed out'),
})
const outEverywhere = posting({
  path: 'out-everywhere',
  summary: 'Ends every session of the person',
  body: z.strictObject({}),
  answer: answers('signed out'),
})

/** Without `needs.signIn` the addresses are described, and answer that no records are kept here. */
export function signInRoutes(app: OpenAPIHono, { signIn, trustedProxies = [] }: Needs): void {
  const trusted = proxies(trustedProxies)
  const asker = (c: Context, to: SignIn) => (ask: Omit<Ask, 'headers' | 'address'>) =>
    to.ask({ ...ask, headers: c.req.raw.headers, address: placeOf(c, trusted) })
  type AskHere = ReturnType<typeof asker>

  function get<R extends RouteConfig & { getRoutingPath(): string }>(
    route: R,
    answer: (c: Context, signIn: SignIn) => Promise<Response>,
  ) {
    app.openAPIRegistry.registerPath(route)
    app.get(route.getRoutingPath(), async c => {
      c.header('cache-control', 'no-store')
      return signIn ? answer(c, signIn) : noRecords(c)
    })
  }

  function post<Body extends z.ZodObject>(
    { route, body }: { route: RouteConfig & { getRoutingPath(): string }; body: Body },
    answer: (c: Context, given: z.infer<Body>, signIn: SignIn, ask: AskHere) => Promise<Response>,
  ) {
    app.openAPIRegistry.registerPath(route)
    app.post(route.getRoutingPath(), async c => {
      if (!signIn) return noRecords(c)
      const origin = c.req.header('origin')
      if (origin !== undefined && !signIn.origins.includes(origin)) return refuse(c, 'foreign-page')
      if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) return refuse(c, 'not-json')
      const read = await c.req.json().then(
        value => ({ value: value as unknown }),
        () => undefined,
      )
      if (!read) return refuse(c, 'not-json')
      const given = body.safeParse(read.value)
      if (given.success) return answer(c, given.data, signIn, asker(c, signIn))
      return problem(c, {
        status: 422,
        title: 'Some fields are not as they should be',
        code: 'fields',
        fields: given.error.issues.flatMap(issue =>
          issue.code === 'unrecognized_keys'
            ? issue.keys.map(key => ({ field: `/${key}`, wrong: 'is not known here' }))
            : [{ field: `/${issue.path.join('/')}`, wrong: issue.message }],
        ),
      })
    })
  }

  get(me, async (c, signIn) => {
    const person = await signIn.personOf(c.req.raw.headers)
    const { providers } = signIn
    if (!person) return c.json({ is: 'nobody', providers })
    return c.json({ is: 'signed in', person: { ...person, signedInAt: person.signedInAt.toISOString() }, providers })
  })

  post(join, async (c, { email, name, password, locale }, signIn, ask) => {
    const fault = faultOfPassword(password, { email, name })
    if (fault) return badPassword(c, 'password', fault)
    const tooMany = await letterTries(c, signIn, email)
    if (tooMany) return tooMany
    const answer = await ask({
      path: '/sign-up/email',
      body: { email, name, password, locale: locale ?? 'ko' },
      withoutSession: true,
    })
    return answer.ok ? c.json({ is: 'letter sent' }) : refused(c, answer)
  })

  post(confirm, async (c, { token }, _, ask) => {
    const answer = await ask({ path: '/verify-email', method: 'GET', query: { token }, withoutSession: true })
    return answer.ok ? c.json({ is: 'confirmed' }) : refuse(c, 'link-spent')
  })

  // A letter is made and sent after the answer: how long that takes would tell whether the address is known.
  post(confirmAgain, async (c, { email }, signIn, ask) => {
    const tooMany = await letterTries(c, signIn, email)
    if (tooMany) return tooMany
    signIn.inBackground(ask({ path: '/send-verification-email', body: { email }, withoutSession: true }))
    return c.json({ is: 'letter sent' })
  })

  post(forgot, async (c, { email }, signIn, ask) => {
    const tooMany = await letterTries(c, signIn, email)
    if (tooMany) return tooMany
    signIn.inBackground(ask({ path: '/request-password-reset', body: { email }, withoutSession: true }))
    return c.json({ is: 'letter sent' })
  })

  post(reset, async (c, { token, password }, signIn, ask) => {
    const whose = await signIn.personOfResetToken(token)
    if (!whose) return refuse(c, 'link-spent')
    const fault = faultOfPassword(password, whose)
    if (fault) return badPassword(c, 'password', fault)
    const answer = await ask({ path: '/reset-password', body: { token, newPassword: password }, withoutSession: true })
    return answer.ok ? c.json({ is: 'changed' }) : refused(c, answer)
  })

  post(byPassword, async (c, { email, password }, signIn, ask) => {
    const tooMany = await passwordTries(c, signIn, email)
    if (tooMany) return tooMany
    const answer = await ask({ path: '/sign-in/email', body: { email, password }, withoutSession: true })
    if (!answer.ok) return refused(c, answer)
    await rightPassword(c, signIn, email)
    await signIn.endSession(c.req.raw.headers)
    const { twoFactorRedirect } = (await answer.clone().json()) as { twoFactorRedirect?: boolean }
    return withCookies(c, answer, { is: twoFactorRedirect ? 'second factor needed' : 'signed in' })
  })

  for (const [described, path] of [
    [code, '/two-factor/verify-totp'],
    [backupCode, '/two-factor/verify-backup-code'],
  ] as const)
    post(described, async (c, given, signIn, ask) => {
      const tries = await countTry(signIn.kysely, codesFrom, placeOf(c, trusted))
      if (tries.is === 'too many') return tooManyTries(c, tries.seconds)
      const answer = await ask({ path, body: { code: given.code }, withoutSession: true })
      return answer.ok ? withCookies(c, answer, { is: 'signed in' }) : refused(c, answer)
    })

  post(withProvider, async (c, { to = '/' }, signIn, ask) => {
    const provider = c.req.param('provider')
    if (!provider || !signIn.providers.some(({ id }) => id === provider)) return refuse(c, 'no-such-provider')
    const answer = await ask({
      path: '/sign-in/social',
      provider,
      body: { provider, callbackURL: to, errorCallbackURL: `${signIn.baseUrl}/sign-in`, disableRedirect: true },
      withoutSession: true,
    })
    if (!answer.ok) {
      c.header('retry-after', '30')
      return refuse(c, 'provider-away')
    }
    const { url } = (await answer.clone().json()) as { url: string }
    return withCookies(c, answer, { is: 'go', to: url })
  })

  get(callback, async (c, signIn) => {
    const provider = c.req.param('provider')
    if (!provider || !signIn.providers.some(({ id }) => id === provider)) return refuse(c, 'no-such-provider')
    const answer = await asker(
      c,
      signIn,
    )({
      path: `/callback/${provider}`,
      provider,
      method: 'GET',
      query: c.req.query(),
      withoutSession: true,
    })
    const to = answer.headers.get('location')
    const error =
      to === null ? ((await answer.json().catch(() => ({}))) as { code?: string }).code : errorIn(to, signIn.baseUrl)
    if (to !== null && error === undefined) await signIn.endSession(c.req.raw.headers)
    const page = error === undefined && to !== null ? to : `/sign-in?error=${callbackErrors[error ?? ''] ?? 'failed'}`
    const headers = cookiesOf(answer)
    headers.set('location', page)
    headers.set('cache-control', 'no-store')
    return new Response(null, { status: 302, headers })
  })

  post(enrol, async (c, { password }, signIn, ask) =>
    knowing(
      c,
      signIn,
      () => ask({ path: '/two-factor/enable', body: { password, method: 'totp' } }),
      async answer => {
        const { totpURI, backupCodes } = (await answer.clone().json()) as { totpURI: string; backupCodes: string[] }
        return withCookies(c, answer, { is: 'to confirm', uri: totpURI, backupCodes })
      },
    ),
  )

  post(enrolled, async (c, given, signIn, ask) => {
    if (!(await signIn.personOf(c.req.raw.headers))) return refuse(c, 'not-signed-in')
    const tries = await countTry(signIn.kysely, codesFrom, placeOf(c, trusted))
    if (tries.is === 'too many') return tooManyTries(c, tries.seconds)
    const answer = await ask({ path: '/two-factor/verify-totp', body: { code: given.code } })
    return answer.ok ? withCookies(c, answer, { is: 'enrolled' }) : refused(c, answer)
  })

  post(backupCodes, async (c, { password }, signIn, ask) =>
    knowing(
      c,
      signIn,
      () => ask({ path: '/two-factor/generate-backup-codes', body: { password } }),
      async answer => {
        const { backupCodes } = (await answer.clone().json()) as { backupCodes: string[] }
        return withCookies(c, answer, { is: 'made', backupCodes })
      },
    ),
  )

  post(removeFactor, async (c, { password }, signIn, ask) =>
    knowing(
      c,
      signIn,
      () => ask({ path: '/two-factor/disable', body: { password } }),
      async answer => withCookies(c, answer, { is: 'removed' }),
    ),
  )

  post(changePassword, async (c, { password, next }, signIn, ask) => {
    const person = await signIn.personOf(c.req.raw.headers)
    if (!person) return refuse(c, 'not-signed-in')
    const fault = faultOfPassword(next, person)
    if (fault) return badPassword(c, 'next', fault)
    const body = { currentPassword: password, newPassword: next, revokeOtherSessions: true }
    return knowing(
      c,
      signIn,
      () => ask({ path: '/change-password', body }),
      async answer => withCookies(c, answer, { is: 'changed' }),
    )
  })

  post(change, async (c, given, signIn, ask) => {
    if (!(await signIn.personOf(c.req.raw.headers))) return refuse(c, 'not-signed-in')
    if (Object.keys(given).length === 0) return c.json({ is: 'changed' })
    const answer = await ask({ path: '/update-user', body: given })
    return answer.ok ? withCookies(c, answer, { is: 'changed' }) : refused(c, answer)
  })

  post(out, async (c, _, signIn, ask) => {
    await signIn.endSession(c.req.raw.headers)
    return withCookies(c, await ask({ path: '/sign-out' }), { is: 'signed out' })
  })

  post(outEverywhere, async (c, _, signIn, ask) => {
    const person = await signIn.personOf(c.req.raw.headers)
    if (!person) return refuse(c, 'not-signed-in')
    await signIn.signOutEverywhere(person.id)
    return withCookies(c, await ask({ path: '/sign-out' }), { is: 'signed out' })
  })

  async function passwordTries(c: Context, { kysely }: SignIn, who: string): Promise<Response | undefined> {
    const person = who.toLowerCase()
    // The narrowest first: what it refuses does not count against the others.
    for (const [limit, ...whom] of [
      [passwords, person, placeOf(c, trusted)],
      [passwordsFrom, placeOf(c, trusted)],
      [passwordsOf, person],
    ] as const) {
      const tries = await countTry(kysely, limit, ...whom)
      if (tries.is === 'too many') return tooManyTries(c, tries.seconds)
    }
    return undefined
  }

  async function rightPassword(c: Context, { kysely }: SignIn, who: string): Promise<void> {
    const person = who.toLowerCase()
    await forgetTries(kysely, passwords, person, placeOf(c, trusted))
    await takeBackTry(kysely, passwordsFrom, placeOf(c, trusted))
    await takeBackTry(kysely, passwordsOf, person)
  }

  /** What asks for the password of who is signed in already: guessed no more often than at the door. */
  async function knowing(
    c: Context,
    signIn: SignIn,
    ask: () => Promise<Response>,
    done: (answer: Response) => Promise<Response>,
  ): Promise<Response> {
    const person = await signIn.personOf(c.req.raw.headers)
    if (!person) return refuse(c, 'not-signed-in')
    const tooMany = await passwordTries(c, signIn, person.email)
    if (tooMany) return tooMany
    const answer = await ask()
    if (!answer.ok) return refused(c, answer)
    await rightPassword(c, signIn, person.email)
    return done(answer)
  }

  async function letterTries(c: Context, { kysely }: SignIn, email: string): Promise<Response | undefined> {
    for (const [limit, ...whom] of [
      [letters, email.toLowerCase(), placeOf(c, trusted)],
      [lettersFrom, placeOf(c, trusted)],
    ] as const) {
      const tries = await countTry(kysely, limit, ...whom)
      if (tries.is === 'too many') return tooManyTries(c, tries.seconds)
    }
    return undefined
  }
}

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

const callbackErrors: Record<string, string> = {
  'not-invited': 'not-invited',
  'email-not-verified': 'email-not-verified',
  'wrong-domain': 'wrong-domain',
  closed: 'closed',
  INVALID_EMAIL_OR_PASSWORD: 'closed',
  account_not_linked: 'not-confirmed-here',
  access_denied: 'declined',
}

const errorIn = (to: string, baseUrl: string): string | undefined => {
  const { origin, pathname, searchParams } = new URL(to, baseUrl)
  return origin === baseUrl && pathname === '/sign-in' ? (searchParams.get('error') ?? undefined) : undefined
}

function refuse(c: Context, code: Refusal): Response {
  const [status, title] = refusals[code]
  return problem(c, { status, title, code })
}

async function refused(c: Context, answer: Response): Promise<Response> {
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}: ${await answer.text()}`)
  if (answer.status === 429) return tooManyTries(c, 15 * 60)
  const { code = '', message = '' } = (await answer.json().catch(() => ({}))) as { code?: string; message?: string }
  if (code === 'USE_PROVIDER') {
    const [status, title] = refusals['use-provider']
    return problem(c, { status, title, code: 'use-provider', detail: message })
  }
  return refuse(c, meanings[code] ?? (answer.status === 401 ? 'not-signed-in' : 'refused'))
}

function tooManyTries(c: Context, seconds: number): Response {
  c.header('retry-after', String(seconds))
  return problem(c, {
    status: 429,
    title: 'Too many tries',
    code: 'too-many-tries',
    detail: `Please try again in ${Math.ceil(seconds / 60)} minutes.`,
  })
}

const badPassword = (c: Context, field: string, fault: PasswordFault) =>
  problem(c, {
    status: 422,
    title: 'Some fields are not as they should be',
    code: 'fields',
    fields: [{ field: `/${field}`, wrong: fault }],
  })

const noRecords = (c: Context) =>
  problem(c, { status: 404, title: 'This server keeps no records', detail: 'Nobody can sign in here.' })

/** A session ends with the browser, and on the server when it idles: no cookie has to be renewed at each request. */
function cookiesOf(answer: Response): Headers {
  const headers = new Headers()
  for (const cookie of answer.headers.getSetCookie())
    headers.append(
      'set-cookie',
      /^[^=]*session_token=/.test(cookie) ? cookie.replace(/;\s*Max-Age=[1-9]\d*/i, '') : cookie,
    )
  return headers
}

/** Our own words for better-auth's: its answers also carry the session's token, which no script needs to see. */
function withCookies(c: Context, answer: Response, body: object): Response {
  for (const cookie of cookiesOf(answer).getSetCookie()) c.header('set-cookie', cookie, { append: true })
  return c.json(body)
}
