/** What people are told inside the house; each once an event, however many agencies have a part in it. */
import type { Desk } from '../acting/at-desk.ts'
import { queueForNotices } from '../deliveries/queue-for-notices.ts'
import type { Telling } from './telling.ts'

export type Teller = Pick<Desk, 'tx' | 'asWorker'>

/** To posts: whoever holds one sees it, and whoever comes after. */
export const notifyPosts = (desk: Teller, posts: readonly string[], told: Telling): Promise<void> =>
  notify(
    desk,
    posts.map(post_id => ({ post_id })),
    told,
  )

export const notifyPeople = (desk: Teller, people: readonly string[], told: Telling): Promise<void> =>
  notify(
    desk,
    people.map(person_id => ({ person_id })),
    told,
  )

/** The same event told to one side of a referral: what it means for the reader is said by the side. */
export const toSide = (told: Telling, side: 'firm' | 'sender' | 'receiver'): Telling => ({
  ...told,
  detail: { ...told.detail, side },
})

/** To everyone who acts for the firm today. */
export async function notifyFirm(desk: Teller, firm: string, told: Telling): Promise<void> {
  const members = await desk.asWorker(() =>
    desk.tx
      .selectFrom('firm_member')
      .select('person_id')
      .where('firm_id', '=', firm)
      .where('until', 'is', null)
      .execute(),
  )
  await notifyPeople(
    desk,
    members.map(({ person_id }) => person_id),
    { ...told, firm },
  )
}

async function notify(
  desk: Teller,
  to: readonly ({ post_id: string } | { person_id: string })[],
  telling: Telling,
): Promise<void> {
  if (to.length === 0) return
  const { event, kind, referral, firm, agreement, detail = {} } = telling
  const rows = to.map(one => ({
    ...one,
    event,
    kind,
    referral_id: referral ?? null,
    firm_id: firm ?? null,
    agreement_id: agreement ?? null,
    detail: JSON.stringify(detail),
  }))
  await desk.asWorker(() =>
    desk.tx
      .insertInto('notice')
      .values(rows)
      .onConflict(conflict => conflict.doNothing())
      .execute(),
  )
  await queueForNotices(
    desk,
    {
      posts: to.flatMap(one => ('post_id' in one ? [one.post_id] : [])),
      people: to.flatMap(one => ('person_id' in one ? [one.person_id] : [])),
    },
    telling,
  )
}
