/**
 * An agency without a desk here reads and answers one case with the link from its mail. Both are POST with the token in the body, so that a
 * mail scanner that opens the link does nothing, and no address, log or referrer carries the token.
 */
import { createRoute, z } from '@hono/zod-openapi'
import { reasonsOf } from '@ieum/desk'
import { answerByLink, lookByLink } from '@ieum/services'
import { fewOfOneAddress } from '../crowd.ts'
import { answers, type DeskApp, nothingHere } from '../desk/desk-app.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { DayShape } from '../schemas.ts'
import { placeOf, proxies } from '../sign-in/address.ts'

const tags = ['one-time link']
const token = z
  .string()
  .regex(/^[\w-]{43}$/)
  .openapi({ description: 'What stands behind # in the link' })
const Side = z.object({ agency: z.string(), programme: z.string() })

const look = createRoute({
  method: 'post',
  path: '/api/one-time',
  tags,
  summary: 'The case of a link from a mail, as far as the firm’s consent reaches now',
  description: 'Looking does not use the link up. Each look leaves an access entry.',
  request: { body: { required: true, content: { 'application/json': { schema: z.strictObject({ token }) } } } },
  responses: {
    200: {
      description: 'The case',
      content: {
        'application/json': {
          schema: z
            .object({
              number: z.string(),
              due: DayShape.nullable(),
              from: Side,
              to: Side,
              firm: z.object({ name: z.string(), number: z.string() }),
              waives: z.array(z.string()),
              facts: z.record(
                z.string(),
                z.object({ value: z.unknown(), source: z.string(), sourceName: z.string(), asOf: DayShape }),
              ),
              participations: z.array(z.unknown()),
              proof: z.unknown(),
              answers: z.record(z.string(), z.array(z.string())),
            })
            .openapi('OneTimeCase'),
        },
      },
    },
    ...problems(404, 422, 429),
  },
})

const answer = createRoute({
  method: 'post',
  path: '/api/one-time/answer',
  tags,
  summary: 'Answer the case; after that the link works no more',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            token,
            move: z.enum(['accept', 'decline', 'return']),
            reason: z.enum([...reasonsOf.decline, ...reasonsOf.return]).optional(),
            note: z.string().max(2_000).optional(),
          }),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'Where the case stands now',
      content: { 'application/json': { schema: z.object({ number: z.string(), state: z.string() }) } },
    },
    ...problems(404, 422, 429),
  },
})

export function oneTimeRoutes(app: DeskApp, needs: DeskNeeds): void {
  // Of the address without a tail as well.
  app.use('/api/one-time/*', fewOfOneAddress(needs, 'links'))
  const trusted = proxies(needs.trustedProxies ?? [])
  const use = (c: Parameters<typeof placeOf>[0], token: string) => ({
    token,
    now: needs.now?.() ?? new Date(),
    on: needs.today(),
    place: placeOf(c, trusted),
  })
  answers(app, look, async c => {
    c.header('cache-control', 'no-store')
    const outcome = await lookByLink(needs, use(c, c.req.valid('json').token))
    switch (outcome.is) {
      case 'shown':
        return c.json(outcome.case, 200)
      case 'no such link':
        return nothingHere(c)
    }
  })
  answers(app, answer, async c => {
    c.header('cache-control', 'no-store')
    const { token, ...given } = c.req.valid('json')
    const outcome = await answerByLink(needs, use(c, token), given)
    switch (outcome.is) {
      case 'answered':
        return c.json({ number: outcome.number, state: outcome.state }, 200)
      case 'no such link':
        return nothingHere(c)
      case 'reason needed':
        return problem(c, {
          status: 422,
          code: 'reason-needed',
          title: 'A no says why',
          fields: [{ field: '/reason', wrong: `one of ${outcome.reasons.join(', ')}` }],
        })
    }
  })
}
