/** How the routes of signing in are put up: from pages of ours alone, in JSON, with what is wrong said field by field. */
import type { OpenAPIHono, RouteConfig, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Needs } from '../../needs.ts'
import { problem } from '../../problem.ts'
import type { Ask, SignIn } from '../../sign-in/sign-in.ts'
import { doorOf } from './door.ts'
import { noRecords, refuse } from './refusals.ts'

export type SignInApp = ReturnType<typeof signInApp>

/** Without `signIn` the addresses are described, and answer that no records are kept here. */
export function signInApp(app: OpenAPIHono, { signIn, trustedProxies = [] }: Needs) {
  const door = doorOf(trustedProxies)
  const asker = (c: Context, to: SignIn) => (ask: Omit<Ask, 'headers' | 'address'>) =>
    to.ask({ ...ask, headers: c.req.raw.headers, address: door.from(c) })
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

  return { get, post, door, asker }
}
