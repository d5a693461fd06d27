/** The open work of a post passes to another of the same agency: its referrals, its batches, its part in councils, and all that it was told. */
import { canTakeOver, isOver, notLookedAfter, states, type WorkToPass } from '@ieum/desk'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import { agencysOwn, type OwnDesk, ownOpenPost } from './administration.ts'
import { openActionsOf, passCouncilWork } from './council-work.ts'

export type HandedOver =
  | { readonly is: 'handed over'; readonly referrals: number }
  | { readonly is: 'no such post' }
  | { readonly is: 'no such successor' }
  /** It does not work on referrals, or not on those of these programmes; none: it does nothing of what councils ask for. */
  | { readonly is: 'successor does not look after'; readonly programmes: readonly string[] }

export function handOver(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
  id: string,
  to: string,
): Promise<HandedOver> {
  return atDesk(needs, acting, async desk => {
    if (!desk.may('manage posts', agencysOwn, id)) return { is: 'no such post' }
    if (!(await ownOpenPost(desk, id))) return { is: 'no such post' }
    const handed = await passOn(desk, id, to)
    if (handed.is === 'handed over') desk.changed('hand over', id, { to, referrals: handed.referrals })
    return handed
  })
}

const open = states.filter(state => !isOver(state))

export async function passOn(desk: OwnDesk, from: string, to: string): Promise<HandedOver> {
  const { tx } = desk
  const successor = from === to ? undefined : await ownOpenPost(desk, to)
  if (!successor) return { is: 'no such successor' }
  const work = await workOf(desk, from)
  if (!canTakeOver(successor, work))
    return { is: 'successor does not look after', programmes: notLookedAfter(successor, work) }
  await desk.asWorker(async () => {
    for (const side of ['sender_post', 'receiver_post'] as const)
      await tx
        .updateTable('referral')
        .set({ [side]: to })
        .where(side, '=', from)
        .where('state', 'in', open)
        .execute()
    await tx
      .updateTable('referral_batch')
      .set({ proposed_post: to })
      .where('proposed_post', '=', from)
      .where('state', '=', 'proposed')
      .execute()
    await passCouncilWork(desk, from, successor)
    await tellAllThatWasTold(desk, from, to)
  })
  return { is: 'handed over', referrals: work.referrals }
}

/**
 * The successor reads all that the post was ever told, read or not; what it was told itself is told once. The post keeps its own, of which
 * nothing waits there any more.
 */
async function tellAllThatWasTold({ tx, acting }: OwnDesk, from: string, to: string): Promise<void> {
  const copied = ['event', 'kind', 'referral_id', 'firm_id', 'agreement_id', 'detail', 'created_at'] as const
  await tx
    .insertInto('notice')
    .columns(['post_id', ...copied, 'read_at', 'read_by'])
    .expression(query =>
      query
        .selectFrom('notice')
        .select(sql<string>`${to}::uuid`.as('post_id'))
        .select([...copied, 'read_at', 'read_by'])
        .where('post_id', '=', from),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx
    .updateTable('notice')
    .set({ read_at: sql`clock_timestamp()`, read_by: acting.person.id })
    .where('post_id', '=', from)
    .where('read_at', 'is', null)
    .execute()
}

/** What has to pass on from the post, locked until the end. */
export async function workOf(
  desk: OwnDesk,
  post: string,
): Promise<WorkToPass & { readonly referrals: number; readonly batches: number }> {
  const referrals = await openReferralsOf(desk, post)
  const batches = await proposedBatchesOf(desk, post)
  const { length: actions } = await openActionsOf(desk, post)
  return {
    referrals: referrals.length,
    batches: batches.length,
    actions,
    programmes: [
      ...new Set([...referrals.flatMap(({ programmes }) => programmes), ...batches.map(({ programme }) => programme)]),
    ],
  }
}

/** Referrals that are not over and lie with the post, each with the programmes by which it does. */
const openReferralsOf = (
  { tx, asWorker }: OwnDesk,
  post: string,
): Promise<readonly { id: string; programmes: readonly string[] }[]> =>
  asWorker(async () => {
    const rows = await tx
      .selectFrom('referral')
      .select(['id', 'sender_post', 'receiver_post', 'from_programme', 'to_programme'])
      .where(({ or, eb }) => or([eb('sender_post', '=', post), eb('receiver_post', '=', post)]))
      .where('state', 'in', open)
      .forUpdate()
      .execute()
    return rows.map(({ id, sender_post, receiver_post, from_programme, to_programme }) => ({
      id,
      programmes: [
        ...(sender_post === post ? [from_programme] : []),
        ...(receiver_post === post ? [to_programme] : []),
      ],
    }))
  })

/** Batches of the post that nobody has decided on yet, each with the programme whose firms it hands on. */
const proposedBatchesOf = (
  { tx, asWorker }: OwnDesk,
  post: string,
): Promise<readonly { id: string; programme: string }[]> =>
  asWorker(() =>
    tx
      .selectFrom('referral_batch as b')
      .innerJoin('link_agreement as a', 'a.id', 'b.agreement_id')
      .select(['b.id', 'a.from_programme as programme'])
      .where('b.proposed_post', '=', post)
      .where('b.state', '=', 'proposed')
      .forUpdate('b')
      .execute(),
  )
