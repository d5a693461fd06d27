import { newSigningKey, signerOf } from '@ieum/services'
import { koreanCatalogue, on, sealer } from '@ieum/services/testing'
import { describeInBothHomes } from '@ieum/storage/testing'
import { beforeAll, expect, it } from 'vitest'
import { createApp, description } from './app.ts'
import { noPapers } from './desk/testing/desk-app-for.ts'
import { workHere } from './firm-work.ts'
import { publicRoutes } from './public-routes.ts'
import { createSignIn } from './sign-in/sign-in.ts'

const page = 'http://localhost:8080'
const id = '5f0c3f3e-6d0b-4b62-9d5a-0d5d6c1f6a01'
const password = 'a long enough word of mine'
/** What these look at before they look for who asks. */
const bodies: Readonly<Record<string, object>> = {
  'POST /api/sign-in/second-factor': { password },
  'POST /api/sign-in/second-factor/confirm': { code: '123456' },
  'POST /api/sign-in/second-factor/backup-codes': { password },
  'POST /api/sign-in/second-factor/remove': { password },
  'POST /api/sign-in/change-password': { password, next: `${password} anew` },
  'POST /api/sign-in/me': { name: 'Kim' },
  'POST /api/sign-in/code': { code: '123456' },
  'POST /api/sign-in/backup-code': { code: 'abcde-fghij' },
  'POST /api/keeper/administrators': { agency: 'tipa', email: 'kim@example.kr' },
}

/** None, and each kind there is, broken. */
const tokens: Readonly<Record<string, Record<string, string>>> = {
  none: {},
  'a cookie of a session that was made up': {
    cookie: 'better-auth.session_token=abc.def; __Secure-better-auth.session_token=abc.def',
  },
  'a cookie that is no token': { cookie: 'better-auth.session_token=%00; ieum.session_token=x' },
  'a bearer token': { authorization: `Bearer ${'x'.repeat(43)}` },
  'a token cut off': { authorization: 'Bearer ' },
  'another kind of token': { authorization: 'Basic YTpi' },
}

describeInBothHomes('C12 T13: who is not signed in', open => {
  let catalogue: Awaited<ReturnType<typeof koreanCatalogue>>
  beforeAll(async () => {
    catalogue = await koreanCatalogue()
  }, 60_000)

  async function everything() {
    const database = open()
    const report = (error: Error) => {
      throw error
    }
    const signIn = createSignIn({
      kysely: database.kysely,
      secret: 'a secret of more than thirty-two signs',
      baseUrl: page,
      mail: async () => undefined,
      report,
    })
    const shared = { catalogue, work: workHere(catalogue), today: () => on, report }
    const signer = await signerOf(await newSigningKey())
    const app = createApp({
      ...shared,
      signIn,
      desk: { ...shared, database, signer, sealer, papers: noPapers, personOf: headers => signIn.personOf(headers) },
    })
    const routes = Object.entries(app.getOpenAPI31Document(description).paths ?? {}).flatMap(([path, operations]) =>
      Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`),
    )
    const call = (route: string, headers: Record<string, string>) => {
      const [method = '', path = ''] = route.split(' ')
      return app.request(`${page}${path.replaceAll(/\{\w+\}/g, id)}`, {
        method,
        headers: { origin: page, ...(method !== 'GET' && { 'content-type': 'application/json' }), ...headers },
        ...(method !== 'GET' && { body: JSON.stringify(bodies[route] ?? {}) }),
      })
    }
    return { routes, call }
  }

  it('is asked to sign in at every route that is not public, whatever token he shows', async () => {
    const { routes, call } = await everything()
    const closed = routes.filter(route => !(route in publicRoutes))
    expect(closed.length).toBeGreaterThan(70)
    const open: string[] = []
    for (const route of closed)
      for (const [token, headers] of Object.entries(tokens)) {
        const { status } = await call(route, headers)
        if (status !== 401) open.push(`${route} with ${token}: ${status}`)
      }
    expect(open).toEqual([])
  }, 120_000)

  it('is not asked to at those that are, all of which there are', async () => {
    const { routes, call } = await everything()
    expect(Object.keys(publicRoutes).filter(route => !routes.includes(route))).toEqual([])
    for (const route of Object.keys(publicRoutes))
      expect([route, (await call(route, {})).status]).not.toEqual([route, 401])
  }, 60_000)
})
