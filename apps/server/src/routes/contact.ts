/** How an agency is reached, kept by its administrator. */
import { createRoute, z } from '@hono/zod-openapi'
import { readContact, setContact } from '@ieum/services'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const tags = ['agency']
const params = z.object({ post: Id })
const way = z.enum(['desk', 'mail', 'table', 'installation']).openapi({
  description:
    'Where referrals are answered: here, by mail with a link of one use, by table, or at the agency’s own installation',
})

const ContactShape = z
  .object({
    way,
    mail: z.string().nullable(),
    webhookUrl: z.string().nullable(),
    installation: z.string().nullable(),
  })
  .openapi('Contact')

const read = createRoute({
  method: 'get',
  path: '/api/posts/{post}/contact',
  tags,
  summary: 'How the agency is reached',
  request: { params },
  responses: {
    200: { description: 'As it is kept', content: { 'application/json': { schema: ContactShape } } },
    ...problems(401, 403, 404),
  },
})

const set = createRoute({
  method: 'put',
  path: '/api/posts/{post}/contact',
  tags,
  summary: 'Set how the agency is reached',
  description:
    'Webhooks follow Standard Webhooks and carry the kind of news and the id of the case. The secret that they are signed with is answered once, when it is made.',
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            way,
            mail: z.string().max(254).nullish(),
            webhookUrl: z.string().max(2_000).nullish(),
            installation: z.string().max(100).nullish(),
            newSecret: z.boolean().optional().openapi({ description: 'A new secret in place of the one that stands' }),
          }),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'As it is kept now',
      content: {
        'application/json': {
          schema: ContactShape.extend({
            secret: z.string().nullable().openapi({ description: 'Told once, when there is a new one' }),
          }).openapi('ContactSet'),
        },
      },
    },
    ...problems(401, 403, 404, 409, 422),
  },
})

export function contactRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, read, async c => {
    const outcome = await readContact(needs, c.get('post'))
    switch (outcome.is) {
      case 'found':
        return c.json(outcome.contact, 200)
      case 'not allowed':
        return nothingHere(c)
    }
  })
  answers(app, set, async c => {
    const outcome = await setContact(needs, c.get('post'), c.req.valid('json'))
    switch (outcome.is) {
      case 'set':
        return c.json({ ...outcome.contact, secret: outcome.secret }, 200)
      case 'not allowed':
        return nothingHere(c)
      case 'wrong':
        return problem(c, {
          status: 422,
          title: 'The agency cannot be reached like this',
          fields: [{ field: `/${outcome.field}`, wrong: outcome.wrong }],
        })
    }
  })
}
