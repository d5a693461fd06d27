/** From which day what a council keeps is open to everyone. */
import { createRoute, z } from '@hono/zod-openapi'
import { listOpenings, sayWhenOpen } from '@ieum/services'
import { CouncilId } from '../desk/council-shapes.ts'
import { answer, done, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { DayShape } from '../schemas.ts'
import { faulty, notForThisPost } from './agreements.ts'

const tags = ['council']
const ofCouncil = z.object({ post: Id, council: CouncilId })
const What = z.enum(['council', 'task', 'decision'])
const Which = z.union([Id, CouncilId]).openapi({ description: 'Of the council its own id' })
const OpenFrom = DayShape.nullable().openapi({ description: 'Open to everyone from this day; null: not yet' })

const list = createRoute({
  method: 'get',
  path: '/api/posts/{post}/councils/{council}/openings',
  tags,
  summary: 'From which day the council, and each task and decision, is open to everyone',
  request: { params: ofCouncil },
  responses: {
    200: answer(
      'The council, then tasks, then decisions, as they came about',
      z
        .object({
          keeps: z.boolean(),
          openings: z.array(
            z.object({
              what: What,
              id: Which,
              called: z.string(),
              title: z.object({ ko: z.string(), en: z.string().nullable() }),
              openFrom: OpenFrom,
            }),
          ),
        })
        .openapi('Openings'),
    ),
    ...problems(401, 403, 404, 422),
  },
})
const say = createRoute({
  method: 'put',
  path: '/api/posts/{post}/councils/{council}/openings',
  tags,
  summary: 'Say from which day the council, a task, or a decision with its actions, is open to everyone',
  request: {
    params: ofCouncil,
    body: json(z.strictObject({ what: What, id: Which, openFrom: OpenFrom }).openapi('OpeningAsked')),
  },
  responses: { 200: answer('It is said', done('said')), ...problems(401, 403, 404, 409, 422) },
})

export function openingRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, list, async c => {
    const outcome = await listOpenings(needs, c.get('post'), c.req.valid('param').council)
    if (outcome.is !== 'found') return nothingHere(c)
    return c.json({ keeps: outcome.keeps, openings: [...outcome.openings] }, 200)
  })
  answers(app, say, async c => {
    const asked = { council: c.req.valid('param').council, ...c.req.valid('json') }
    const outcome = await sayWhenOpen(needs, c.get('post'), asked)
    switch (outcome.is) {
      case 'said':
        return c.json(outcome, 200)
      case 'no such council':
      case 'no such thing':
        return nothingHere(c)
      case 'not for this post':
        return notForThisPost(c)
      case 'faulty':
        return faulty(c, outcome.fields)
      case 'open already':
        return problem(c, {
          status: 409,
          code: 'open-already',
          title: 'It is open already',
          detail: `Since ${outcome.since}. What everyone has read is not closed again.`,
        })
    }
  })
}
