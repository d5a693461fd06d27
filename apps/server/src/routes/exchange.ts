/** Where other installations bring what they have to say about a case. What is not to be taken is refused without saying why. */
import { createRoute, z } from '@hono/zod-openapi'
import { handPaper, type Received, receiveMessage } from '@ieum/services'
import type { Context } from 'hono'
import { fewOfOneAddress } from '../crowd.ts'
import { answers, type DeskApp } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import { TooBusy } from '../firm-work.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { placeOf, proxies } from '../sign-in/address.ts'

/** Each is held in memory until it is sent. */
const handedAtOnce = 4

/** Of a body: a case with its facts and proof, as one installation signs it for another. What is longer is not read at all. */
export const exchangeBytes = 1_500_000

const tags = ['exchange']
const body = {
  required: true,
  content: {
    'application/json': {
      schema: z.strictObject({
        message: z
          .string()
          .max(exchangeBytes)
          .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)
          .openapi({ description: 'A compact JWS (RFC 7515, Ed25519) by the key that is known of the sender' }),
      }),
    },
  },
}
const receipt = {
  description: 'A receipt signed by this installation; the same for the same message, however often it comes',
  content: { 'application/json': { schema: z.object({ receipt: z.string() }) } },
}

const referral = createRoute({
  method: 'post',
  path: '/api/exchange/referrals',
  tags,
  summary: 'Hand a firm on to an agency of this installation',
  request: { body },
  responses: { 200: receipt, ...problems(403, 409, 413, 422, 429) },
})

const move = createRoute({
  method: 'post',
  path: '/api/exchange/referrals/{referral}/moves',
  tags,
  summary: 'Tell a move of a case that both installations have',
  request: { params: z.object({ referral: Id }), body },
  responses: { 200: receipt, ...problems(403, 409, 413, 422, 429) },
})

const papers = createRoute({
  method: 'post',
  path: '/api/exchange/referrals/{referral}/papers',
  tags,
  summary: 'Tell what became of papers that a case passed: here and clean, refused, or destroyed',
  request: { params: z.object({ referral: Id }), body },
  responses: { 200: receipt, ...problems(403, 409, 413, 422, 429) },
})

const looks = createRoute({
  method: 'post',
  path: '/api/exchange/referrals/{referral}/looks',
  tags,
  summary: 'Tell who looked at a firm that was handed on',
  request: { params: z.object({ referral: Id }), body },
  responses: { 200: receipt, ...problems(403, 409, 413, 422, 429) },
})

const paperContent = createRoute({
  method: 'post',
  path: '/api/exchange/referrals/{referral}/papers/{paper}/content',
  tags,
  summary: 'Fetch a paper that a case passes, while the consent stands',
  description:
    'The message is a request signed for this one paper. It is good once, and for five minutes; leave is asked anew each time.',
  request: { params: z.object({ referral: Id, paper: Id }), body },
  responses: {
    200: {
      description: 'Its bytes, to be held against the hash and the size that the case said',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problems(403, 413, 422, 429, 503),
  },
})

type Told = 'referral' | 'move' | 'papers' | 'looks'

export function exchangeRoutes(app: DeskApp, needs: DeskNeeds): void {
  app.use('/api/exchange/*', fewOfOneAddress(needs, 'messages'))
  const trusted = proxies(needs.trustedProxies ?? [])
  const receive = async (c: Context, message: string, kind: Told, of?: string): Promise<Received> => {
    const { installation } = needs
    if (installation === undefined) return { is: 'refused' }
    return receiveMessage({ ...needs, installation }, message, {
      now: needs.now?.() ?? new Date(),
      on: needs.today(),
      place: placeOf(c, trusted),
      kind,
      ...(of !== undefined && { referral: of }),
    })
  }
  const reply = (c: Context, received: Received) => {
    switch (received.is) {
      case 'received':
        return c.json({ receipt: received.receipt }, 200)
      case 'not yet':
        return problem(c, {
          status: 409,
          title: 'A message before this one has not come yet',
          detail: 'Send it again later.',
        })
      case 'refused':
        return notTaken(c)
    }
  }
  answers(app, referral, async c => reply(c, await receive(c, c.req.valid('json').message, 'referral')))
  answers(app, move, async c =>
    reply(c, await receive(c, c.req.valid('json').message, 'move', c.req.valid('param').referral)),
  )
  answers(app, papers, async c =>
    reply(c, await receive(c, c.req.valid('json').message, 'papers', c.req.valid('param').referral)),
  )
  answers(app, looks, async c =>
    reply(c, await receive(c, c.req.valid('json').message, 'looks', c.req.valid('param').referral)),
  )
  let inHand = 0
  answers(app, paperContent, async c => {
    const { installation } = needs
    if (installation === undefined) return notTaken(c)
    if (inHand >= handedAtOnce) throw new TooBusy()
    inHand += 1
    try {
      const handed = await handPaper({ ...needs, installation }, c.req.valid('json').message, {
        now: needs.now?.() ?? new Date(),
        on: needs.today(),
        place: placeOf(c, trusted),
        ...c.req.valid('param'),
      })
      if (handed.is === 'refused') return notTaken(c)
      return c.body(Buffer.from(handed.content), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
        'x-content-type-options': 'nosniff',
      })
    } finally {
      inHand -= 1
    }
  })
}

const notTaken = (c: Context) => problem(c, { status: 403, title: 'This message is not taken' })
