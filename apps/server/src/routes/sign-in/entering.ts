/** Who is signed in; coming in by password, code or provider, and leaving. */
import { cookiesOf, withCookies } from './cookies.ts'
import { backupCode, byPassword, callback, code, me, out, outEverywhere, withProvider } from './described.ts'
import { refuse, refused } from './refusals.ts'
import type { SignInApp } from './sign-in-app.ts'

export function enteringRoutes({ get, post, door, asker }: SignInApp): void {
  get(me, async (c, signIn) => {
    const person = await signIn.personOf(c.req.raw.headers)
    const { providers } = signIn
    if (!person) return c.json({ is: 'nobody', providers })
    return c.json({ is: 'signed in', person: { ...person, signedInAt: person.signedInAt.toISOString() }, providers })
  })

  post(byPassword, async (c, { email, password }, signIn, ask) => {
    const tooMany = await door.passwordTries(c, signIn, email)
    if (tooMany) return tooMany
    const answer = await ask({ path: '/sign-in/email', body: { email, password }, withoutSession: true })
    if (!answer.ok) return refused(c, answer)
    await door.rightPassword(c, signIn, email)
    await signIn.endSession(c.req.raw.headers)
    const { twoFactorRedirect } = (await answer.clone().json()) as { twoFactorRedirect?: boolean }
    return withCookies(c, answer, { is: twoFactorRedirect ? 'second factor needed' : 'signed in' })
  })

  for (const [described, path] of [
    [code, '/two-factor/verify-totp'],
    [backupCode, '/two-factor/verify-backup-code'],
  ] as const)
    post(described, async (c, given, signIn, ask) => {
      const tooMany = await door.codeTries(c, signIn)
      if (tooMany) return tooMany
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
