/** Where other installations bring what they have to say about a case. What is not to be taken is refused without saying why. */
import { createRoute, z } from '@hono/zod-openapi'
import { type Received, receiveMessage } from '@ieum/services'
import type { Context } from 'hono'
import { fewOfOneAddress } from '../crowd.ts'
import { answers, type DeskApp } from '../desk/desk-app.ts'
import { Id } from '../desk/referral-shapes.ts'
import type { DeskNeeds } from '../needs.ts'
import { problem, problems } from '../problem.ts'
import { placeOf, proxies } from '../sign-in/address.ts'

const tags = ['exchange']
const body = {
  required: true,
  content: {
    'application/json': {
      schema: z.strictObject({
        message: z
          .string()
          .max(1_500_000)
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

export function exchangeRoutes(app: DeskApp, needs: DeskNeeds): void {
  app.use('/api/exchange/*', fewOfOneAddress(needs, 'messages'))
  const trusted = proxies(needs.trustedProxies ?? [])
  const receive = async (c: Context, message: string, kind: 'referral' | 'move', of?: string): Promise<Received> => {
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
        return problem(c, { status: 403, title: 'This message is not taken' })
    }
  }
  answers(app, referral, async c => reply(c, await receive(c, c.req.valid('json').message, 'referral')))
  answers(app, move, async c =>
    reply(c, await receive(c, c.req.valid('json').message, 'move', c.req.valid('param').referral)),
  )
}
