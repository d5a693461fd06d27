/** A council is kept up: worded anew, its seats held by posts, and dissolved. */
import { createRoute, z } from '@hono/zod-openapi'
import { changeCouncil, dissolveCouncil, holdSeats } from '@ieum/services'
import { CouncilChangeShape, CouncilId, DissolutionShape, SeatHoldersShape } from '../desk/council-shapes.ts'
import { answer, done, json } from '../desk/described.ts'
import { answers, type DeskApp } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problems } from '../problem.ts'
import { DayShape } from '../schemas.ts'
import { refused } from './councils.ts'

const tags = ['council']
const ofCouncil = z.object({ post: Id, council: CouncilId })
const refusals = problems(401, 403, 404, 409, 422)

const change = createRoute({
  method: 'put',
  path: '/api/posts/{post}/councils/{council}',
  tags,
  summary: 'Word a council anew: its name, its rules, and all its seats; what was sat on before stays as it was',
  request: { params: ofCouncil, body: json(CouncilChangeShape) },
  responses: { 200: answer('It is changed', z.object({ changed: z.int() })), ...refusals },
})
const hold = createRoute({
  method: 'patch',
  path: '/api/posts/{post}/councils/{council}/holders',
  tags,
  summary:
    'Name the posts that hold seats of the own agency: all of them, or none where one cannot; other seats stay as they are',
  request: { params: ofCouncil, body: json(SeatHoldersShape) },
  responses: { 200: answer('They are held by these posts', done('held')), ...refusals },
})
const dissolve = createRoute({
  method: 'post',
  path: '/api/posts/{post}/councils/{council}/dissolution',
  tags,
  summary: 'Dissolve a council in which nothing is left to do; its records stay',
  request: { params: ofCouncil, body: json(DissolutionShape) },
  responses: { 200: answer('It is dissolved', z.object({ on: DayShape })), ...refusals },
})

export function councilUpkeepRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, change, async c => {
    const outcome = await changeCouncil(needs, c.get('post'), c.req.valid('param').council, c.req.valid('json'))
    return outcome.is === 'changed' ? c.json({ changed: outcome.changed }, 200) : refused(c, outcome)
  })
  answers(app, hold, async c => {
    const { council } = c.req.valid('param')
    const outcome = await holdSeats(needs, c.get('post'), { council, ...c.req.valid('json') })
    return outcome.is === 'held' ? c.json(outcome, 200) : refused(c, outcome)
  })
  answers(app, dissolve, async c => {
    const { council } = c.req.valid('param')
    const outcome = await dissolveCouncil(needs, c.get('post'), council, c.req.valid('json').changed)
    return outcome.is === 'dissolved' ? c.json({ on: outcome.on }, 200) : refused(c, outcome)
  })
}
