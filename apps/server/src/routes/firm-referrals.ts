/** Referrals as the firm sees them: what it is asked, what it agreed to, and where each stands. */
import { createRoute, z } from '@hono/zod-openapi'
import {
  askConsent,
  giveConsent,
  listReferrals,
  moveReferral,
  nextWayQuestion,
  readReferral,
  sayFilledIn,
  withdrawConsent,
} from '@ieum/services'
import { answer, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { listed, moved, notNow } from '../desk/referral-replies.ts'
import {
  CaseShape,
  ConsentsAskedShape,
  ConsentToGiveShape,
  Id,
  MovedShape,
  MoveShape,
  ReferralsQuery,
  ReferralsShape,
} from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { DayShape, PlanShape } from '../schemas.ts'
import { planned } from './plan.ts'

const tags = ['firm']
const ofFirm = z.object({ firm: Id })
const ofCase = ofFirm.extend({ referral: Id })

const byCommas = (one: z.ZodType<string, string>) =>
  z
    .string()
    .max(20_000)
    .transform(text => (text === '' ? [] : text.split(',')))
    .pipe(z.array(one).max(500))
    .optional()

const list = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/referrals',
  tags,
  summary: 'Referrals of the firm',
  request: { params: ofFirm, query: ReferralsQuery.omit({ box: true, mine: true }) },
  responses: { 200: answer('What is due first stands first', ReferralsShape), ...problems(401, 404, 422) },
})

const read = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/referrals/{referral}',
  tags,
  summary: 'One referral with its history, consents and proof',
  request: { params: ofCase },
  responses: { 200: answer('The referral', CaseShape), ...problems(401, 404, 422) },
})

const move = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/referrals/{referral}/moves',
  tags,
  summary: 'Withdraw from a referral',
  request: { params: ofCase, body: json(z.strictObject({ ...MoveShape.shape, move: z.literal('withdraw') })) },
  responses: { 200: answer('Where it stands now', MovedShape), ...problems(401, 404, 409, 422) },
})

const ask = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/referrals/{referral}/consents',
  tags,
  summary: 'What the firm would agree to, each consent with its own text',
  request: {
    params: ofCase,
    query: z.object({
      language: z.enum(['ko', 'en']).default('ko'),
      until: DayShape.optional(),
      without: byCommas(z.string().max(100)).openapi({ description: 'Facts to leave out, by commas', type: 'string' }),
      participations: z.enum(['true', 'false']).optional(),
      papers: byCommas(Id).openapi({
        description: 'Papers to send, by commas; all of them when left out',
        type: 'string',
      }),
    }),
  },
  responses: { 200: answer('Texts in force today', ConsentsAskedShape), ...problems(401, 404, 422) },
})

const give = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/referrals/{referral}/consents',
  tags,
  summary: 'Agree to be handed on',
  request: { params: ofCase, body: json(ConsentToGiveShape) },
  responses: { 200: answer('Where the referral stands now', MovedShape), ...problems(401, 404, 409, 422) },
})

const nextWays = createRoute({
  method: 'get',
  path: '/api/firms/{firm}/referrals/{referral}/next-ways',
  tags,
  summary: 'After a no, dated ways to the same stage, by what is known of the firm',
  request: { params: ofCase },
  responses: { 200: answer('As POST /api/plan answers', PlanShape), ...problems(401, 404, 409, 422, 503) },
})

const filledIn = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/referrals/{referral}/filled-in',
  tags,
  summary: 'Tell the sending desk that what was asked back for is there; once a round',
  request: { params: ofCase },
  responses: {
    200: answer(
      'It was told, now or before',
      z.object({ is: z.enum(['told', 'told before']) }).openapi('FilledInSaid'),
    ),
    ...problems(401, 404, 409),
  },
})

