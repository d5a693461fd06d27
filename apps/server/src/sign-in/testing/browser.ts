/** A browser's cookies and an app with sign-in, for tests. */
import type { Database } from '@ieum/storage'
import { createApp } from '../../app.ts'
import { needsForTests } from '../../in-process.ts'
import type { Letter } from '../letters.ts'
import { createSignIn, type SignIn, type SignInNeeds } from '../sign-in.ts'

export const page = 'http://localhost:8080'

export interface TestSignIn {
  readonly signIn: SignIn
  readonly letters: Letter[]
  readonly app: ReturnType<typeof createApp>
  readonly browser: () => Browser
}

export async function signInForTests(
  { kysely }: Pick<Database, 'kysely'>,
  over: Partial<Omit<SignInNeeds<unknown>, 'kysely'>> = {},
): Promise<TestSignIn> {
  const letters: Letter[] = []
  const signIn = createSignIn({
    kysely,
    secret: 'a secret of more than thirty-two signs',
    baseUrl: page,
    mail: async letter => {
      letters.push(letter)
    },
    demonstration: true,
    report: error => {
      throw error
    },
    ...over,
  })
  const app = createApp({ ...(await needsForTests()), signIn, trustedProxies: ['127.0.0.1'] })
  return { signIn, letters, app, browser: () => new Browser(app, over.baseUrl ?? page) }
}

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

/** Keeps cookies as a browser does; asks the app without a network. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #app: ReturnType<typeof createApp>
  readonly #page: string
  /** Whence the app believes the request to come. */
  address = '203.0.113.7'

  constructor(app: ReturnType<typeof createApp>, page: string) {
    this.#app = app
    this.#page = page
  }

  get headers(): Headers {
    return new Headers(
      this.cookies.size > 0 ? { cookie: [...this.cookies].map(pair => pair.join('=')).join('; ') } : {},
    )
  }

  async post(path: string, body: object = {}, more: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, 'POST', JSON.stringify(body), { 'content-type': 'application/json', ...more })
  }

  get(path: string): Promise<Answer> {
    return this.#ask(path, 'GET', undefined, {})
  }

  async #ask(path: string, method: string, body: string | undefined, more: Record<string, string>): Promise<Answer> {
    const headers = this.headers
    headers.set('x-forwarded-for', this.address)
    headers.set('origin', this.#page)
    for (const [name, value] of Object.entries(more)) headers.set(name, value)
    const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
    const request = new Request(`${this.#page}/api/sign-in/${path}`, { method, headers, ...(body && { body }) })
    const answer = await this.#app.fetch(request, env)
    this.take(answer.headers)
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json().catch(() => ({}))) as Answer['body'],
    }
  }

  take(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      if (/;\s*max-age=0/i.test(cookie)) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}
