/** Signing in, by better-auth. This is the single place that sees it: the rest sees people, outcomes and headers. */
import { createOTP } from '@better-auth/utils/otp'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { symmetricEncrypt } from 'better-auth/crypto'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import { RecordsAway } from '../away.ts'
import { makeBackupCodes } from './backup-codes.ts'
import { type Letter, letter } from './letters.ts'
import { faultOfPassword, longestPassword, shortestPassword } from './password.ts'
import type { Person } from './person.ts'
import { standingSession } from './standing-session.ts'
import type { SignInTables } from './tables.ts'
import { countTry, type Limit } from './tries.ts'

/** An agency's own OpenID Connect provider. */
export interface Provider {
  /** kebab-case; it stands in addresses and in `by`. */
  readonly id: string
  readonly name: string
  /** `https:`, or `http:` on this machine. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The mail domains that this provider may speak for, in lower case and without `@`. */
  readonly domains: readonly string[]
}

export interface SignInNeeds<Tables> {
  /** Over the tables of 0001-people.sql, whatever else its type knows; as their owner. */
  readonly kysely: Kysely<Tables>
  /** 32 characters or more: `readOrMakeSecret`. */
  readonly secret: string
  /** The address that browsers use, without a path. Cookies are `Secure` when it is `https:`. */
  readonly baseUrl: string
  /** Further addresses whose pages may call. */
  readonly trustedOrigins?: readonly string[]
  readonly mail: (letter: Letter) => Promise<void>
  readonly oidc?: readonly Provider[]
  /** Whether someone who is not here yet may come in through that provider. Nobody may when left out. */
  readonly mayJoin?: (email: string, provider: string) => Promise<boolean>
  /** The provider that this person must come through, by the posts that they hold; a password then signs nobody in. */
  readonly mustUse?: (personId: string) => Promise<string | undefined>
  /** Lets `seedPerson` make people without a mail. Never in production. */
  readonly demonstration?: boolean
  readonly report: (error: Error) => void
}

export type Seeding =
  | { readonly is: 'seeded' | 'there already'; readonly id: string }
  | { readonly is: 'no demonstration' }

export interface SeedOf {
  readonly email: string
  readonly name: string
  readonly password: string
  readonly locale?: 'ko' | 'en'
  /** What the authenticator shares with us, as it is (not in base32): a second factor is then enrolled. */
  readonly totpSecret?: string
}

/** One question to better-auth, by the paths of its own. */
export interface Ask {
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
  readonly headers: Headers
  /** Where the request comes from. */
  readonly address: string
  /** The provider that it goes through: it is looked for when it has not answered yet. */
  readonly provider?: string
  /** Leaves the session of the request aside: who is signed in already plays no part in it. */
  readonly withoutSession?: boolean
}

export interface SignIn {
  readonly kysely: Kysely<SignInTables>
  readonly providers: readonly Pick<Provider, 'id' | 'name'>[]
  readonly baseUrl: string
  readonly origins: readonly string[]
  ask(ask: Ask): Promise<Response>
  /** Who asks, by the session cookie; renews the session. null for nobody. */
  personOf(headers: Headers): Promise<Person | null>
  /** Ends every session of a person at once: they left, or their post went to another. */
  signOutEverywhere(personId: string): Promise<void>
  /** Ends the session that these headers carry, when there is one. */
  endSession(headers: Headers): Promise<void>
  /** Whom a letter for a new password was sent to, while its token is good. */
  personOfResetToken(token: string): Promise<{ readonly email: string; readonly name: string } | undefined>
  seedPerson(of: SeedOf): Promise<Seeding>
  /** Work that goes on after the answer: a mail, whose sending must not tell by its time whether an address is known. */
  inBackground(work: Promise<unknown>): void
  /** Resolves when no such work is left. */
  idle(): Promise<void>
  /** Deletes what has run out. Once an hour is enough. */
  tidy(): Promise<void>
}

/** A session ends after this long without a request (trust.md, C47: at most 30 minutes). */
const idleSeconds = 30 * 60
/** And so long after signing in, whatever happened in between; the migration holds it too. */
const longestSeconds = 12 * 60 * 60
/** A request writes at most once a minute; a session thus ends after 29 to 30 idle minutes. */
const renewalSeconds = 60

/** How long a provider may take to say where it is. */
const patience = 5_000

