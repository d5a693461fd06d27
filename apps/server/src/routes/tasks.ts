/** What is kept of a task over time: milestones, the figures that it shows, and the posts that own it. */
import { createRoute, z } from '@hono/zod-openapi'
import { addMilestone, changeMilestone, chooseIndicators, nameOwners, readIndicators } from '@ieum/services'
import type { Context } from 'hono'
import { answer, done, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import { Changed } from '../desk/said-shapes.ts'
import {
  IndicatorsShape,
  IndicatorsToChooseShape,
  MilestoneChangeShape,
  MilestoneToAddShape,
  OwnersShape,
} from '../desk/task-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { faulty, notForThisPost } from './agreements.ts'

const tags = ['council']
const ofTask = z.object({ post: Id, task: Id })
const refusals = problems(401, 403, 404, 409, 422)

const add = createRoute({
  method: 'post',
  path: '/api/posts/{post}/tasks/{task}/milestones',
  tags,
  summary: 'Set what a task is to have come to by which day',
  request: { params: ofTask, body: json(MilestoneToAddShape) },
  responses: { 201: answer('It is set', z.object({ milestone: Id, changed: Changed })), ...refusals },
})
const change = createRoute({
  method: 'patch',
  path: '/api/posts/{post}/milestones/{milestone}',
  tags,
  summary: 'Move a milestone, word it anew, or say that it was reached',
  request: { params: z.object({ post: Id, milestone: Id }), body: json(MilestoneChangeShape) },
  responses: { 200: answer('It is changed', z.object({ changed: Changed })), ...refusals },
})
const read = createRoute({
  method: 'get',
  path: '/api/posts/{post}/tasks/{task}/indicators',
  tags,
  summary: 'The figures that a task shows, counted from live records, month by month',
  request: { params: ofTask },
  responses: { 200: answer('The figures', IndicatorsShape), ...problems(401, 403, 404, 422) },
})
const choose = createRoute({
  method: 'put',
  path: '/api/posts/{post}/tasks/{task}/indicators',
  tags,
  summary: 'Choose which figures a task shows, with targets and baselines',
  request: { params: ofTask, body: json(IndicatorsToChooseShape) },
  responses: { 200: answer('They are chosen', done('chosen')), ...refusals },
})
const own = createRoute({
  method: 'put',
  path: '/api/posts/{post}/tasks/{task}/owners',
  tags,
  summary: 'Name the posts of the agency that own the task',
  request: { params: ofTask, body: json(OwnersShape) },
  responses: { 200: answer('They are named', done('named')), ...refusals },
})

export function taskRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, add, async c => {
    const outcome = await addMilestone(needs, c.get('post'), c.req.valid('param').task, c.req.valid('json'))
    if (outcome.is !== 'added') return refused(c, outcome)
    return c.json({ milestone: outcome.milestone, changed: outcome.changed }, 201)
  })
  answers(app, change, async c => {
    const { milestone } = c.req.valid('param')
    const outcome = await changeMilestone(needs, c.get('post'), { milestone, ...c.req.valid('json') })
    return outcome.is === 'changed' ? c.json({ changed: outcome.changed }, 200) : refused(c, outcome)
  })
  answers(app, read, async c => {
    const outcome = await readIndicators(needs, c.get('post'), c.req.valid('param').task)
    if (outcome.is !== 'found') return nothingHere(c)
    const indicators = outcome.indicators.map(one => ({ ...one, months: [...one.months] }))
    return c.json({ keeps: outcome.keeps, indicators }, 200)
  })
  answers(app, choose, async c => {
    const { indicators } = c.req.valid('json')
    const outcome = await chooseIndicators(needs, c.get('post'), c.req.valid('param').task, indicators)
    return outcome.is === 'chosen' ? c.json(outcome, 200) : refused(c, outcome)
  })
  answers(app, own, async c => {
    const outcome = await nameOwners(needs, c.get('post'), c.req.valid('param').task, c.req.valid('json').posts)
    return outcome.is === 'named' ? c.json(outcome, 200) : refused(c, outcome)
  })
}

type Outcome = Awaited<
  ReturnType<typeof addMilestone | typeof changeMilestone | typeof chooseIndicators | typeof nameOwners>
>

/** Every way in which they say no. */
function refused(c: Context, outcome: Exclude<Outcome, { readonly is: 'added' | 'changed' | 'chosen' | 'named' }>) {
  switch (outcome.is) {
    case 'no such task':
    case 'no such milestone':
      return nothingHere(c)
    case 'not for this post':
      return notForThisPost(c)
    case 'faulty':
      return faulty(c, outcome.fields)
    case 'not allowed now':
      return problem(c, {
        status: 409,
        code: 'not-allowed-now',
        title: 'It cannot be done now',
        detail: `The task is ${outcome.state}.`,
      })
    case 'changed meanwhile':
      return problem(c, {
        status: 409,
        code: 'changed-meanwhile',
        title: 'Somebody was faster',
        detail: 'Look at how it stands now, and try again.',
      })
  }
}
