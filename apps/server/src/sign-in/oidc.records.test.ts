/** Through a real OpenID Connect provider, over HTTP, every redirect followed by hand. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describeInBothHomes } from '@ieum/storage/testing'
import type { Kysely } from 'kysely'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createApp } from '../app.ts'
import { needsForTests } from '../in-process.ts'
import { type Serving, serve } from '../serve.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import type { SignInTables } from './tables.ts'

const password = 'a long enough password'

interface Claims {
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

// It says of itself that a provider set up like this is for tests, which this one is; whatever else is said is heard.
for (const level of ['info', 'warn'] as const) {
  const say = console[level].bind(console)
  vi.spyOn(console, level).mockImplementation((...said) => {
    if (!/oidc-provider (NOTICE|WARNING): /.test(String(said[0]))) say(...said)
  })
}

/** The agency's provider: whoever says a login is signed in, with the claims that stand for it here. */
async function startProvider(people: Map<string, Claims>, redirect: () => string, port = 0) {
  const server = createServer()
  await new Promise<void>(ready => server.listen(port, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const asked: URL[] = []
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'ieum', client_secret: 'shared with ieum', redirect_uris: [redirect()] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['a key for tests'] },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people.get(id) }) }),
    features: { devInteractions: { enabled: true } },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    asked.push(new URL(request.url!, issuer))
    void answer(request, response)
  })
  return {
    issuer,
    asked,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** A browser of few means: cookies by host, no redirect followed unseen. */
class Walker {
  readonly jars = new Map<string, Map<string, string>>()

  async ask(to: string, { method = 'GET', body, type }: { method?: string; body?: string; type?: string } = {}) {
    const { origin } = new URL(to)
    const jar = this.jars.get(origin) ?? new Map<string, string>()
    this.jars.set(origin, jar)
    const answer = await fetch(to, {
      method,
      redirect: 'manual',
      headers: {
        ...(jar.size > 0 && { cookie: [...jar].map(pair => pair.join('=')).join('; ') }),
        ...(method === 'POST' && { origin, 'content-type': type! }),
      },
      ...(body !== undefined && { body }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(cookie)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }

  json(to: string, body: object) {
    return this.ask(to, { method: 'POST', body: JSON.stringify(body), type: 'application/json' })
  }

  /** Goes on until a page of `home`, and answers with its address. Signs in as `login` where the provider asks. */
  async walk(from: string, home: string, login: string): Promise<URL> {
    let to = from
    for (let step = 0; step < 20; step++) {
      const at = new URL(to)
      if (at.origin === home && !at.pathname.startsWith('/api/')) return at
      let answer = await this.ask(to)
      if (answer.status === 200) {
        const text = await answer.text()
        const action = /action="([^"]+)"/.exec(text)?.[1]
        const prompt = /name="prompt" value="([^"]+)"/.exec(text)?.[1]
        if (!action || !prompt) throw new Error(`no form at ${to}: ${text.slice(0, 500)}`)
        const body = new URLSearchParams({ prompt, login, password: 'any' }).toString()
        answer = await this.ask(new URL(action, to).href, {
          method: 'POST',
          body,
          type: 'application/x-www-form-urlencoded',
        })
      }
      const next = answer.headers.get('location')
      if (!next) throw new Error(`${answer.status} at ${to}: ${(await answer.text()).slice(0, 500)}`)
      to = new URL(next, to).href
    }
    throw new Error(`still walking at ${to}`)
  }
}