const basePath = '/api/sign-in'
const addressHeader = 'x-ieum-address'
/** A code counts once, however often it is typed while it is valid. */
const codeOnce: Limit = { of: 'second factor code', most: 1, minutes: 3 }

export function createSignIn<Tables>(needs: SignInNeeds<Tables>): SignIn {
  const kysely = needs.kysely as unknown as Kysely<SignInTables>
  const { baseUrl, report, oidc = [] } = needs
  checkNeeds(needs)
  const background = new Set<Promise<void>>()
  const inBackground = (work: Promise<unknown>) => {
    const going = work.then(
      () => {},
      (error: Error) => report(error),
    )
    background.add(going)
    void going.then(() => background.delete(going))
  }
  const send = (kind: Letter['kind'], user: object, page: string) =>
    needs.mail(letter(kind, whomOf(user), baseUrl + page))

  const secure = baseUrl.startsWith('https:')
  const cookiePrefix = secure ? '__Host-ieum' : 'ieum'
  const sessionCookie = `${cookiePrefix}.session_token`
  const limits = { idle: idleSeconds, renewal: renewalSeconds, longest: longestSeconds }

  /** Providers are let in when first asked for, and only once they answer: one that is away keeps nobody else out. */
  const answering = new Map<string, Provider>()
  let auth = authWith([])
  async function find(provider: Provider): Promise<void> {
    if (answering.has(provider.id)) return
    const answer = await fetch(discoveryOf(provider), { signal: AbortSignal.timeout(patience) }).catch(() => undefined)
    const found = (await answer?.json().catch(() => undefined)) as { issuer?: unknown } | undefined
    if (!answer?.ok || typeof found?.issuer !== 'string') return
    answering.set(provider.id, provider)
    auth = authWith([...answering.values()])
  }

  function authWith(reached: readonly Provider[]) {
    return betterAuth({
      appName: 'Ieum',
      baseURL: baseUrl,
      basePath,
      secret: needs.secret,
      trustedOrigins: [baseUrl, ...(needs.trustedOrigins ?? [])],
      telemetry: { enabled: false },
      // What fails is reported; what people type is written nowhere.
      logger: {
        level: 'error',
        log: (_, message, ...parts) => {
          const error = parts.find(part => part instanceof Error)
          if (error) report(error)
          else if (/database|Unable|Failed to/.test(message)) report(new Error(message))
        },
      },
      database: { db: kysely, type: 'postgres', transaction: true },
      // Counted by tries.ts, per person and address; better-auth counts per address and path.
      rateLimit: { enabled: false },
      onAPIError: { errorURL: `${baseUrl}/sign-in` },
      advanced: {
        // `__Host-` needs no domain, path / and Secure: better-auth writes the first two, we the third.
        useSecureCookies: false,
        cookiePrefix,
        defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure },
        ipAddress: { ipAddressHeaders: [addressHeader] },
        backgroundTasks: { handler: inBackground },
        database: { validateSchema: false },
      },
      user: {
        modelName: 'person',
        fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
        additionalFields: {
          locale: { type: 'string', required: false, input: true },
          closedAt: { type: 'date', required: false, input: false, fieldName: 'closed_at' },
        },
      },
      session: {
        modelName: 'sign_in_session',
        fields: {
          userId: 'person_id',
          expiresAt: 'expires_at',
          ipAddress: 'ip_address',
          userAgent: 'user_agent',
          createdAt: 'created_at',
          updatedAt: 'updated_at',
        },
        additionalFields: {
          signedInBy: { type: 'string', required: false, input: false, fieldName: 'signed_in_by' },
          secondFactor: { type: 'boolean', required: false, input: false, fieldName: 'second_factor' },
          signedInAt: { type: 'date', required: false, input: false, fieldName: 'signed_in_at' },
        },
        expiresIn: idleSeconds,
        updateAge: renewalSeconds,
        // A cookie that stands for a session would outlive its end.
        cookieCache: { enabled: false },
      },
      account: {
        modelName: 'credential',
        fields: {
          userId: 'person_id',
          accountId: 'account_id',
          providerId: 'provider_id',
          accessToken: 'access_token',
          refreshToken: 'refresh_token',
          idToken: 'id_token',
          accessTokenExpiresAt: 'access_token_expires_at',
          refreshTokenExpiresAt: 'refresh_token_expires_at',
          createdAt: 'created_at',
          updatedAt: 'updated_at',
        },
        updateAccountOnSignIn: false,
        // Only to an address that both sides have proved; requireLocalEmailVerified is the default.
        accountLinking: { enabled: true, trustedProviders: [] },
      },
      verification: {
        modelName: 'verification',
        fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
        storeIdentifier: 'hashed',
      },
      emailAndPassword: {
        enabled: true,
        minPasswordLength: shortestPassword,
        maxPasswordLength: longestPassword,
        requireEmailVerification: true,
        revokeSessionsOnPasswordReset: true,
        sendResetPassword: ({ user, token }) => send('reset', user, `/sign-in/reset#token=${token}`),
        onExistingUserSignUp: ({ user }) => send('already joined', user, '/sign-in'),
        // Whoever opened the letter has shown that the address is theirs.
        onPasswordReset: async ({ user }) => {
          await kysely.updateTable('person').set({ email_verified: true }).where('id', '=', user.id).execute()
        },
      },
      emailVerification: {
        expiresIn: 60 * 60,
        sendOnSignUp: true,
        sendVerificationEmail: ({ user, token }) => send('confirm', user, `/sign-in/confirm#token=${token}`),
      },
      databaseHooks: {
        account: {
          create: {
            before: async account => ({
              data: { ...account, accessToken: null, refreshToken: null, idToken: null } as typeof account,
            }),
          },
        },
        session: {
          create: {
            before: async (session, ctx) => {
              const person = await ctx?.context.internalAdapter.findUserById(session.userId)
              if (!person || isClosed(person)) throw wrongPassword()
              const now = new Date()
              const path = ctx?.path ?? ''
              const before = path.startsWith('/sign-in') ? undefined : ctx?.context.session?.session
              const provider = path === '/callback/:id' ? String(ctx?.params?.id) : undefined
              if (!provider && !before) {
                const must = await needs.mustUse?.(session.userId)
                if (must) throw new APIError('FORBIDDEN', { code: 'USE_PROVIDER', message: must })
              }
              const signedInAt = before ? new Date(before.signedInAt as Date) : now
              const secondFactor =
                provider !== undefined ||
                path.startsWith('/two-factor/verify') ||
                (path !== '/two-factor/disable' && before?.secondFactor === true)
              const signedInBy = provider ? `oidc:${provider}` : ((before?.signedInBy as string) ?? 'password')
              const expiresAt = earlier(session.expiresAt, signedInAt)
              return { data: { ...session, signedInAt, secondFactor, signedInBy, expiresAt } }
            },
          },
          update: {
            before: async (session, ctx) => {
              const at = ctx?.context.session?.session.signedInAt
              if (!session.expiresAt || !at) return
              return { data: { ...session, expiresAt: earlier(session.expiresAt, new Date(at as Date)) } }
            },
          },
        },
      },
      plugins: [
        twoFactor({
          issuer: 'Ieum',
          twoFactorTable: 'second_factor',
          // Written down by hand and typed from paper: no letter that looks like another.
          backupCodeOptions: { customBackupCodesGenerate: makeBackupCodes },
          // Five wrong codes, as with five wrong passwords.
          accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: 15 * 60 },
          schema: {
            user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
            twoFactor: {
              fields: {
                userId: 'person_id',
                backupCodes: 'backup_codes',
                failedVerificationCount: 'failed_verification_count',
                lockedUntil: 'locked_until',
              },
            },
          },
        }),
        genericOAuth({
          config: reached.map(provider => ({
            providerId: provider.id,
            name: provider.name,
            discoveryUrl: discoveryOf(provider),
            clientId: provider.clientId,
            clientSecret: provider.clientSecret,
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
            requireIdTokenVerification: true,
            disableProviderLogout: true,
            mapProfileToUser: async profile => admit(provider, profile),
          })),
        }),
      ],
    })
  }

  /** Whom a provider sends, or a refusal. Before any transaction: `mayJoin` may ask the database by itself. */
  async function admit(provider: Provider, profile: Record<string, unknown>) {
    const email = typeof profile.email === 'string' ? profile.email.toLowerCase() : ''
    if (profile.email_verified !== true) throw refusal('email-not-verified')
    const [, domain, ...more] = email.split('@')
    if (!domain || more.length > 0 || !provider.domains.includes(domain)) throw refusal('wrong-domain')
    const known = await kysely.selectFrom('person').select('closed_at').where('email', '=', email).executeTakeFirst()
    const linked = await kysely
      .selectFrom('credential')
      .select('id')
      .where('provider_id', '=', provider.id)
      .where('account_id', '=', String(profile.sub))
      .executeTakeFirst()
    if (known?.closed_at) throw refusal('closed')
    if (!known && !linked && !(await needs.mayJoin?.(email, provider.id))) throw refusal('not-invited')
    const name = typeof profile.name === 'string' && profile.name.trim() !== '' ? profile.name : email.split('@')[0]!
    return { email, emailVerified: true, name: name.slice(0, 100), image: undefined }
  }

  async function sessionOf(headers: Headers) {
    if (!headers.get('cookie')?.includes(sessionCookie)) return null
    const found = await auth.api
      .getSession({ headers: new Headers({ cookie: headers.get('cookie')! }) })
      .catch((error: unknown) => {
        // Its own words for a session that could not be read, whatever the database said.
        if (error instanceof APIError && error.message === 'Failed to get session') throw new RecordsAway(error.message)
        throw error
      })
    if (!found) return null
    const { session, user } = found as unknown as { session: SessionOut; user: UserOut }
    if (isClosed(user) || new Date(session.signedInAt).getTime() + longestSeconds * 1000 <= Date.now()) {
      await kysely.deleteFrom('sign_in_session').where('id', '=', session.id).execute()
      return null
    }
    return { session, user }
  }

  return {
    kysely,
    baseUrl,
    providers: oidc.map(({ id, name }) => ({ id, name })),
    origins: [baseUrl, ...(needs.trustedOrigins ?? [])],

    async ask({ path, method = 'POST', query = {}, body, headers, address, provider, withoutSession = false }) {
      const url = new URL(`${baseUrl}${basePath}${path}`)
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      const sent = new Headers({ [addressHeader]: address })
      for (const name of ['cookie', 'origin', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']) {
        const value = headers.get(name)
        if (value !== null) sent.set(name, value)
      }
      if (withoutSession) withoutCookie(sent, sessionCookie)
      if (method === 'POST') sent.set('content-type', 'application/json')
      const through = oidc.find(({ id }) => id === provider)
      if (through) await find(through)
      const answer = await auth.handler(
        new Request(url, { method, headers: sent, ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) }),
      )
      return path === '/two-factor/verify-totp' && answer.ok
        ? once(answer, String((body as { code: string }).code))
        : answer
    },

    async personOf(headers) {
      const standing = await standingSession({ kysely, secret: needs.secret, cookie: sessionCookie, limits }, headers)
      if (standing) return standing
      const found = await sessionOf(headers)
      if (!found) return null
      const { session, user } = found
      return {
        id: user.id,
        email: user.email,
        name: user.name,
        locale: user.locale,
        secondFactor: session.secondFactor,
        hasSecondFactor: user.twoFactorEnabled,
        signedInAt: new Date(session.signedInAt),
        by: session.signedInBy,
      }
    },

    async signOutEverywhere(personId) {
      await kysely.deleteFrom('sign_in_session').where('person_id', '=', personId).execute()
    },

    async endSession(headers) {
      const found = await sessionOf(headers)
      if (found) await kysely.deleteFrom('sign_in_session').where('id', '=', found.session.id).execute()
    },

    async personOfResetToken(token) {
      const { internalAdapter } = await auth.$context
      const waiting = await internalAdapter.findVerificationValue(`reset-password:${token}`)
      if (!waiting || waiting.expiresAt <= new Date()) return undefined
      return kysely.selectFrom('person').select(['email', 'name']).where('id', '=', waiting.value).executeTakeFirst()
    },

    async seedPerson({ email, name, password, locale = 'ko', totpSecret }) {
      if (!needs.demonstration) return { is: 'no demonstration' }
      const address = email.toLowerCase()
      const there = await kysely.selectFrom('person').select('id').where('email', '=', address).executeTakeFirst()
      if (there) return { is: 'there already', id: there.id }
      const fault = faultOfPassword(password, { email: address, name })
      if (fault) throw new Error(`the password of ${address} ${fault}`)
      const context = await auth.$context
      const hash = await context.password.hash(password)
      const id = crypto.randomUUID()
      const secret = totpSecret && (await encrypted(totpSecret))
      const codes = await encrypted('[]')
      await kysely.transaction().execute(async to => {
        await to
          .insertInto('person')
          .values({ id, email: address, name, locale, email_verified: true, two_factor_enabled: secret !== undefined })
          .execute()
        await to
          .insertInto('credential')
          .values({ id: crypto.randomUUID(), person_id: id, provider_id: 'credential', account_id: id, password: hash })
          .execute()
        if (secret)
          await to
            .insertInto('second_factor')
            .values({ id: crypto.randomUUID(), person_id: id, secret, backup_codes: codes, verified: true })
            .execute()
      })
      return { is: 'seeded', id }
    },

    inBackground,

    async idle() {
      while (background.size > 0) await Promise.all(background)
    },

    async tidy() {
      const now = new Date()
      await kysely.deleteFrom('sign_in_session').where('expires_at', '<', now).execute()
      await kysely.deleteFrom('verification').where('expires_at', '<', now).execute()
      await kysely.deleteFrom('sign_in_try').where('until', '<', now).execute()
    },
  }

  async function encrypted(data: string) {
    return symmetricEncrypt({ key: (await auth.$context).secretConfig, data })
  }

  /** RFC 6238, 5.2: a code that was accepted is not accepted again. The session that it opened a second time ends at once. */
  async function once(answer: Response, code: string): Promise<Response> {
    const { token, user } = (await answer.clone().json()) as { token?: string; user?: { id: string } }
    if (!user || (await countTry(kysely, codeOnce, user.id, code)).is === 'within') return answer
    if (token) await kysely.deleteFrom('sign_in_session').where('token', '=', token).execute()
    return Response.json({ code: 'INVALID_CODE' }, { status: 401 })
  }
}

