/** Who acts for a firm: its members let in, refuse and let go. */
import { createRoute, z } from '@hono/zod-openapi'
import { letGo, letIn, listMembers, type RequestSettled, refuse } from '@ieum/services'
import type { Context } from 'hono'
import { answer, done, json, PersonId } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const tags = ['firm']
const ofFirm = z.object({ firm: Id })
const Kind = z.enum(['member', 'adviser'])
const RequestToSettle = z.strictObject({ request: Id })

const list = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/members',
  tags,
  summary: 'Who acts for the firm, and who asks to',
  request: { params: ofFirm },
  responses: {
    200: answer(
      'Members, advisers and open requests',
      z
        .object({
          members: z.array(
            z.object({ person: PersonId, name: z.string(), email: z.string(), kind: Kind, since: z.iso.datetime() }),
          ),
          requests: z.array(
            z.object({ id: Id, name: z.string(), email: z.string(), kind: Kind, askedAt: z.iso.datetime() }),
          ),
        })
        .openapi('FirmMembers'),
    ),
    ...problems(401, 404, 422),
  },
})

const take = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/members',
  tags,
  summary: 'Lets in who asked',
  request: { params: ofFirm, body: json(RequestToSettle) },
  responses: {
    201: answer('Who acts for the firm from now on', z.object({ is: z.literal('let in'), person: PersonId })),
    ...problems(401, 404, 422),
  },
})

const turnDown = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/members/refuse',
  tags,
  summary: 'Refuses who asked',
  request: { params: ofFirm, body: json(RequestToSettle) },
  responses: { 200: answer('It is told by mail', done('refused')), ...problems(401, 404, 422) },
})

const drop = createRoute({
  method: 'delete',
  path: '/api/firms/{firm}/members/{person}',
  tags,
  summary: 'Lets someone go; an adviser lays his own mandate down',
  request: { params: ofFirm.extend({ person: PersonId }) },
  responses: { 200: answer('They see nothing of the firm any more', done('let go')), ...problems(401, 404, 409, 422) },
})

export function firmRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, list, async c => {
    const outcome = await listMembers(needs, c.get('firm'))
    if (outcome.is === 'not allowed') return nothingHere(c)
    return c.json({ members: outcome.members, requests: outcome.requests }, 200)
  })

  answers(app, take, async c => settled(c, await letIn(needs, c.get('firm'), c.req.valid('json').request)))

  answers(app, turnDown, async c => settled(c, await refuse(needs, c.get('firm'), c.req.valid('json').request)))

  answers(app, drop, async c => {
    const outcome = await letGo(needs, c.get('firm'), c.req.valid('param').person)
    switch (outcome.is) {
      case 'let go':
        return c.json(outcome, 200)
      case 'no such member':
        return nothingHere(c)
      case 'last member':
        return problem(c, {
          status: 409,
          code: 'last-member',
          title: 'A firm is not left without a member',
          detail: 'Let another member in first.',
        })
    }
  })
}

function settled(c: Context, outcome: RequestSettled): Response {
  switch (outcome.is) {
    case 'let in':
      return c.json(outcome, 201)
    case 'refused':
      return c.json(outcome, 200)
    case 'no such request':
      return nothingHere(c)
  }
}
