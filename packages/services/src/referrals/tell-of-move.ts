/** Who is told of a move: the firm of all that agencies do, each agency of what the other or the firm did. */
import type { ReferralMove } from '@ieum/desk'
import type { Desk } from '../acting/at-desk.ts'
import { notifyFirm, notifyPosts, toSide } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'
import type { ReferralRow } from './find-referral.ts'
import { isAfterAcceptance, senderMayKnow } from './shown-state.ts'

export interface ToldMove {
  readonly move: ReferralMove
  readonly seq: number
  readonly reason: string | null
}

type Told = 'firm' | 'sender' | 'receiver'

const whoHears: Record<ReferralMove, readonly Told[]> = {
  consent: ['sender'],
  send: ['firm', 'receiver'],
  receive: ['firm', 'sender'],
  review: [],
  return: ['firm', 'sender'],
  resend: ['firm', 'receiver'],
  accept: ['firm', 'sender'],
  decline: ['firm', 'sender'],
  enrol: ['firm', 'sender'],
  complete: ['firm', 'sender'],
  fail: ['firm', 'sender'],
  're-route': ['firm'],
  recall: ['firm', 'receiver'],
  withdraw: ['sender', 'receiver'],
  expire: ['firm', 'sender', 'receiver'],
}

export async function tellOfMove(desk: Desk, referral: ReferralRow, { move, seq, reason }: ToldMove): Promise<void> {
  const told = {
    event: `referral:${referral.id}:${move}:${seq}`,
    kind: `referral.${move}`,
    referral: referral.id,
    detail: { number: referral.number, programme: referral.to_programme, ...(reason !== null && { reason }) },
  }
  const hearers = whoHears[move]
  if (hearers.includes('firm')) await notifyFirm(desk, referral.firm_id, toSide(told, 'firm'))
  // After acceptance the sender hears only what the firm agreed to have told.
  if (hearers.includes('sender') && (!isAfterAcceptance(move) || (await senderMayKnow(desk, referral.id))))
    await notifyPosts(desk, await senderPosts(desk, referral), toSide(told, 'sender'))
  if (hearers.includes('receiver') && referral.sent_on !== null)
    await notifyPosts(desk, await receiverPosts(desk, referral), toSide(told, 'receiver'))
}

export async function senderPosts(
  desk: Pick<Desk, 'tx'>,
  { sender_post, from_agency, from_programme }: ReferralRow,
): Promise<readonly string[]> {
  return sender_post ? [sender_post] : postsFor(desk, from_agency, ['desk-officer', 'programme-owner'], from_programme)
}

export async function receiverPosts(
  desk: Pick<Desk, 'tx'>,
  { receiver_post, to_agency, to_programme }: ReferralRow,
): Promise<readonly string[]> {
  return receiver_post ? [receiver_post] : postsFor(desk, to_agency, ['desk-officer', 'programme-owner'], to_programme)
}
