import type { Moved, ReferralsListed } from '@ieum/services'
import type { Context } from 'hono'
import { problem } from '../problem.ts'
import { nothingHere } from './desk-app.ts'

export const listed = (c: Context, { lines, total, counts }: ReferralsListed) => c.json({ lines, total, counts }, 200)

export function moved(c: Context, outcome: Moved) {
  return outcome.is === 'moved'
    ? c.json({ state: outcome.state, changed: outcome.changed, due: outcome.due }, 200)
    : notNow(c, outcome)
}

/** Why a move was not made, with what would be right. */
export function notNow(c: Context, outcome: Exclude<Moved, { is: 'moved' }>) {
  switch (outcome.is) {
    case 'no such referral':
      return nothingHere(c)
    case 'access ended':
      return problem(c, {
        status: 409,
        code: 'access-ended',
        title: 'Access to this case has ended',
        detail: 'The firm took its consent back, it ran out, or the referral was recalled or closed.',
      })
    case 'changed meanwhile':
      return problem(c, {
        status: 409,
        code: 'changed-meanwhile',
        title: 'Somebody was quicker',
        detail: `It is ${outcome.state} now: look at it again.`,
      })
    case 'not allowed now':
      return problem(c, {
        status: 409,
        code: 'not-allowed-now',
        title: `A referral that is ${outcome.state} cannot be moved so`,
      })
    case 'not yours':
      return problem(c, { status: 409, code: 'not-yours', title: `This move is made by the ${outcome.mover}` })
    case 'reason needed':
      return problem(c, {
        status: 422,
        code: 'reason-needed',
        title: 'A reason is needed',
        fields: [{ field: '/reason', wrong: `one of ${outcome.reasons.join(', ')}` }],
      })
    case 'link not in force':
      return problem(c, { status: 409, code: 'link-not-in-force', title: 'The link is not in force today' })
    case 'no places left':
      return problem(c, {
        status: 409,
        code: 'no-places-left',
        title: `All ${outcome.places} places of the link are taken`,
      })
    case 'cannot be passed on':
      return problem(c, {
        status: 409,
        code: 'cannot-be-passed-on',
        title: 'This is more than the other installation takes',
        detail: `With fewer facts in the consent it may be: ${outcome.why}.`,
      })
    case 'no consent stands':
      return problem(c, {
        status: 409,
        code: 'no-consent-stands',
        title: 'No consent of the firm stands for this referral',
      })
  }
}
