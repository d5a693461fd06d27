/** The demonstration: who can be tried, and signing in as one of them with a click. Nothing of it is there in production. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { answer, done, json } from '../desk/described.ts'
import type { Needs } from '../needs.ts'
import { invalid, problem, problems } from '../problem.ts'
import { WordsShape } from '../schemas.ts'

const tags = ['demonstration']

const who = createRoute({
  method: 'get',
  path: '/api/demonstration',
  tags,
  summary: 'Whether this is the demonstration, and whom one can sign in as',
  responses: {
    200: answer(
      'Everyone in it is made up',
      z
        .object({
          is: z.enum(['demonstration', 'none']),
          roles: z.array(
            z.object({
              as: z.string(),
              name: z.string(),
              role: z.string(),
              agency: z.string().optional(),
              firm: z.string().optional().openapi({ description: 'A firm of examples/firms' }),
              firmName: WordsShape.optional(),
            }),
          ),
          lettersArePrinted: z
            .boolean()
            .openapi({ description: 'There is no mail server: every letter is printed where the server was started' }),
        })
        .openapi('Demonstration'),
    ),
  },
})

const SignInAs = z.strictObject({ as: z.string().min(1).max(100).openapi({ example: 'tipa-desk-officer' }) })

const signInAs = createRoute({
  method: 'post',
  path: '/api/demonstration/sign-in',
  tags,
  summary: 'Signs in as someone of the demonstration',
  description: 'The session counts as one with a second factor. Anywhere but in a demonstration there is nothing here.',
  request: { body: json(SignInAs) },
  responses: { 200: answer('A cookie was set', done('signed in')), ...problems(403, 404, 422) },
})

export function demonstrationRoutes(app: OpenAPIHono, { demonstration, signIn }: Needs): void {
  app.openAPIRegistry.registerPath(who)
  app.openAPIRegistry.registerPath(signInAs)
  app.get(who.path, c => {
    c.header('cache-control', 'no-store')
    return c.json(
      demonstration
        ? {
            is: 'demonstration',
            roles: demonstration.roles,
            lettersArePrinted: demonstration.lettersArePrinted ?? false,
          }
        : { is: 'none', roles: [], lettersArePrinted: false },
    )
  })
  app.post(signInAs.path, async c => {
    if (!demonstration || !signIn) return notThere(c)
    const origin = c.req.header('origin')
    if (origin !== undefined && !signIn.origins.includes(origin))
      return problem(c, { status: 403, title: 'Another site asked for this', code: 'foreign-page' })
    const read = SignInAs.safeParse(await c.req.json().catch(() => undefined))
    if (!read.success) return invalid(c, read.error)
    const answered = await demonstration.signInAs(read.data.as, {
      headers: c.req.raw.headers,
      address: 'demonstration',
    })
    if (!answered?.ok) return notThere(c)
    for (const cookie of answered.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
    return c.json({ is: 'signed in' })
  })
}

const notThere = (c: Context) => problem(c, { status: 404, title: 'There is nobody of that name here' })
