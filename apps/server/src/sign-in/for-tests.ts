/** A database, a browser's cookies and an app with sign-in, for tests. */
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { createApp } from '../app.ts'
import { needsForTests } from '../in-process.ts'
import type { Letter } from './letters.ts'
import { createSignIn, type SignIn, type SignInNeeds } from './sign-in.ts'
import type { SignInTables } from './tables.ts'

export interface TestDatabase {
  readonly kysely: Kysely<SignInTables>
  readonly close: () => Promise<void>
}

const postgres15 = '/usr/lib/postgresql/15/bin'
export const homes: readonly ('PGlite' | 'PostgreSQL 15')[] = existsSync(postgres15)
  ? ['PGlite', 'PostgreSQL 15']
  : ['PGlite']

/** Stands in until packages/storage opens both. */
export async function databaseForTests(home: (typeof homes)[number]): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'ieum-sign-in-'))
  const stop = home === 'PGlite' ? await startPglite(folder) : startPostgres(folder)
  const pool = new pg.Pool({
    host: folder,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    max: home === 'PGlite' ? 1 : 10,
    connectionTimeoutMillis: 5_000,
  })
  const kysely = new Kysely<SignInTables>({ dialect: new PostgresDialect({ pool }) })
  const migration = join(import.meta.dirname, '../../../../packages/storage/migrations/0001-people.sql')
  await sql.raw(readFileSync(migration, 'utf8')).execute(kysely)
  return {
    kysely,
    close: async () => {
      await kysely.destroy()
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startPglite(folder: string): Promise<() => Promise<void>> {
  const db = await PGlite.create()
  const server = new PGLiteSocketServer({ db, path: join(folder, '.s.PGSQL.5432') })
  await server.start()
  return async () => {
    await server.stop()
    await db.close()
  }
}

/** PostgreSQL refuses to run as root; Debian's user for it is there with the package. */
function startPostgres(folder: string): () => Promise<void> {
  const root = process.getuid?.() === 0
  const id = (what: '-u' | '-g') => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }))
  const who = root ? { uid: id('-u'), gid: id('-g') } : {}
  if (root) chownSync(folder, id('-u'), id('-g'))
  const run = (program: string, ...parts: string[]) =>
    execFileSync(join(postgres15, program), parts, { ...who, cwd: folder, stdio: 'ignore' })
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const options = `-k ${folder} -c listen_addresses= -c fsync=off`
  run('pg_ctl', '-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start')
  return async () => {
    run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
  }
}

export const page = 'http://localhost:8080'

export interface TestSignIn {
  readonly signIn: SignIn
  readonly letters: Letter[]
  readonly app: ReturnType<typeof createApp>
  readonly browser: () => Browser
}

export async function signInForTests(
  { kysely }: TestDatabase,
  over: Partial<SignInNeeds<SignInTables>> = {},
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
