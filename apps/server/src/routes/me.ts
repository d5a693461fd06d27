/** Oneself: in which capacities one may act, and asking for another. */
import { createRoute, z } from '@hono/zod-openapi'
import type { FirmNumber } from '@ieum/desk'
import {
  askToActFor,
  capacitiesOf,
  confirmFirm,
  declineInvitation,
  invitationsOf,
  takeUpInvitation,
} from '@ieum/services'
import type { Role } from '@ieum/storage'
import { answer, done, json, NameShape } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { WordsShape } from '../schemas.ts'

const tags = ['me']

export const RoleShape = z
  .enum([
    'desk-officer',
    'programme-owner',
    'approver',
    'agency-administrator',
    'secretary',
    'auditor',
  ] satisfies Role[])
  .openapi('Role')

const MeShape = z
  .object({
    person: z.object({
      id: z.string(),
      email: z.string(),
      name: z.string(),
      locale: z.enum(['ko', 'en']),
      secondFactor: z.boolean().openapi({ description: 'Whether this session may take up posts' }),
    }),
    posts: z.array(
      z.object({ post: Id, agency: z.string(), role: RoleShape, programmes: z.array(z.string()), name: WordsShape }),
    ),
    firms: z.array(
      z.object({ firm: Id, role: z.enum(['firm-member', 'adviser']), name: z.string(), number: z.string() }),
    ),
    invitations: z.array(
      z.object({ id: Id, agency: z.string(), role: RoleShape, name: WordsShape, until: z.iso.datetime() }),
    ),
    demonstration: z.boolean().openapi({ description: 'Everything here is made up' }),
  })
  .openapi('Capacities')

const me = createRoute({
  method: 'get',
  path: '/api/me',
  tags,
  summary: 'Who is signed in, and for which posts and firms',
  responses: { 200: answer('Open posts, firms and invitations', MeShape), ...problems(401) },
})

const takeUp = createRoute({
  method: 'post',
  path: '/api/me/invitations/{invitation}',
  tags,
  summary: 'Takes up the post that one was invited to',
  request: { params: z.object({ invitation: Id }) },
  responses: {
    200: answer('The post', z.object({ is: z.literal('taken up'), post: Id })),
    ...problems(401, 404, 409, 422),
  },
})

const decline = createRoute({
  method: 'post',
  path: '/api/me/invitations/{invitation}/decline',
  tags,
  summary: 'Declines the post that one was invited to',
  description: 'The invitation is over, and those who administer the agency are told.',
  request: { params: z.object({ invitation: Id }) },
  responses: { 200: answer('Told', done('declined')), ...problems(401, 404, 422) },
})

const askForFirm = createRoute({
  method: 'post',
  path: '/api/me/firms',
  tags,
  summary: 'Asks to act for a firm, by its public number',
  description:
    'The answer is the same whether the firm is known here or not; what comes of it is told by mail. Five a day of one person.',
  request: {
    body: json(
      z
        .strictObject({
          number: z.string().min(1).max(40).openapi({ example: '999-81-00015' }),
          name: NameShape(100),
          kind: z
            .enum(['member', 'adviser'])
            .openapi({ description: 'Of the firm itself, or whom it lets act for it' }),
        })
        .openapi('FirmToActFor'),
    ),
  },
  responses: { 202: answer('It goes on by mail', done('asked')), ...problems(401, 422, 429) },
})

const confirm = createRoute({
  method: 'post',
  path: '/api/me/firms/confirm',
  tags,
  summary: 'Registers a firm that is new here, by the token of the letter',
  request: {
    body: json(
      z.strictObject({
        token: z
          .string()
          .max(100)
          .regex(/^[\w-]+$/),
      }),
    ),
  },
  responses: {
    200: answer(
      'The firm, or that its members were asked since someone else was quicker',
      z.object({ is: z.enum(['confirmed', 'members asked']), firm: Id.optional() }),
    ),
    ...problems(401, 404, 422),
  },
})

export function meRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, me, async c => {
    const person = c.get('person')
    const { posts, firms } = await capacitiesOf(needs, person)
    const invitations = await invitationsOf(needs, { person, on: needs.today() })
    const { id, email, name, locale, secondFactor } = person
    return c.json(
      {
        person: { id, email, name, locale, secondFactor },
        posts: posts.map(({ is: _, ...post }) => post),
        firms: firms.map(({ is: _, ...firm }) => firm),
        invitations,
        demonstration: needs.demonstration ?? false,
      },
      200,
    )
  })

  answers(app, takeUp, async c => {
    const me = { person: c.get('person'), on: needs.today() }
    const outcome = await takeUpInvitation(needs, me, c.req.valid('param').invitation)
    switch (outcome.is) {
      case 'taken up':
        return c.json(outcome, 200)
      case 'no such invitation':
        return nothingHere(c)
      case 'another administrator must':
        return problem(c, { status: 409, code: 'not-yourself', title: 'Nobody appoints himself to such a post' })
    }
  })

  answers(app, decline, async c => {
    const me = { person: c.get('person'), on: needs.today() }
    const outcome = await declineInvitation(needs, me, c.req.valid('param').invitation)
    return outcome.is === 'no such invitation' ? nothingHere(c) : c.json(outcome, 200)
  })

  answers(app, askForFirm, async c => {
    const outcome = await askToActFor(needs, { person: c.get('person'), on: needs.today() }, c.req.valid('json'))
    switch (outcome.is) {
      case 'asked':
        return c.json(outcome, 202)
      case 'no such number':
        return problem(c, {
          status: 422,
          title: 'The number of the firm is not right',
          fields: [{ field: '/number', wrong: wrongIn(outcome.why, needs) }],
        })
      case 'too many':
        c.header('retry-after', String(outcome.seconds))
        return problem(c, {
          status: 429,
          code: 'enough-for-today',
          title: 'Enough firms were asked for today',
          detail: 'Ask again tomorrow.',
        })
    }
  })

  answers(app, confirm, async c => {
    const me = { person: c.get('person'), on: needs.today() }
    const outcome = await confirmFirm(needs, me, c.req.valid('json').token)
    return outcome.is === 'no such request' ? nothingHere(c) : c.json(outcome, 200)
  })
}

function wrongIn(
  why: Exclude<FirmNumber, { is: 'number' }> | { readonly is: 'only noughts' },
  { catalogue }: Pick<DeskNeeds, 'catalogue'>,
): string {
  const { digits = 0, written = '' } = catalogue.rulebook.identifiers?.firm ?? {}
  switch (why.is) {
    case 'wrong length':
      return `has ${why.digits} digits: ${digits} are needed, such as ${written}`
    case 'wrong characters':
      return `only digits and hyphens: what stands at place ${why.at + 1} is neither`
    case 'wrong check digit':
      return 'is not a number that is given to firms: a digit is mistyped'
    case 'only noughts':
      return 'is not a number that is given to firms: all digits are 0'
  }
}
