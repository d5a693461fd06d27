/** The inbox: of oneself, and of a post. */
import { createRoute, z } from '@hono/zod-openapi'
import { type InboxOf, listNotices, readNotices } from '@ieum/services'
import { answers, type DeskApp } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problems } from '../problem.ts'

const tags = ['notices']

const NoticesShape = z
  .object({
    unread: z.int().min(0),
    notices: z.array(
      z.object({
        id: Id,
        kind: z.string().openapi({ example: 'referral.accept' }),
        at: z.iso.datetime(),
        read: z.boolean(),
        referral: z.object({ id: Id, number: z.string().nullable() }).nullable(),
        agreement: Id.nullable(),
        firm: Id.nullable().openapi({ description: 'Of one’s own news: the firm that it is about' }),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
    next: Id.nullable().openapi({ description: 'Ask for those before this one' }),
  })
  .openapi('Notices')

const query = z.strictObject({
  unread: z.enum(['true']).optional().openapi({ description: 'Only those not read yet' }),
  before: Id.optional(),
})
const body = {
  required: true,
  content: {
    'application/json': {
      schema: z.strictObject({
        notices: z.array(Id).max(500).optional().openapi({ description: 'All of the inbox when left out' }),
      }),
    },
  },
}
const listed = { description: 'Newest first, 50 at a time', content: { 'application/json': { schema: NoticesShape } } }
const marked = {
  description: 'How many were unread before',
  content: { 'application/json': { schema: z.object({ count: z.int().min(0) }) } },
}
const ofPost = z.object({ post: Id })

const mine = createRoute({
  method: 'get',
  path: '/api/me/notices',
  tags,
  summary: 'What I was told',
  request: { query },
  responses: { 200: listed, ...problems(401, 422) },
})
const readMine = createRoute({
  method: 'post',
  path: '/api/me/notices/read',
  tags,
  summary: 'Mark notices of mine as read',
  request: { body },
  responses: { 200: marked, ...problems(401, 422) },
})
const ofThePost = createRoute({
  method: 'get',
  path: '/api/posts/{post}/notices',
  tags,
  summary: 'What a post was told, whoever held it then',
  request: { params: ofPost, query },
  responses: { 200: listed, ...problems(401, 403, 404, 422) },
})
const readOfPost = createRoute({
  method: 'post',
  path: '/api/posts/{post}/notices/read',
  tags,
  summary: 'Mark notices of a post as read',
  request: { params: ofPost, body },
  responses: { 200: marked, ...problems(401, 403, 404, 422) },
})

export function noticeRoutes(app: DeskApp, needs: DeskNeeds): void {
  const list = async (of: InboxOf, { unread, before }: { unread?: 'true' | undefined; before?: string | undefined }) =>
    listNotices(needs, of, { unread: unread === 'true', ...(before && { before }) })
  const read = async (of: InboxOf, ids: readonly string[] | undefined) => {
    const { count } = await readNotices(needs, of, ids)
    return { count }
  }
  answers(app, mine, async c => c.json(await list({ person: c.get('person') }, c.req.valid('query')), 200))
  answers(app, readMine, async c => c.json(await read({ person: c.get('person') }, c.req.valid('json').notices), 200))
  answers(app, ofThePost, async c => {
    const { person, capacity } = c.get('post')
    return c.json(await list({ person, post: capacity.post }, c.req.valid('query')), 200)
  })
  answers(app, readOfPost, async c => {
    const { person, capacity } = c.get('post')
    return c.json(await read({ person, post: capacity.post }, c.req.valid('json').notices), 200)
  })
}
