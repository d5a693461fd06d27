/** A closed list of addresses for signing in, each described; nothing else of better-auth can be reached. */
import { createRoute, z } from '@hono/zod-openapi'
import { NameShape } from '../../desk/described.ts'
import { problems } from '../../problem.ts'
import { longestPassword, shortestPassword } from '../../sign-in/password.ts'

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

export const me = createRoute({
  method: 'get',
  path: '/api/sign-in/me',
  tags: ['sign-in'],
  summary: 'Who is signed in',
  responses: {
    200: { description: 'The person, or nobody', content: { 'application/json': { schema: Me } } },
    ...problems(404),
  },
})

export const callback = createRoute({
  method: 'get',
  path: '/api/sign-in/callback/{provider}',
  tags: ['sign-in'],
  summary: 'The way back from an agency’s provider',
  description:
    'Answers with the page that was asked for, or with `/sign-in?error=` and one of `not-invited`, `email-not-verified`, `wrong-domain`, `not-confirmed-here`, `closed`, `declined`, `failed`.',
  request: { params: z.object({ provider: z.string() }) },
  responses: { 302: { description: 'To a page' }, ...problems(404) },
})

export const join = posting({
  path: 'join',
  summary: 'Joins by e-mail and password',
  description: 'A letter with a link goes to the address. Answers alike whether the address is known or not.',
  body: z.strictObject({ email: Email, name: Name, password: NewPassword, locale: Locale.optional() }).openapi('Join'),
  answer: answers('letter sent'),
})
export const confirm = posting({
  path: 'confirm',
  summary: 'Confirms an e-mail address by the token of the letter',
  body: z.strictObject({ token: Token }),
  answer: answers('confirmed'),
})
export const confirmAgain = posting({
  path: 'confirm-again',
  summary: 'Asks for the letter once more',
  body: z.strictObject({ email: Email }),
  answer: answers('letter sent'),
})
export const byPassword = posting({
  path: 'password',
  summary: 'Signs in by e-mail and password',
  description:
    'After `second factor needed`, a code completes it within ten minutes. Any session of this browser before it ends.',
  body: z.strictObject({ email: Email, password: Password }),
  answer: answers('signed in', 'second factor needed'),
})
export const code = posting({
  path: 'code',
  summary: 'Completes a sign-in by the code of an authenticator',
  body: z.strictObject({ code: Code }),
  answer: answers('signed in'),
})
export const backupCode = posting({
  path: 'backup-code',
  summary: 'Completes a sign-in by a backup code, which is then spent',
  body: z.strictObject({ code: z.string().trim().min(1).max(40) }),
  answer: answers('signed in'),
})
export const withProvider = posting({
  path: 'with/{provider}',
  summary: 'Begins a sign-in through an agency’s own provider',
  body: z.strictObject({ to: Page.optional() }),
  answer: z.object({ is: z.literal('go'), to: z.url() }),
  mayBeAway: true,
})
export const forgot = posting({
  path: 'forgot',
  summary: 'Asks for a letter to choose a new password',
  description: 'Answers alike whether the address is known or not.',
  body: z.strictObject({ email: Email }),
  answer: answers('letter sent'),
})
export const reset = posting({
  path: 'reset',
  summary: 'Chooses a new password by the token of the letter; ends every session of the person',
  body: z.strictObject({ token: Token, password: NewPassword }),
  answer: answers('changed'),
})
export const changePassword = posting({
  path: 'change-password',
  summary: 'Changes the password; ends every other session',
  body: z.strictObject({ password: Password, next: NewPassword }),
  answer: answers('changed'),
})
export const enrol = posting({
  path: 'second-factor',
  summary: 'Begins to enrol an authenticator',
  description:
    'It counts only when a code has been given to `second-factor/confirm`. The backup codes are shown this once.',
  body: z.strictObject({ password: Password }),
  answer: z.object({ is: z.literal('to confirm'), uri: z.string(), backupCodes: z.array(z.string()) }),
})
export const enrolled = posting({
  path: 'second-factor/confirm',
  summary: 'Enrols the authenticator by a first code',
  body: z.strictObject({ code: Code }),
  answer: answers('enrolled'),
})
export const backupCodes = posting({
  path: 'second-factor/backup-codes',
  summary: 'Makes new backup codes; the old ones are void',
  body: z.strictObject({ password: Password }),
  answer: z.object({ is: z.literal('made'), backupCodes: z.array(z.string()) }),
})
export const removeFactor = posting({
  path: 'second-factor/remove',
  summary: 'Removes the second factor',
  body: z.strictObject({ password: Password }),
  answer: answers('removed'),
})
export const change = posting({
  path: 'me',
  summary: 'Changes one’s own name or language',
  body: z.strictObject({ name: Name.optional(), locale: Locale.optional() }),
  answer: answers('changed'),
})
export const out = posting({
  path: 'out',
  summary: 'Signs out: the session is dead when this answers',
  body: z.strictObject({}),
  answer: answers('signed out'),
})
export const outEverywhere = posting({
  path: 'out-everywhere',
  summary: 'Ends every session of the person',
  body: z.strictObject({}),
  answer: answers('signed out'),
})
