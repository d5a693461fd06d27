import type { Operation, ReferralMove } from '@ieum/desk'

/** What one must be allowed to do to make a move; the clock asks nobody. */
export const operationOf: Record<Exclude<ReferralMove, 'expire'>, Operation> = {
  consent: 'give consent',
  send: 'send referral',
  resend: 'send referral',
  recall: 'send referral',
  're-route': 'send referral',
  receive: 'answer referral',
  review: 'answer referral',
  return: 'answer referral',
  accept: 'answer referral',
  decline: 'answer referral',
  enrol: 'follow referral through',
  complete: 'follow referral through',
  fail: 'follow referral through',
  withdraw: 'withdraw referral',
}
