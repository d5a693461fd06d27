/** The key of each move, by its place on the keyboard: what letter it carries is shown on the button. */
import type { ReferralMove } from '@ieum/desk'

export const keyOf: Partial<Record<ReferralMove, string>> = {
  send: 'S',
  resend: 'S',
  recall: 'X',
  receive: 'T',
  review: 'V',
  return: 'R',
  accept: 'A',
  decline: 'D',
  enrol: 'E',
  complete: 'C',
  fail: 'F',
  're-route': 'W',
}
