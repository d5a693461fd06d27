/** What a consultative body does about closing days: proposals, positions of its sides, agreements. */
import { createRoute, z } from '@hono/zod-openapi'
import { positions } from '@ieum/council'
import { onHolidayChoices } from '@ieum/council/closing-days'
import { agreeClosingDays, proposeClosingDays, readClosings, statePosition, withdrawClosingDays } from '@ieum/services'
import type { Context } from 'hono'
import { MunicipalityCode } from '../desk/closing-shapes.ts'
import { CouncilId } from '../desk/council-shapes.ts'
import { answer, done, json } from '../desk/described.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { DayShape } from '../schemas.ts'
import { faulty, notForThisPost } from './agreements.ts'

const tags = ['closing days']
const refusals = problems(401, 403, 404, 409, 422)
const ofCouncil = z.object({ post: Id, council: CouncilId })
const ofAgreement = z.object({ post: Id, closing: Id })
const Rule = z.string().max(100).nullable().openapi({ example: 'FREQ=MONTHLY;BYDAY=2WE,4WE' })
const Text = z.string().trim().min(1).max(2_000)
const Changed = z.int().min(1).max(1_000_000)
const OnHoliday = z.enum(onHolidayChoices)
const Exception = z.strictObject({ drop: DayShape.optional(), add: DayShape.optional(), why: Text.optional() })
const State = z.enum(['proposed', 'agreed', 'withdrawn'])
const Said = z.object({ ko: z.string(), en: z.string().nullable() })

const ClosingToProposeShape = z
  .strictObject({
    municipality: MunicipalityCode,
    rule: Rule,
    onHoliday: OnHoliday.default('closed'),
    from: DayShape,
    until: DayShape.optional(),
    exceptions: z.array(Exception).max(60).default([]),
    storesIn: Text.optional(),
    storesOut: Text.optional(),
    gets: Text.optional().openapi({ description: 'What the small side gets' }),
  })
  .openapi('ClosingToPropose')
const PositionShape = z
  .strictObject({ seat: Id, position: z.enum(positions), reason: Text.optional(), session: Id.optional() })
  .openapi('ClosingPositionToState')
const ClosingToAgreeShape = z
  .strictObject({
    changed: Changed,
    decision: Id.optional(),
    source: z
      .strictObject({
        title: z.string().trim().min(1).max(300),
        url: z
          .url({ protocol: /^https?$/ })
          .max(1_000)
          .optional(),
        dated: DayShape.optional(),
      })
      .optional(),
    openFrom: DayShape,
  })
  .openapi('ClosingToAgree', { description: 'By a decision of the body, or by a source that says it: one of the two' })

const Municipality = z.object({ code: MunicipalityCode, name: z.string(), region: z.string().nullable() })

const ClosingsShape = z
  .object({
    council: z.object({
      id: CouncilId,
      name: Said,
      municipality: Municipality.nullable().openapi({ description: 'The one that it is for; null: for any' }),
    }),
    keeps: z.boolean(),
    proposes: z.boolean(),
    seats: z.array(z.object({ id: Id, title: Said, side: z.string(), speaks: z.boolean() })),
    sessions: z.array(z.object({ id: Id, number: z.int(), on: DayShape })),
    decisions: z.array(z.object({ id: Id, number: z.string(), on: DayShape, text: z.string() })),
    agreements: z.array(
      z.object({
        id: Id,
        municipality: Municipality,
        version: z.int(),
        state: State,
        rule: Rule,
        onHoliday: OnHoliday,
        exceptions: z.array(
          z.object({ drop: DayShape.optional(), add: DayShape.optional(), why: z.string().optional() }),
        ),
        storesIn: z.string().nullable(),
        storesOut: z.string().nullable(),
        gets: z.string().nullable(),
        from: DayShape,
        until: DayShape.nullable(),
        agency: z.string(),
        agreedOn: DayShape.nullable(),
        decision: z.string().nullable(),
        source: z.object({ title: z.string(), url: z.string().nullable(), dated: DayShape.nullable() }).nullable(),
        openFrom: DayShape.nullable(),
        superseded: z.boolean(),
        positions: z.array(
          z.object({
            seat: Id,
            title: Said,
            side: z.enum(['large', 'small', 'public']),
            position: z.enum(positions),
            reason: z.string().nullable(),
            session: Id.nullable(),
            at: z.iso.datetime(),
          }),
        ),
        changed: z.int(),
      }),
    ),
  })
  .openapi('Closings')

