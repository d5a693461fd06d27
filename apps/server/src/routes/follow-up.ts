/** What follows from decisions of councils: what is still to be done, the links that are asked for, and breaks on their way to an agenda. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  agendasFor,
  countActions,
  draftLinkForAction,
  type LinkForActionDrafted,
  type LinkStart,
  linkForAction,
  listActions,
} from '@ieum/services'
import type { Context } from 'hono'
import { FollowUpCountsShape, FollowUpShape, LinkStartShape } from '../desk/action-shapes.ts'
import { AgreementDraftedShape } from '../desk/agreement-shapes.ts'
import { answer } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { AgendasShape, BreakQuery } from '../desk/follow-up-shapes.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { faulty, notForThisPost } from './agreements.ts'

const tags = ['council']
const ofPost = z.object({ post: Id })
const ofAction = ofPost.extend({ action: Id })

const list = createRoute({
  method: 'get',
  path: '/api/posts/{post}/actions',
  tags,
  summary: 'What is to be followed up across all councils: one’s own, the agency’s, what is late, what waits for a nod',
  request: { params: ofPost },
  responses: { 200: answer('What is due first stands first', FollowUpShape), ...problems(401, 403, 404, 422) },
})
const counts = createRoute({
  method: 'get',
  path: '/api/posts/{post}/actions/counts',
  tags,
  summary: 'How many actions are to be followed up',
  request: { params: ofPost },
  responses: { 200: answer('How many', FollowUpCountsShape), ...problems(401, 403, 404, 422) },
})
const start = createRoute({
  method: 'get',
  path: '/api/posts/{post}/actions/{action}/link',
  tags,
  summary: 'What the link would begin as that a decision asks for',
  description: 'For who sits in the council, and for the agencies of the two programmes.',
  request: { params: ofAction },
  responses: { 200: answer('Its terms, filled in', LinkStartShape), ...problems(401, 403, 404, 409, 422) },
})
const draft = createRoute({
  method: 'post',
  path: '/api/posts/{post}/actions/{action}/link',
  tags,
  summary: 'Draw up the link that a decision asks for, with its programmes, task and decision filled in',
  request: { params: ofAction },
  responses: { 201: answer('It is drawn up', AgreementDraftedShape), ...problems(401, 403, 404, 409, 422) },
})
const agendas = createRoute({
  method: 'get',
  path: '/api/posts/{post}/agendas',
  tags,
  summary: 'On which agendas a break between two programmes could stand, and where it stands already',
  request: { params: ofPost, query: BreakQuery },
  responses: { 200: answer('Councils in which the agency sits', AgendasShape), ...problems(401, 403, 404, 422) },
})

export function followUpRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, list, async c => {
    const { counts, actions } = await listActions(needs, c.get('post'))
    return c.json({ counts, actions: [...actions] }, 200)
  })
  answers(app, counts, async c => c.json(await countActions(needs, c.get('post')), 200))
  answers(app, start, async c => {
    const outcome = await linkForAction(needs, c.get('post'), c.req.valid('param').action)
    if (outcome.is !== 'start') return refused(c, outcome)
    const { is: _, ...begins } = outcome
    return c.json(begins, 200)
  })
  answers(app, draft, async c => {
    const outcome = await draftLinkForAction(needs, c.get('post'), c.req.valid('param').action)
    if (outcome.is !== 'drafted') return refused(c, outcome)
    const { is: _, ...made } = outcome
    return c.json(made, 201)
  })
  answers(app, agendas, async c => {
    const { from, to } = c.req.valid('query')
    return c.json({ agendas: [...(await agendasFor(needs, c.get('post'), { from: from ?? null, to }))] }, 200)
  })
}

type Refusal = Exclude<LinkForActionDrafted | LinkStart, { readonly is: 'drafted' | 'start' }>

function refused(c: Context, outcome: Refusal): Response {
  const conflict = (code: string, title: string, detail: string) => problem(c, { status: 409, code, title, detail })
  switch (outcome.is) {
    case 'no such action':
      return nothingHere(c)
    case 'not for this post':
      return notForThisPost(c)
    case 'faulty':
      return faulty(c, outcome.fields)
    case 'asks for no link':
      return conflict('asks-for-no-link', 'This action asks for no link', 'Report it with its proof.')
    case 'not allowed now':
      return conflict('not-allowed-now', 'It cannot be done now', `It is ${outcome.state}.`)
    case 'drafted already':
      return conflict(
        'drafted-already',
        'A link is being drawn up for it already',
        outcome.agreement ? `It is the agreement ${outcome.agreement}.` : 'The other side draws it up.',
      )
  }
}
