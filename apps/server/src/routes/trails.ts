/** The auditor's work: the access log (접속기록) and the trail of changes of the agency, verified, taken away and reviewed month by month. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  exportTrail,
  listMonths,
  readAccesses,
  readChanges,
  readMonth,
  reviewMonth,
  takeCheckpoint,
  verifyOwnTrail,
} from '@ieum/services'
import { attachment } from '../desk/attachment.ts'
import { answer, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import {
  AccessesQuery,
  AccessesShape,
  ChangesQuery,
  ChangesShape,
  CheckpointShape,
  MonthParam,
  MonthShape,
  MonthsShape,
  ReviewedShape,
  ReviewToWriteShape,
  TrailExportShape,
  TrailToVerifyShape,
  VerifiedShape,
} from '../desk/trail-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { faulty } from './agreements.ts'

const tags = ['trail']
const ofPost = z.object({ post: Id })
const ofMonth = ofPost.extend({ month: MonthParam })
const auditorsOnly = 'For auditors; to anyone else it is not there.'

const accesses = createRoute({
  method: 'get',
  path: '/api/posts/{post}/trail/accesses',
  tags,
  summary: 'The access log (접속기록): who looked at whom, when, from where, what at, on what basis and why',
  description: `The newest first. ${auditorsOnly}`,
  request: { params: ofPost, query: AccessesQuery },
  responses: { 200: answer('One page', AccessesShape), ...problems(401, 403, 404, 422) },
})

const changes = createRoute({
  method: 'get',
  path: '/api/posts/{post}/trail/changes',
  tags,
  summary: 'What was changed at the agency, and what was refused there',
  description: `The newest first. ${auditorsOnly}`,
  request: { params: ofPost, query: ChangesQuery },
  responses: { 200: answer('One page', ChangesShape), ...problems(401, 403, 404, 422) },
})

const take = createRoute({
  method: 'post',
  path: '/api/posts/{post}/trail/export',
  tags,
  summary: 'Take the entries of some days away, as lines for the verifier or as CSV',
  description: `Asks what for; it is logged, and each firm in the access log sees that it was taken. ${auditorsOnly}`,
  request: { params: ofPost, body: json(TrailExportShape) },
  responses: {
    200: {
      description: 'A line, or a row, an entry',
      content: {
        'application/jsonl': { schema: z.string() },
        'text/csv': { schema: z.string() },
      },
    },
    ...problems(401, 403, 404, 409, 413, 422),
  },
})

const verify = createRoute({
  method: 'post',
  path: '/api/posts/{post}/trail/verification',
  tags,
  summary: 'Whether the chain holds, or the first number that is bad',
  description: `Held against where it ends now, and where it ended at each review. ${auditorsOnly}`,
  request: { params: ofPost, body: json(TrailToVerifyShape) },
  responses: { 200: answer('What was found', VerifiedShape), ...problems(401, 403, 404, 413, 422) },
})

const checkpoint = createRoute({
  method: 'get',
  path: '/api/posts/{post}/trail/checkpoint',
  tags,
  summary: 'Where both chains end now: to be kept elsewhere',
  description: `With it \`ieum trail verify\` finds an end that was cut off later. ${auditorsOnly}`,
  request: { params: ofPost },
  responses: { 200: answer('One file', CheckpointShape), ...problems(401, 403, 404, 422) },
})

const months = createRoute({
  method: 'get',
  path: '/api/posts/{post}/trail/months',
  tags,
  summary: 'The months of the log, and which were reviewed',
  description: auditorsOnly,
  request: { params: ofPost },
  responses: { 200: answer('The newest first', MonthsShape), ...problems(401, 403, 404, 422) },
})

const month = createRoute({
  method: 'get',
  path: '/api/posts/{post}/trail/months/{month}',
  tags,
  summary: 'What a month of the log came to (점검)',
  description: `Plain counts, each by the rule that its field says. ${auditorsOnly}`,
  request: { params: ofMonth },
  responses: { 200: answer('The month', MonthShape), ...problems(401, 403, 404, 422) },
})

const review = createRoute({
  method: 'post',
  path: '/api/posts/{post}/trail/months/{month}/reviews',
  tags,
  summary: 'Mark a month as reviewed, with a remark',
  description: `Kept with what the month came to that day; once the month is over. ${auditorsOnly}`,
  request: { params: ofMonth, body: json(ReviewToWriteShape) },
  responses: { 201: answer('It is kept', ReviewedShape), ...problems(401, 403, 404, 409, 413, 422) },
})

const mediaTypes = { lines: 'application/jsonl', csv: 'text/csv; charset=utf-8' } as const
const endings = { lines: 'jsonl', csv: 'csv' } as const
const fileNames = { access_entry: 'access-log', audit_entry: 'changes' } as const

export function trailRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, accesses, async c => {
    const outcome = await readAccesses(needs, c.get('post'), c.req.valid('query'))
    switch (outcome.is) {
      case 'read':
        return c.json({ accesses: outcome.accesses, next: outcome.next }, 200)
      case 'faulty':
        return faulty(c, outcome.fields)
      case 'not for this post':
        return nothingHere(c)
    }
  })
  answers(app, changes, async c => {
    const outcome = await readChanges(needs, c.get('post'), c.req.valid('query'))
    switch (outcome.is) {
      case 'read':
        return c.json({ changes: outcome.changes, next: outcome.next }, 200)
      case 'faulty':
        return faulty(c, outcome.fields)
      case 'not for this post':
        return nothingHere(c)
    }
  })
  answers(app, take, async c => {
    const asked = c.req.valid('json')
    const outcome = await exportTrail(needs, c.get('post'), asked)
    switch (outcome.is) {
      case 'exported':
        return attachment(c, {
          name: `${fileNames[asked.trail]}-${asked.from}-${asked.to}.${endings[asked.format]}`,
          mediaType: mediaTypes[asked.format],
          content: outcome.content,
        })
      case 'faulty':
        return faulty(c, outcome.fields)
      case 'too many':
        return problem(c, {
          status: 409,
          code: 'too-many-entries',
          title: `More than ${outcome.most.toLocaleString('en-US')} entries`,
          detail: 'Choose fewer days.',
        })
      case 'not for this post':
        return nothingHere(c)
    }
  })
  answers(app, verify, async c => {
    const outcome = await verifyOwnTrail(needs, c.get('post'), c.req.valid('json').trail)
    return outcome.is === 'verified' ? c.json(outcome.verified, 200) : nothingHere(c)
  })
  answers(app, checkpoint, async c => {
    const outcome = await takeCheckpoint(needs, c.get('post'))
    if (outcome.is !== 'taken') return nothingHere(c)
    const taken = c.get('post').on
    return attachment(c, {
      name: `checkpoint-${c.get('post').capacity.agency}-${taken}.json`,
      mediaType: 'application/json',
      content: `${JSON.stringify({ taken, checkpoints: outcome.checkpoints }, null, 2)}\n`,
    })
  })
  answers(app, months, async c => {
    const outcome = await listMonths(needs, c.get('post'))
    return outcome.is === 'months' ? c.json({ months: outcome.months }, 200) : nothingHere(c)
  })
  answers(app, month, async c => {
    const outcome = await readMonth(needs, c.get('post'), c.req.valid('param').month)
    if (outcome.is !== 'month') return nothingHere(c)
    const { is: _, ...read } = outcome
    return c.json(read, 200)
  })
  answers(app, review, async c => {
    const asked = { month: c.req.valid('param').month, ...c.req.valid('json') }
    const outcome = await reviewMonth(needs, c.get('post'), asked)
    switch (outcome.is) {
      case 'reviewed':
        return c.json({ review: outcome.review }, 201)
      case 'not over yet':
        return problem(c, {
          status: 409,
          code: 'not-over-yet',
          title: 'The month is not over',
          detail: `It can be marked from ${outcome.from} on.`,
        })
      case 'faulty':
        return faulty(c, outcome.fields)
      case 'not for this post':
        return nothingHere(c)
    }
  })
}
