/** The posts of an agency: administrators open, name, fill and close them; a post owns its work, whoever holds it. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  appoint,
  changePost,
  closePost,
  type HandedOver,
  handOver,
  listPosts,
  openPost,
  relieve,
  takeBackInvitation,
  takeOffSecondFactor,
} from '@ieum/services'
import type { Context } from 'hono'
import { answer, done, json, NameShape, PersonId } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { WordsShape } from '../schemas.ts'
import { RoleShape } from './me.ts'

const tags = ['posts']
const ofPost = z.object({ post: Id })
const ofOther = ofPost.extend({ other: Id.openapi({ description: 'A post of the same agency' }) })
const NameToGive = z.strictObject({ ko: NameShape(80), en: NameShape(80) })
const Programmes = z
  .array(z.string().min(1).max(200))
  .max(300)
  .openapi({ description: 'Programmes of the agency that it looks after; none: all of them' })

const PostShape = z
  .object({
    id: Id,
    role: RoleShape,
    name: WordsShape,
    programmes: z.array(z.string()),
    closed: z.boolean(),
    holders: z.array(
      z.object({
        person: PersonId,
        name: z.string(),
        email: z.string().optional().openapi({ description: 'For administrators' }),
        since: z.iso.datetime(),
      }),
    ),
    invitations: z.array(z.object({ id: Id, email: z.string(), until: z.iso.datetime() })),
    open: z
      .object({
        sending: z.int().openapi({ description: 'Referrals sent from here that are not over' }),
        receiving: z.int().openapi({ description: 'Referrals to be answered here that are not over' }),
        overdue: z.int(),
        batches: z.int().openapi({ description: 'Batches of it that wait for a decision' }),
        programmes: z.array(z.string()).openapi({ description: 'Those by which these lie with the post' }),
        actions: z.int().openapi({ description: 'Of councils, that are still to be done or looked at' }),
        tasks: z.int().openapi({ description: 'Of councils, that are not over and that it owns' }),
        seats: z.int().openapi({ description: 'Of councils, that it holds' }),
      })
      .openapi({ description: 'What lies with the post, and would pass to its successor' }),
  })
  .openapi('Post')

const list = createRoute({
  method: 'get',
  path: '/api/posts/{post}/posts',
  tags,
  summary: 'Posts of one’s agency: who holds them, and how much lies with each',
  request: { params: ofPost, query: z.object({ closed: z.enum(['true', 'false']).optional() }) },
  responses: { 200: answer('The posts', z.object({ posts: z.array(PostShape) })), ...problems(401, 403, 404, 422) },
})

const open = createRoute({
  method: 'post',
  path: '/api/posts/{post}/posts',
  tags,
  summary: 'Opens a post',
  request: {
    params: ofPost,
    body: json(
      z.strictObject({ role: RoleShape, name: NameToGive, programmes: Programmes.default([]) }).openapi('PostToOpen'),
    ),
  },
  responses: { 201: answer('The post', z.object({ post: Id })), ...problems(401, 403, 404, 422) },
})

const change = createRoute({
  method: 'patch',
  path: '/api/posts/{post}/posts/{other}',
  tags,
  summary: 'Names a post anew, or changes what it looks after',
  request: {
    params: ofOther,
    body: json(z.strictObject({ name: NameToGive.optional(), programmes: Programmes.optional() })),
  },
  responses: { 200: answer('It is changed', done('changed')), ...problems(401, 403, 404, 422) },
})

const close = createRoute({
  method: 'post',
  path: '/api/posts/{post}/posts/{other}/close',
  tags,
  summary: 'Closes a post; its open work passes to a successor',
  request: { params: ofOther, body: json(z.strictObject({ successor: Id.optional() })) },
  responses: {
    200: answer('How many referrals passed on', z.object({ is: z.literal('closed'), referrals: z.int() })),
    ...problems(401, 403, 404, 409, 422),
  },
})

const hand = createRoute({
  method: 'post',
  path: '/api/posts/{post}/posts/{other}/hand-over',
  tags,
  summary: 'Passes the open work of a post to another, which stays open',
  request: { params: ofOther, body: json(z.strictObject({ to: Id })) },
  responses: {
    200: answer('How many referrals passed on', z.object({ is: z.literal('handed over'), referrals: z.int() })),
    ...problems(401, 403, 404, 422),
  },
})

const fill = createRoute({
  method: 'post',
  path: '/api/posts/{post}/posts/{other}/holders',
  tags,
  summary: 'Appoints a holder, or invites one who has not joined yet',
  request: { params: ofOther, body: json(z.strictObject({ email: z.email().max(254) })) },
  responses: {
    201: answer(
      'Who holds it now, or the invitation',
      z.object({ is: z.enum(['appointed', 'invited']), person: PersonId.optional(), invitation: Id.optional() }),
    ),
    ...problems(401, 403, 404, 409, 422),
  },
})

const empty = createRoute({
  method: 'delete',
  path: '/api/posts/{post}/posts/{other}/holders/{person}',
  tags,
  summary: 'Relieves a holder',
  request: { params: ofOther.extend({ person: PersonId }) },
  responses: { 200: answer('It shows them nothing any more', done('relieved')), ...problems(401, 403, 404, 409, 422) },
})

const takeOff = createRoute({
  method: 'delete',
  path: '/api/posts/{post}/posts/{other}/holders/{person}/second-factor',
  tags,
  summary: 'Takes off the second factor of a holder who has lost it; he enrols anew',
  request: { params: ofOther.extend({ person: PersonId }) },
  responses: {
    200: answer('He signs in with his password and enrols anew', done('taken off')),
    ...problems(401, 403, 404, 409, 422),
  },
})

const takeBack = createRoute({
  method: 'delete',
  path: '/api/posts/{post}/invitations/{invitation}',
  tags,
  summary: 'Takes an invitation back',
  request: { params: ofPost.extend({ invitation: Id }) },
  responses: { 200: answer('It is void', done('taken back')), ...problems(401, 403, 404, 422) },
})

export function postRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, list, async c => {
    const outcome = await listPosts(needs, c.get('post'), { closed: c.req.valid('query').closed === 'true' })
    return outcome.is === 'posts' ? c.json({ posts: outcome.posts }, 200) : nothingHere(c)
  })

  answers(app, open, async c => {
    const outcome = await openPost(needs, c.get('post'), c.req.valid('json'))
    switch (outcome.is) {
      case 'opened':
        return c.json({ post: outcome.post }, 201)
      case 'not allowed':
        return nothingHere(c)
      case 'not its programmes':
        return notItsProgrammes(c, outcome.programmes)
    }
  })

  answers(app, change, async c => {
    const { name, programmes } = c.req.valid('json')
    const changes = { ...(name && { name }), ...(programmes && { programmes }) }
    const outcome = await changePost(needs, c.get('post'), c.req.valid('param').other, changes)
    switch (outcome.is) {
      case 'changed':
        return c.json(outcome, 200)
      case 'no such post':
        return nothingHere(c)
      case 'not its programmes':
        return notItsProgrammes(c, outcome.programmes)
    }
  })

  answers(app, close, async c => {
    const outcome = await closePost(needs, c.get('post'), c.req.valid('param').other, c.req.valid('json').successor)
    switch (outcome.is) {
      case 'closed':
        return c.json(outcome, 200)
      case 'last administrator':
        return lastAdministrator(c)
      case 'last secretary':
        return problem(c, {
          status: 409,
          code: 'last-secretary',
          title: 'A council is not left without a secretary',
          detail: 'The agency keeps a council: open another post of a secretary first, or dissolve the council.',
        })
      case 'successor needed':
        return problem(c, {
          status: 409,
          code: 'successor-needed',
          title: 'A successor is needed',
          detail: `${outcome.referrals} open referrals, ${outcome.batches} batches that wait for a decision and ${outcome.actions} open actions of councils lie with this post: name the post that takes them over.`,
        })
      default:
        return notHandedOver(c, outcome, '/successor')
    }
  })

  answers(app, hand, async c => {
    const outcome = await handOver(needs, c.get('post'), c.req.valid('param').other, c.req.valid('json').to)
    return outcome.is === 'handed over' ? c.json(outcome, 200) : notHandedOver(c, outcome, '/to')
  })

  answers(app, fill, async c => {
    const outcome = await appoint(needs, c.get('post'), c.req.valid('param').other, c.req.valid('json').email)
    switch (outcome.is) {
      case 'appointed':
      case 'invited':
        return c.json(outcome, 201)
      case 'no such post':
        return nothingHere(c)
      case 'holds it already':
        return problem(c, { status: 409, code: 'holds-it-already', title: 'That person holds the post already' })
      case 'another administrator must':
        return problem(c, {
          status: 409,
          code: 'not-yourself',
          title: 'Nobody appoints himself to such a post',
          detail: 'A post that approves or watches is filled by another administrator.',
        })
    }
  })

  answers(app, empty, async c => {
    const { other, person } = c.req.valid('param')
    const outcome = await relieve(needs, c.get('post'), other, person)
    switch (outcome.is) {
      case 'relieved':
        return c.json(outcome, 200)
      case 'no such post':
      case 'does not hold it':
        return nothingHere(c)
      case 'last administrator':
        return lastAdministrator(c)
    }
  })

  answers(app, takeOff, async c => {
    const { other, person } = c.req.valid('param')
    const outcome = await takeOffSecondFactor(needs, c.get('post'), other, person)
    switch (outcome.is) {
      case 'taken off':
        return c.json(outcome, 200)
      case 'no such post':
      case 'does not hold it':
        return nothingHere(c)
      case 'another administrator must':
        return problem(c, {
          status: 409,
          code: 'not-your-own-factor',
          title: 'Nobody takes off his own second factor',
          detail: 'Another administrator of the agency does.',
        })
      case 'has none':
        return problem(c, { status: 409, code: 'has-no-factor', title: 'That person has no second factor' })
    }
  })

  answers(app, takeBack, async c => {
    const outcome = await takeBackInvitation(needs, c.get('post'), c.req.valid('param').invitation)
    return outcome.is === 'taken back' ? c.json(outcome, 200) : nothingHere(c)
  })
}

const notItsProgrammes = (c: Context, programmes: readonly string[]) =>
  problem(c, {
    status: 422,
    title: 'Not all of these are programmes of the agency',
    fields: [{ field: '/programmes', wrong: `not of this agency: ${programmes.join(', ').slice(0, 500)}` }],
  })

const lastAdministrator = (c: Context) =>
  problem(c, {
    status: 409,
    code: 'last-administrator',
    title: 'An agency is not left without an administrator',
    detail: 'Appoint another one first.',
  })

function notHandedOver(c: Context, outcome: Exclude<HandedOver, { is: 'handed over' }>, field: string): Response {
  switch (outcome.is) {
    case 'no such post':
      return nothingHere(c)
    case 'no such successor':
      return problem(c, {
        status: 422,
        code: 'successor-does-not-fit',
        title: 'There is no such successor',
        fields: [{ field, wrong: 'another open post of the same agency' }],
      })
    case 'successor does not look after':
      return problem(c, {
        status: 422,
        code: 'successor-does-not-fit',
        title: 'The successor does not look after this work',
        fields: [
          {
            field,
            wrong:
              outcome.programmes.length > 0
                ? `a desk officer or programme owner who looks after ${outcome.programmes.join(', ')}`
                : 'a desk officer, programme owner or secretary: it owns actions of councils',
          },
        ],
      })
  }
}