const read = createRoute({
  method: 'get',
  path: '/api/posts/{post}/councils/{council}/closing-days',
  tags,
  summary: 'What a consultative body has proposed and agreed, with the last word of each seat',
  request: { params: ofCouncil },
  responses: { 200: answer('Per municipality, the newest version first', ClosingsShape), ...refusals },
})
const propose = createRoute({
  method: 'post',
  path: '/api/posts/{post}/councils/{council}/closing-days',
  tags,
  summary: 'Propose closing days for a municipality',
  request: { params: ofCouncil, body: json(ClosingToProposeShape) },
  responses: {
    201: answer('It is proposed', z.object({ agreement: Id, version: z.int(), changed: z.int() })),
    ...refusals,
  },
})
const state = createRoute({
  method: 'post',
  path: '/api/posts/{post}/closing-agreements/{closing}/positions',
  tags,
  summary: 'Say what a seat thinks of it; the last word counts',
  request: { params: ofAgreement, body: json(PositionShape) },
  responses: { 201: answer('It is written down', done('stated')), ...refusals },
})
const agree = createRoute({
  method: 'post',
  path: '/api/posts/{post}/closing-agreements/{closing}/agreement',
  tags,
  summary: 'Agree on it; the version before is superseded',
  request: { params: ofAgreement, body: json(ClosingToAgreeShape) },
  responses: {
    200: answer('It is agreed', z.object({ version: z.int(), supersedes: Id.nullable(), changed: z.int() })),
    ...refusals,
  },
})
const withdraw = createRoute({
  method: 'post',
  path: '/api/posts/{post}/closing-agreements/{closing}/withdrawal',
  tags,
  summary: 'Take a proposal back',
  request: { params: ofAgreement, body: json(z.strictObject({ changed: Changed })) },
  responses: { 200: answer('It is withdrawn', z.object({ changed: z.int() })), ...refusals },
})

export function closingAgreementRoutes(app: DeskApp, needs: DeskNeeds): void {
  answers(app, read, async c => {
    const outcome = await readClosings(needs, c.get('post'), c.req.valid('param').council)
    if (outcome.is !== 'found') return refused(c, outcome)
    const { council, keeps, proposes, seats, sessions, decisions, agreements } = outcome
    return c.json(
      {
        council,
        keeps,
        proposes,
        seats: [...seats],
        sessions: [...sessions],
        decisions: [...decisions],
        agreements: agreements.map(line => ({
          ...line,
          exceptions: [...line.exceptions],
          positions: [...line.positions],
        })),
      },
      200,
    )
  })
  answers(app, propose, async c => {
    const outcome = await proposeClosingDays(needs, c.get('post'), c.req.valid('param').council, c.req.valid('json'))
    if (outcome.is !== 'proposed') return refused(c, outcome)
    return c.json({ agreement: outcome.agreement, version: outcome.version, changed: outcome.changed }, 201)
  })
  answers(app, state, async c => {
    const asked = { agreement: c.req.valid('param').closing, ...c.req.valid('json') }
    const outcome = await statePosition(needs, c.get('post'), asked)
    return outcome.is === 'stated' ? c.json(outcome, 201) : refused(c, outcome)
  })
  answers(app, agree, async c => {
    const asked = { agreement: c.req.valid('param').closing, ...c.req.valid('json') }
    const outcome = await agreeClosingDays(needs, c.get('post'), asked)
    if (outcome.is !== 'agreed') return refused(c, outcome)
    const { version, supersedes, changed } = outcome
    return c.json({ version, supersedes, changed }, 200)
  })
  answers(app, withdraw, async c => {
    const asked = { agreement: c.req.valid('param').closing, ...c.req.valid('json') }
    const outcome = await withdrawClosingDays(needs, c.get('post'), asked)
    return outcome.is === 'withdrawn' ? c.json({ changed: outcome.changed }, 200) : refused(c, outcome)
  })
}

type Outcome = Awaited<
  ReturnType<
    | typeof readClosings
    | typeof proposeClosingDays
    | typeof statePosition
    | typeof agreeClosingDays
    | typeof withdrawClosingDays
  >
>

type Good = 'found' | 'proposed' | 'stated' | 'agreed' | 'withdrawn'

function refused(c: Context, outcome: Exclude<Outcome, { readonly is: Good }>): Response {
  const conflict = (code: string, title: string, detail?: string) =>
    problem(c, { status: 409, code, title, ...(detail && { detail }) })
  switch (outcome.is) {
    case 'no such council':
    case 'no such agreement':
      return nothingHere(c)
    case 'not for this post':
      return notForThisPost(c)
    case 'faulty':
      return faulty(c, outcome.fields)
    case 'not a consultative body':
      return conflict('not-a-consultative-body', 'This council has no sides of retail')
    case 'no longer open':
      return conflict('no-longer-open', 'It is no proposal any more', `It is ${outcome.state}.`)
    case 'changed meanwhile':
      return conflict('changed-meanwhile', 'Somebody was faster', 'Look at how it stands now, and try again.')
    case 'a later version stands':
      return conflict(
        'later-version-stands',
        'A later version is agreed on already',
        `Version ${outcome.version} stands. Propose these terms anew: they get the next number, and take its place.`,
      )
    case 'sides do not agree': {
      const { silent, against } = outcome
      return conflict(
        'sides-do-not-agree',
        'Both sides of retail must agree first',
        [
          silent.length > 0 && `Nothing was heard of: ${silent.join(', ')}.`,
          against.length > 0 && `Against it: ${against.join(', ')}.`,
        ]
          .filter(Boolean)
          .join(' '),
      )
    }
  }
}