interface SessionOut {
  readonly id: string
  readonly signedInAt: Date
  readonly secondFactor: boolean
  readonly signedInBy: Person['by']
}

interface UserOut {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: 'ko' | 'en'
  readonly twoFactorEnabled: boolean
  readonly closedAt?: Date | null
}

/** The code that an authenticator shows now. For the demonstration, and for tests. */
export const codeNow = (totpSecret: string): Promise<string> => createOTP(totpSecret).totp()

const discoveryOf = ({ issuer }: Provider) => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
const isClosed = (user: object) => Boolean((user as UserOut).closedAt)
const earlier = (end: Date, signedInAt: Date) =>
  new Date(Math.min(end.getTime(), signedInAt.getTime() + longestSeconds * 1000))
const refusal = (code: string) => new APIError('FORBIDDEN', { code, message: code })
const wrongPassword = () =>
  new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' })

function whomOf(user: object) {
  const { email, name, locale } = user as UserOut
  return { email, name, locale: locale === 'en' ? ('en' as const) : ('ko' as const) }
}

function withoutCookie(headers: Headers, name: string): void {
  const kept = (headers.get('cookie') ?? '')
    .split(/;\s*/)
    .filter(pair => pair !== '' && !pair.startsWith(`${name}=`))
    .join('; ')
  if (kept === '') headers.delete('cookie')
  else headers.set('cookie', kept)
}

function checkNeeds({
  secret,
  baseUrl,
  oidc = [],
}: Pick<SignInNeeds<SignInTables>, 'secret' | 'baseUrl' | 'oidc'>): void {
  if (secret.length < 32) throw new Error('the secret has fewer than 32 characters')
  if (new URL(baseUrl).origin !== baseUrl)
    throw new Error(`${baseUrl} is not an address without a path, such as https://ieum.example`)
  const ids = new Set<string>()
  for (const { id, issuer, domains } of oidc) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id === 'credential' || ids.has(id))
      throw new Error(`${id} is no id for a provider: kebab-case, and each once`)
    ids.add(id)
    const { protocol, hostname } = new URL(issuer)
    if (protocol !== 'https:' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
      throw new Error(`the provider ${id} has to be reached by https:`)
    if (domains.length === 0 || domains.some(domain => domain !== domain.toLowerCase() || domain.includes('@')))
      throw new Error(`the provider ${id} has no mail domains, or not in lower case without @`)
  }
}