const inProcess = async (signIn: SignIn) => {
  const app = createApp({ ...(await needsForTests()), signIn })
  return {
    post: (path: string, body: object) =>
      app.request(`/api/sign-in/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
  }
}

const freePort = async () => {
  const server = createServer()
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}

describeInBothHomes('signing in through an agency’s provider', open => {
  const people = new Map<string, Claims>()
  const invited = new Set<string>()
  let database: { kysely: Kysely<SignInTables> }
  let provider: Awaited<ReturnType<typeof startProvider>>
  let signIn: SignIn
  let serving: Serving & { is: 'serving' }
  let home = ''

  beforeAll(async () => {
    const port = await freePort()
    home = `http://127.0.0.1:${port}`
    provider = await startProvider(people, () => `${home}/api/sign-in/callback/tipa`)
    signIn = createSignIn({
      kysely: open().kysely,
      secret: 'a secret of more than thirty-two signs',
      baseUrl: home,
      mail: async () => {},
      demonstration: true,
      oidc: [
        {
          id: 'tipa',
          name: '중소기업기술정보진흥원',
          issuer: provider.issuer,
          clientId: 'ieum',
          clientSecret: 'shared with ieum',
          domains: ['tipa.example'],
        },
      ],
      // Asks the database by itself, as the real one will: it must not wait for a transaction of signing in.
      mayJoin: async email => {
        await database.kysely.selectFrom('person').select('id').execute()
        return invited.has(email)
      },
      report: () => {},
    })
    database = signIn
    const started = await serve({ ...(await needsForTests()), signIn }, { port, host: '127.0.0.1' })
    if (started.is !== 'serving') throw new Error(started.is)
    serving = started
  })
  afterAll(async () => {
    await serving?.close()
    await provider?.close()
  })
  beforeEach(() => {
    people.clear()
    invited.clear()
    provider.asked.length = 0
  })

  const begin = async (walker: Walker, to = '/desk') =>
    (await (await walker.json(`${home}/api/sign-in/with/tipa`, { to })).json()) as { is: string; to: string }
  const come = async (login: string, claims: Claims, walker = new Walker()) => {
    people.set(login, claims)
    const { to } = await begin(walker)
    const at = await walker.walk(to, home, login)
    const me = (await (await walker.ask(`${home}/api/sign-in/me`)).json()) as { is: string; person?: object }
    return { at: at.pathname + at.search, me, walker }
  }
  const persons = () => database.kysely.selectFrom('person').select('email').orderBy('email').execute()

  it('offers the provider, and asks it with PKCE, state and nonce', async () => {
    const walker = new Walker()
    expect(await (await walker.ask(`${home}/api/sign-in/me`)).json()).toEqual({
      is: 'nobody',
      providers: [{ id: 'tipa', name: '중소기업기술정보진흥원' }],
    })
    const { is, to } = await begin(walker)
    const asked = new URL(to).searchParams
    expect([is, new URL(to).origin, asked.get('code_challenge_method')]).toEqual(['go', provider.issuer, 'S256'])
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)!.length).toBeGreaterThan(20)
    expect(asked.get('scope')!.split(' ')).toEqual(expect.arrayContaining(['openid', 'email']))
  })

  it('lets in who was invited, as one who passed a second factor, and knows them again', async () => {
    invited.add('lee@tipa.example')
    const first = await come('lee', { email: 'Lee@tipa.example', email_verified: true, name: '이주무관' })
    expect([first.at, first.me.is]).toEqual(['/desk', 'signed in'])
    expect(first.me.person).toMatchObject({
      email: 'lee@tipa.example',
      name: '이주무관',
      secondFactor: true,
      by: 'oidc:tipa',
    })
    const again = await come('lee', { email: 'lee@tipa.example', email_verified: true, name: '이주무관' })
    expect(again.me.person).toMatchObject({ id: (first.me.person as { id: string }).id })
    const [session] = await database.kysely.selectFrom('sign_in_session').select('ip_address').execute()
    expect(session?.ip_address).toBe('127.0.0.1')
    const kept = await database.kysely.selectFrom('credential').selectAll().where('account_id', '=', 'lee').execute()
    expect(kept).toMatchObject([{ provider_id: 'tipa', access_token: null, refresh_token: null, id_token: null }])
  })

  it('joins the provider to the person who is here with the same, confirmed address', async () => {
    const seeding = await signIn.seedPerson({ email: 'kim@tipa.example', name: '김주무관', password })
    const { at, me } = await come('kim', { email: 'kim@tipa.example', email_verified: true, name: '김' })
    expect([at, me.person]).toEqual([
      '/desk',
      expect.objectContaining({ id: (seeding as { id: string }).id, name: '김주무관' }),
    ])
  })

  it('refuses a stranger, and makes no person of them', async () => {
    const before = await persons()
    const { at, me } = await come('stranger', { email: 'stranger@tipa.example', email_verified: true, name: '누구' })
    expect([at, me.is]).toEqual(['/sign-in?error=not-invited', 'nobody'])
    expect(await persons()).toEqual(before)
  })

  it.each<[string, Claims, string]>([
    [
      'an address that the provider has not verified',
      { email: 'park@tipa.example', email_verified: false },
      'email-not-verified',
    ],
    ['an address of which it does not say so', { email: 'park@tipa.example' }, 'email-not-verified'],
    ['an address of another agency', { email: 'park@other.example', email_verified: true }, 'wrong-domain'],
    ['an address under its domain', { email: 'park@sub.tipa.example', email_verified: true }, 'wrong-domain'],
    ['two addresses in one', { email: 'park@evil.example@tipa.example', email_verified: true }, 'wrong-domain'],
  ])('refuses %s, of a person who is here', async (_, claims, error) => {
    await signIn.seedPerson({ email: 'park@tipa.example', name: '박주무관', password })
    await signIn.seedPerson({ email: 'park@other.example', name: '박주무관', password })
    const { at, me } = await come(`park ${error}`, claims)
    expect([at, me.is]).toEqual([`/sign-in?error=${error}`, 'nobody'])
  })

  it('joins no one to an address that was never confirmed here: whoever typed it first may be another', async () => {
    await signIn.seedPerson({ email: 'choi@tipa.example', name: '최', password })
    await database.kysely
      .updateTable('person')
      .set({ email_verified: false })
      .where('email', '=', 'choi@tipa.example')
      .execute()
    const { at, me } = await come('choi', { email: 'choi@tipa.example', email_verified: true })
    expect([at, me.is]).toEqual(['/sign-in?error=not-confirmed-here', 'nobody'])
  })

  it('refuses who left', async () => {
    await signIn.seedPerson({ email: 'gone@tipa.example', name: '고', password })
    await database.kysely
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('email', '=', 'gone@tipa.example')
      .execute()
    const { at, me } = await come('gone', { email: 'gone@tipa.example', email_verified: true })
    expect([at, me.is]).toEqual(['/sign-in?error=closed', 'nobody'])
  })

  it('takes an answer only in the browser that asked, and once', async () => {
    invited.add('han@tipa.example')
    people.set('han', { email: 'han@tipa.example', email_verified: true, name: '한' })
    const asking = new Walker()
    const { to } = await begin(asking)
    let back = to
    for (let step = 0; !back.startsWith(`${home}/api/sign-in/callback`); step++) {
      if (step > 15) throw new Error(back)
      let answer = await asking.ask(back)
      if (answer.status === 200) {
        const text = await answer.text()
        const prompt = /name="prompt" value="([^"]+)"/.exec(text)![1]!
        const body = new URLSearchParams({ prompt, login: 'han', password: 'any' }).toString()
        answer = await asking.ask(new URL(/action="([^"]+)"/.exec(text)![1]!, back).href, {
          method: 'POST',
          body,
          type: 'application/x-www-form-urlencoded',
        })
      }
      back = new URL(answer.headers.get('location')!, back).href
    }
    const other = await new Walker().ask(back)
    expect([other.status, other.headers.get('location')]).toEqual([302, '/sign-in?error=failed'])
    expect(other.headers.getSetCookie().join()).not.toContain('session_token=')
    const replayed = await asking.ask(back)
    expect(replayed.headers.get('location')).toMatch(/^\/sign-in\?error=failed$|\/desk$/)
    const third = await asking.ask(back)
    expect(third.headers.get('location')).toBe('/sign-in?error=failed')
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'desk', '/a b'])(
    'comes back to no page like %s',
    async to => {
      const answer = await new Walker().json(`${home}/api/sign-in/with/tipa`, { to })
      expect(answer.status).toBe(422)
    },
  )

  it('says when the provider does not answer, lets passwords in meanwhile, and finds it once it is there', async () => {
    const port = await freePort()
    const away = createSignIn({
      kysely: open().kysely,
      secret: 'a secret of more than thirty-two signs',
      baseUrl: home,
      mail: async () => {},
      demonstration: true,
      oidc: [
        {
          id: 'late',
          name: '늦은 기관',
          issuer: `http://127.0.0.1:${port}`,
          clientId: 'ieum',
          clientSecret: 'x',
          domains: ['late.example'],
        },
      ],
      report: () => {},
    })
    const { post } = await inProcess(away)
    const asked = await post('with/late', {})
    expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '30'])
    await away.seedPerson({ email: 'kim@late.example', name: '김', password })
    expect((await post('password', { email: 'kim@late.example', password })).status).toBe(200)
    const late = await startProvider(people, () => `${home}/api/sign-in/callback/late`, port)
    expect((await post('with/late', {})).status).toBe(200)
    await late.close()
  })

  it('waits for no provider that takes a connection and then says nothing', async () => {
    const silent = createServer(() => {})
    await new Promise<void>(ready => silent.listen(0, '127.0.0.1', ready))
    const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
    const beside = createSignIn({
      kysely: open().kysely,
      secret: 'a secret of more than thirty-two signs',
      baseUrl: home,
      mail: async () => {},
      demonstration: true,
      oidc: [
        {
          id: 'silent',
          name: '말 없는 기관',
          issuer,
          clientId: 'ieum',
          clientSecret: 'x',
          domains: ['silent.example'],
        },
      ],
      report: () => {},
    })
    const { post } = await inProcess(beside)
    await beside.seedPerson({ email: 'kim@silent.example', name: '김', password })
    const begun = performance.now()
    const asked = post('with/silent', {})
    expect((await post('password', { email: 'kim@silent.example', password })).status).toBe(200)
    expect(performance.now() - begun).toBeLessThan(4_000)
    expect((await asked).status).toBe(503)
    silent.closeAllConnections()
    silent.close()
  })

  it('knows no other provider', async () => {
    expect((await new Walker().json(`${home}/api/sign-in/with/google`, {})).status).toBe(404)
    expect((await new Walker().ask(`${home}/api/sign-in/callback/google?code=x&state=y`)).status).toBe(404)
  })

  it.each(['', '?code=x', '?code=x&state=y', '?error=access_denied', '?state=%00', '?code=x&state=y&code=z'])(
    'never breaks at an answer like %s',
    async query => {
      const answer = await new Walker().ask(`${home}/api/sign-in/callback/tipa${query}`)
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sign-in?error=failed'])
    },
  )
})
