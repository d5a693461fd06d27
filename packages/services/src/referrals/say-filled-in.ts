/** The firm says that what the receiving agency still asked for is filled in: the sending desk hears it once a round, and sends again. */
import type { Database } from '@ieum/storage'
import type { Acting, FirmCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import { ofFirm } from '../consents/ask-consent.ts'
import { notifyPosts } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'
import { findReferral, type ReferralRow } from './find-referral.ts'
import { senderPosts } from './tell-of-move.ts'

export type FilledInSaid =
  | { readonly is: 'told' }
  | { readonly is: 'told before' }
  /** Nothing is asked for just now. */
  | { readonly is: 'not asked back' }
  /** Nobody of the sending agency has a post here. */
  | { readonly is: 'nobody to tell' }
  | { readonly is: 'no such referral' }

/** Whoever may fill it in may say that it is done. The referral stands as it did: to send it again is the sending desk's move. */
export function sayFilledIn(
  needs: { readonly database: Database },
  acting: Acting<FirmCapacity>,
  id: string,
): Promise<FilledInSaid> {
  return atDesk(needs, acting, async desk => {
    const referral = await findReferral(desk, id)
    if (!referral || !desk.may('enter fact', ofFirm(acting), id)) return { is: 'no such referral' }
    if (referral.state !== 'returned') return { is: 'not asked back' }
    if ((await filledInOf(desk, id)).some(({ seq }) => seq === referral.changed)) return { is: 'told before' }
    const posts = await sendingPosts(desk, referral)
    if (posts.length === 0) return { is: 'nobody to tell' }
    await notifyPosts(desk, posts, {
      event: eventOf(id, referral.changed),
      kind: 'referral.filled-in',
      referral: id,
      detail: { number: referral.number, programme: referral.to_programme, side: 'sender' },
    })
    desk.changed('say filled in', id)
    return { is: 'told' }
  })
}

const eventOf = (referral: string, seq: number | string): string => `referral:${referral}:filled-in:${seq}`

async function sendingPosts(desk: Desk, referral: ReferralRow): Promise<readonly string[]> {
  const posts = await senderPosts(desk, referral)
  return posts.length > 0 ? posts : postsFor(desk, referral.from_agency, ['agency-administrator'])
}

export interface FilledIn {
  /** The event of the history after which it was said: that of the round's return. */
  readonly seq: number
  readonly at: string
}

/** When it was said, round by round. It is no move, so it stands where it was told of: in the notices. */
export async function filledInOf(
  { tx, asWorker }: Pick<Desk, 'tx' | 'asWorker'>,
  referral: string,
): Promise<readonly FilledIn[]> {
  const told = await asWorker(() =>
    tx
      .selectFrom('notice')
      .select(['event', ({ fn }) => fn.min('created_at').as('at')])
      .where('referral_id', '=', referral)
      .where('kind', '=', 'referral.filled-in')
      .groupBy('event')
      .execute(),
  )
  return told
    .map(({ event, at }) => ({ seq: Number(event.slice(eventOf(referral, '').length)), at: at.toISOString() }))
    .toSorted((a, b) => a.seq - b.seq)
}