const withdraw = createRoute({
  method: 'post',
  path: '/api/firms/{firm}/consents/{consent}/withdrawal',
  tags,
  summary: 'Take a consent back: access through it ends at once',
  request: { params: ofFirm.extend({ consent: Id }) },
  responses: {
    200: answer('It is withdrawn', z.object({ referral: Id, state: z.string() }).openapi('WithdrawnConsent')),
    ...problems(401, 404, 409),
  },
})

export function firmReferralRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, list, async c =>
    listed(c, await listReferrals(needs, c.get('firm'), { ...c.req.valid('query'), box: 'in' })),
  )
  answers(app, read, async c => {
    const outcome = await readReferral(needs, c.get('firm'), c.req.valid('param').referral)
    return outcome.is === 'found' ? c.json(outcome.case, 200) : nothingHere(c)
  })
  answers(app, move, async c =>
    moved(c, await moveReferral(needs, c.get('firm'), c.req.valid('param').referral, c.req.valid('json'))),
  )
  answers(app, ask, async c => {
    const { participations, ...query } = c.req.valid('query')
    const outcome = await askConsent(needs, c.get('firm'), c.req.valid('param').referral, {
      ...query,
      participations: participations !== 'false',
    })
    return outcome.is === 'asked'
      ? c.json({ referral: outcome.referral, state: outcome.state, consents: outcome.consents }, 200)
      : nothingHere(c)
  })
  answers(app, give, async c => {
    const outcome = await giveConsent(needs, c.get('firm'), c.req.valid('param').referral, c.req.valid('json'))
    switch (outcome.is) {
      case 'moved':
        return moved(c, outcome)
      case 'no text of consent':
        return problem(c, {
          status: 409,
          code: 'no-consent-text',
          title: 'No text of consent is in force',
          detail: 'The catalogue has none for today.',
        })
      case 'not a day to end on':
        return problem(c, {
          status: 422,
          code: 'not-a-day-to-end-on',
          title: 'A consent ends on a day to come, within two years',
          fields: [{ field: '/until', wrong: `a day after ${outcome.from} and up to ${outcome.to}` }],
        })
      case 'nothing to pass of that name':
        return problem(c, {
          status: 422,
          title: 'Only what was asked for can be passed on',
          fields: outcome.names.map(name => ({ field: '/facts', wrong: `${name} is not asked for` })),
        })
      default:
        return notNow(c, outcome)
    }
  })
  answers(app, nextWays, async c => {
    const asked = await nextWayQuestion(needs, c.get('firm'), c.req.valid('param').referral)
    switch (asked.is) {
      case 'no such referral':
        return nothingHere(c)
      case 'not a no':
        return problem(c, { status: 409, code: 'not-answered-no', title: 'This referral was not answered with a no' })
      case 'no stage known':
        return problem(c, {
          status: 409,
          code: 'no-stage-known',
          title: 'The catalogue does not say at which stage the programme stands',
        })
      case 'question':
        return planned(c, await needs.work.plan(asked.request))
    }
  })
  answers(app, filledIn, async c => {
    const outcome = await sayFilledIn(needs, c.get('firm'), c.req.valid('param').referral)
    switch (outcome.is) {
      case 'told':
      case 'told before':
        return c.json({ is: outcome.is }, 200)
      case 'not asked back':
        return problem(c, { status: 409, code: 'not-asked-back', title: 'Nothing is asked for just now' })
      case 'nobody to tell':
        return problem(c, {
          status: 409,
          code: 'nobody-to-tell',
          title: 'The sending agency has no open post here',
          detail: 'Please write to it or call it.',
        })
      case 'no such referral':
        return nothingHere(c)
    }
  })
  answers(app, withdraw, async c => {
    const outcome = await withdrawConsent(needs, c.get('firm'), c.req.valid('param').consent)
    switch (outcome.is) {
      case 'withdrawn':
        return c.json({ referral: outcome.referral, state: outcome.state }, 200)
      case 'withdrawn before':
        return problem(c, { status: 409, code: 'withdrawn-before', title: 'It was withdrawn before' })
      case 'no such consent':
        return nothingHere(c)
    }
  })
}
