/** Referrals at the desk of an agency: inbox and outbox, one case, its moves, and batches. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  batchCandidates,
  decideBatch,
  draftReferral,
  listBatches,
  listReferrals,
  moveReferral,
  proposeBatch,
  readReferral,
  rerouteReferral,
} from '@ieum/services'
import type { Context } from 'hono'
import { answer, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { listed, moved, notNow } from '../desk/referral-replies.ts'
import {
  BatchDecisionShape,
  BatchesShape,
  BatchFilterShape,
  BatchToProposeShape,
  CandidatesShape,
  CaseShape,
  DraftedShape,
  Id,
  MovedShape,
  MoveShape,
  ReferralsQuery,
  ReferralsShape,
  ReferralToDraftShape,
  RerouteShape,
} from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'

const tags = ['desk']
const ofPost = z.object({ post: Id })
const ofCase = ofPost.extend({ referral: Id })

const list = createRoute({
  method: 'get',
  path: '/api/posts/{post}/referrals',
  tags,
  summary: 'Inbox or outbox of the post',
  request: { params: ofPost, query: ReferralsQuery },
  responses: { 200: answer('What is due first stands first', ReferralsShape), ...problems(401, 403, 404, 422) },
})

const draft = createRoute({
  method: 'post',
  path: '/api/posts/{post}/referrals',
  tags,
  summary: 'Draw up a referral; the firm is asked for its consent',
  request: { params: ofPost, body: json(ReferralToDraftShape) },
  responses: { 201: answer('It is drawn up', DraftedShape), ...problems(401, 403, 404, 409, 422) },
})

const read = createRoute({
  method: 'get',
  path: '/api/posts/{post}/referrals/{referral}',
  tags,
  summary: 'One case with its history',
  request: { params: ofCase },
  responses: { 200: answer('The case as the post may see it', CaseShape), ...problems(401, 403, 404, 422) },
})

const move = createRoute({
  method: 'post',
  path: '/api/posts/{post}/referrals/{referral}/moves',
  tags,
  summary: 'Send, receive, answer, or follow it through',
  request: { params: ofCase, body: json(MoveShape) },
  responses: { 200: answer('Where it stands now', MovedShape), ...problems(401, 403, 404, 409, 422) },
})

const reroute = createRoute({
  method: 'post',
  path: '/api/posts/{post}/referrals/{referral}/re-route',
  tags,
  summary: 'After a no, hand the firm on along another link',
  request: { params: ofCase, body: json(RerouteShape) },
  responses: { 201: answer('The new referral', DraftedShape), ...problems(401, 403, 404, 409, 422) },
})

const candidates = createRoute({
  method: 'get',
  path: '/api/posts/{post}/batches/candidates',
  tags,
  summary: 'Who came to the outcome of a link in a time, with the verdict of the next programme',
  request: { params: ofPost, query: BatchFilterShape },
  responses: { 200: answer('By what the agency itself knows', CandidatesShape), ...problems(401, 403, 404, 409, 422) },
})

const batches = createRoute({
  method: 'get',
  path: '/api/posts/{post}/batches',
  tags,
  summary: 'Batches of the agency',
  request: { params: ofPost },
  responses: { 200: answer('The newest first', BatchesShape), ...problems(401, 403, 404) },
})

const propose = createRoute({
  method: 'post',
  path: '/api/posts/{post}/batches',
  tags,
  summary: 'Propose a batch; another person approves it',
  request: { params: ofPost, body: json(BatchToProposeShape) },
  responses: {
    201: answer('It waits for approval', z.object({ batch: Id, firms: z.int() }).openapi('ProposedBatch')),
    ...problems(401, 403, 404, 409, 422),
  },
})

const decide = createRoute({
  method: 'post',
  path: '/api/posts/{post}/batches/{batch}/decision',
  tags,
  summary: 'Approve or refuse a batch that somebody else proposed',
  request: { params: ofPost.extend({ batch: Id }), body: json(BatchDecisionShape) },
  responses: {
    200: answer(
      'What came of it',
      z.object({ is: z.enum(['approved', 'refused']), drafted: z.int(), leftOut: z.int() }).openapi('DecidedBatch'),
    ),
    ...problems(401, 403, 404, 409, 422),
  },
})

export function referralRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, list, async c => {
    const { mine, ...query } = c.req.valid('query')
    return listed(c, await listReferrals(needs, c.get('post'), { ...query, mine: mine === 'true' }))
  })
  answers(app, draft, async c => {
    const outcome = await draftReferral(needs, c.get('post'), c.req.valid('json'))
    return outcome.is === 'drafted'
      ? c.json({ referral: outcome.referral, number: outcome.number }, 201)
      : draftRefused(c, outcome)
  })
  answers(app, read, async c => {
    const outcome = await readReferral(needs, c.get('post'), c.req.valid('param').referral)
    return outcome.is === 'found' ? c.json(outcome.case, 200) : nothingHere(c)
  })
  answers(app, move, async c =>
    moved(c, await moveReferral(needs, c.get('post'), c.req.valid('param').referral, c.req.valid('json'))),
  )
  answers(app, reroute, async c => {
    const outcome = await rerouteReferral(needs, c.get('post'), c.req.valid('param').referral, c.req.valid('json'))
    switch (outcome.is) {
      case 'drafted':
        return c.json({ referral: outcome.referral, number: outcome.number }, 201)
      case 'no such link':
      case 'link not in force':
      case 'not there yet':
      case 'under way already':
        return draftRefused(c, outcome)
      default:
        return notNow(c, outcome)
    }
  })
  answers(app, candidates, async c => {
    const outcome = await batchCandidates(needs, c.get('post'), c.req.valid('query'))
    return outcome.is === 'found'
      ? c.json({ candidates: outcome.candidates, underWay: outcome.underWay }, 200)
      : batchRefused(c, outcome)
  })
  answers(app, batches, async c => {
    const outcome = await listBatches(needs, c.get('post'))
    return outcome.is === 'listed' ? c.json({ batches: outcome.batches }, 200) : nothingHere(c)
  })
  answers(app, propose, async c => {
    const outcome = await proposeBatch(needs, c.get('post'), c.req.valid('json'))
    return outcome.is === 'proposed'
      ? c.json({ batch: outcome.batch, firms: outcome.firms }, 201)
      : batchRefused(c, outcome)
  })
  answers(app, decide, async c => {
    const { decision } = c.req.valid('json')
    const outcome = await decideBatch(needs, c.get('post'), c.req.valid('param').batch, decision)
    switch (outcome.is) {
      case 'approved':
        return c.json({ is: 'approved' as const, drafted: outcome.drafted, leftOut: outcome.leftOut }, 200)
      case 'refused':
        return c.json({ is: 'refused' as const, drafted: 0, leftOut: 0 }, 200)
      case 'no such batch':
        return nothingHere(c)
      case 'decided before':
        return problem(c, { status: 409, code: 'decided-before', title: 'Somebody decided on it before' })
      case 'your own batch':
        return problem(c, {
          status: 409,
          code: 'your-own-batch',
          title: 'You proposed this batch',
          detail: 'Somebody else has to approve it.',
        })
      case 'link not in force':
        return problem(c, { status: 409, code: 'link-not-in-force', title: 'The link is not in force today' })
    }
  })
}

type DraftRefused = Exclude<Awaited<ReturnType<typeof draftReferral>>, { is: 'drafted' }>

function draftRefused(c: Context, outcome: DraftRefused) {
  switch (outcome.is) {
    case 'no such firm':
    case 'no such link':
      return nothingHere(c)
    case 'link not in force':
      return problem(c, { status: 409, code: 'link-not-in-force', title: 'The link is not in force today' })
    case 'not there yet':
      return problem(c, {
        status: 409,
        code: 'not-there-yet',
        title: `The firm has not ${outcome.outcome === 'completed' ? 'completed' : 'been selected for'} the programme that the link starts from`,
      })
    case 'under way already':
      return problem(c, {
        status: 409,
        code: 'under-way-already',
        title: 'A referral of this firm to that programme is under way',
      })
  }
}

type BatchRefused = Exclude<Awaited<ReturnType<typeof proposeBatch>>, { is: 'proposed' }>

function batchRefused(c: Context, outcome: BatchRefused) {
  switch (outcome.is) {
    case 'no such link':
    case 'not for this post':
      return nothingHere(c)
    case 'link not in force':
      return problem(c, { status: 409, code: 'link-not-in-force', title: 'The link is not in force today' })
    case 'too many':
      return problem(c, {
        status: 409,
        code: 'too-many',
        title: `More than ${outcome.most} firms`,
        detail: 'Choose a shorter time.',
      })
    case 'nobody chosen':
      return problem(c, {
        status: 422,
        code: 'nobody-chosen',
        title: 'No firm is chosen',
        fields: [{ field: '/firms', wrong: 'choose at least one' }],
      })
    case 'not a candidate':
      return problem(c, {
        status: 422,
        code: 'not-a-candidate',
        title: 'Some firms cannot be in this batch',
        fields: outcome.firms.map(firm => ({
          field: '/firms',
          wrong: `${firm} did not come to the outcome in that time, is under way, or is not eligible`,
        })),
      })
  }
}
