/** Decisions that one agency signs and another takes over, and the key by which they are checked. */
import { createRoute, z } from '@hono/zod-openapi'
import { type DecisionsOnFirm, decisionsOnFirm, revokeDecision, signDecision } from '@ieum/services'
import type { Context } from 'hono'
import { KeysShape } from '../desk/agreement-shapes.ts'
import { DecisionShape, DecisionsShape, DecisionToSignShape, RevocationShape } from '../desk/decision-shapes.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { faulty } from './agreements.ts'

const tags = ['decisions']
const ofPost = z.object({ post: Id })

const sign = createRoute({
  method: 'post',
  path: '/api/posts/{post}/decisions',
  tags,
  summary: 'Sign what the agency found of a firm that it supported',
  request: {
    params: ofPost,
    body: { required: true, content: { 'application/json': { schema: DecisionToSignShape } } },
  },
  responses: {
    201: { description: 'Signed', content: { 'application/json': { schema: DecisionShape } } },
    ...problems(401, 403, 404, 409, 422),
  },
})

const revoke = createRoute({
  method: 'post',
  path: '/api/posts/{post}/decisions/{decision}/revocation',
  tags,
  summary: 'Take a signed decision back: nobody takes it over from now on',
  request: {
    params: ofPost.extend({ decision: Id }),
    body: { required: true, content: { 'application/json': { schema: RevocationShape } } },
  },
  responses: { 204: { description: 'Taken back' }, ...problems(401, 403, 404, 409, 422) },
})

const seen = {
  200: { description: 'The newest first', content: { 'application/json': { schema: DecisionsShape } } },
  ...problems(401, 403, 404, 422),
}

const ofFirmAtPost = createRoute({
  method: 'get',
  path: '/api/posts/{post}/firms/{firm}/decisions',
  tags,
  summary: 'Decisions on a firm: one’s own, and those that a link takes over, each with its signature checked',
  request: { params: ofPost.extend({ firm: Id }) },
  responses: seen,
})

const ofFirm = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/decisions',
  tags,
  summary: 'Every decision on the firm, for itself',
  request: { params: z.object({ firm: Id }) },
  responses: seen,
})

const keys = createRoute({
  method: 'get',
  path: '/api/keys',
  tags,
  summary: 'The public keys that signatures of this installation are checked with, the newest first',
  responses: { 200: { description: 'A JWK set', content: { 'application/json': { schema: KeysShape } } } },
})

export function decisionRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, sign, async c => {
    const outcome = await signDecision(needs, c.get('post'), c.req.valid('json'))
    switch (outcome.is) {
      case 'signed':
        return c.json(outcome.decision, 201)
      case 'no such firm':
        return nothingHere(c)
      case 'faulty':
        return faulty(c, outcome.fields)
      case 'not yours to decide':
        return problem(c, {
          status: 409,
          code: 'not-yours-to-decide',
          title: 'This is not for your agency to decide',
          detail:
            'Sign on a programme of your own that supported the firm, or on what a link in force takes over from you.',
        })
    }
  })
  answers(app, revoke, async c => {
    const outcome = await revokeDecision(needs, c.get('post'), { ...c.req.valid('param'), ...c.req.valid('json') })
    switch (outcome.is) {
      case 'revoked':
        return c.body(null, 204)
      case 'no such decision':
        return nothingHere(c)
      case 'revoked before':
        return problem(c, { status: 409, code: 'taken-back-before', title: 'It was taken back before' })
    }
  })
  answers(app, ofFirmAtPost, async c =>
    shown(c, await decisionsOnFirm(needs, c.get('post'), c.req.valid('param').firm)),
  )
  answers(app, ofFirm, async c => shown(c, await decisionsOnFirm(needs, c.get('firm'), c.req.valid('param').firm)))
  answers(app, keys, c => c.json({ keys: [needs.signer.publicJwk, ...needs.signer.formerJwks] } as never, 200))
}

const shown = (c: Context, outcome: DecisionsOnFirm): Response =>
  outcome.is === 'decisions' ? c.json({ decisions: outcome.decisions }, 200) : nothingHere(c)
