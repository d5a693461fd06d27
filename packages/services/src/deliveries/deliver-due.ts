/**
 * Takes what is due out of the outbox and sends it. Any number of processes may do this at once: rows are taken under a lease, nothing is
 * locked while somebody outside is waited for, and what a killed worker had taken is taken again when its lease ends. So a receiver may
 * get something twice, and knows it by its event.
 */
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import { type Selectable, sql, type Transaction } from 'kysely'
import { notifyPosts } from '../notices/notify.ts'
import { postsFor } from '../notices/posts-for.ts'
import type { Channel } from './queue.ts'
import { leaseMilliseconds, lettersAreStaleAfter, mostTries, tryMilliseconds, waitAfter } from './retry.ts'

export type Delivery = Selectable<Tables['delivery']>

export type Sending =
  | { readonly is: 'delivered'; readonly receipt?: unknown }
  | { readonly is: 'not now'; readonly why: string }
  | { readonly is: 'never'; readonly why: string }

/** One way out of the house. It may be asked to send the same again. */
export type Sender = (delivery: Delivery, now: Date) => Promise<Sending>

export interface DeliveryNeeds {
  readonly database: Database
  /** A channel without a sender keeps what it has. */
  readonly senders: Partial<Record<Channel, Sender>>
  /** From 0 to 1. */
  readonly luck?: () => number
}

export interface DeliveryRound {
  readonly taken: number
  readonly delivered: number
  readonly postponed: number
  readonly givenUp: number
}

export async function deliverDue(
  needs: DeliveryNeeds,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<DeliveryRound> {
  const taken = await take(needs, now, most)
  const ends = await Promise.all(taken.map(delivery => deliver(needs, delivery, now)))
  const count = (end: End) => ends.filter(one => one === end).length
  return {
    taken: taken.length,
    delivered: count('delivered'),
    postponed: count('postponed'),
    givenUp: count('given up'),
  }
}

async function take({ database, senders }: DeliveryNeeds, now: Date, most: number): Promise<readonly Delivery[]> {
  const channels = Object.keys(senders) as Channel[]
  if (channels.length === 0) return []
  return inTransaction(
    database,
    {},
    async tx => {
      const due = await tx
        .selectFrom('delivery as d')
        .select('d.id')
        .where('d.state', '=', 'waiting')
        .where('d.channel', 'in', channels)
        .where('d.due_at', '<=', now)
        .where(row => row.or([row('d.leased_until', 'is', null), row('d.leased_until', '<=', now)]))
        .where(isFirstOfItsCase)
        .orderBy('d.due_at')
        .limit(most)
        .forUpdate()
        .skipLocked()
        .execute()
      if (due.length === 0) return []
      return tx
        .updateTable('delivery')
        .set({
          attempts: sql`attempts + 1`,
          leased_until: leaseFrom(now, channels),
        })
        .where(
          'id',
          'in',
          due.map(({ id }) => id),
        )
        .returningAll()
        .execute()
    },
    { as: 'worker' },
  )
}

function leaseFrom(now: Date, channels: readonly Channel[]) {
  const until = (channel: Channel) => new Date(now.getTime() + leaseMilliseconds[channel])
  const each = channels.map(channel => sql`when ${channel} then ${until(channel)}::timestamptz`)
  return sql<Date>`case channel ${sql.join(each, sql` `)} end`
}

/** The other installation reads the moves of one case in their order; a firm's or an agency's stop waits for nothing. */
const isFirstOfItsCase = sql<boolean>`(
  d.channel <> 'exchange' or d.body->>'urgent' = 'true' or not exists (
    select from delivery before where before.state = 'waiting' and before.channel = 'exchange' and before.address = d.address
      and before.body->>'referral' = d.body->>'referral' and before.created_at < d.created_at))`

type End = 'delivered' | 'postponed' | 'given up' | 'taken by another'

async function deliver(needs: DeliveryNeeds, delivery: Delivery, now: Date): Promise<End> {
  const isStale = delivery.channel === 'mail' && now.getTime() - delivery.created_at.getTime() > lettersAreStaleAfter
  const sending = isStale
    ? ({ is: 'never', why: 'waited too long' } as const)
    : await inTime(needs.senders[delivery.channel]!(delivery, now), tryMilliseconds[delivery.channel])
  return inTransaction(needs.database, {}, tx => settle(tx, needs, delivery, sending, now), { as: 'worker' })
}

async function inTime(sending: Promise<Sending>, milliseconds: number): Promise<Sending> {
  let bell: NodeJS.Timeout | undefined
  const tooLate = new Promise<Sending>(resolve => {
    bell = setTimeout(() => resolve({ is: 'not now', why: 'no end in time' }), milliseconds)
  })
  try {
    return await Promise.race([sending, tooLate])
  } catch (error) {
    return { is: 'not now', why: error instanceof Error ? error.message : String(error) }
  } finally {
    clearTimeout(bell)
  }
}

async function settle(
  tx: Transaction<Tables>,
  { luck = Math.random }: DeliveryNeeds,
  { id, attempts, channel, ...delivery }: Delivery,
  sending: Sending,
  now: Date,
): Promise<End> {
  const mine = tx.updateTable('delivery').where('id', '=', id).where('state', '=', 'waiting')
  if (sending.is === 'delivered') {
    const { numUpdatedRows } = await mine
      .set({
        state: 'delivered',
        delivered_at: now,
        leased_until: null,
        last_error: null,
        receipt: sending.receipt === undefined ? null : JSON.stringify(sending.receipt),
        // What was passed on about a firm is not kept a second time.
        body: sql`body - 'content'`,
      })
      .executeTakeFirst()
    return numUpdatedRows > 0n ? 'delivered' : 'taken by another'
  }
  const isOver = sending.is === 'never' || attempts >= mostTries[channel]
  // Only while the lease is still this worker's: whoever took it after has the word.
  const { numUpdatedRows } = await mine
    .where('attempts', '=', attempts)
    .set({
      last_error: sending.why.slice(0, 500),
      leased_until: null,
      ...(isOver
        ? { state: 'given-up' as const, body: sql`body - 'content'` }
        : { due_at: new Date(now.getTime() + waitAfter(attempts, luck())) }),
    })
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return 'taken by another'
  if (!isOver) return 'postponed'
  await tellAdministrator(tx, { id, channel, ...delivery })
  return 'given up'
}

async function tellAdministrator(
  tx: Transaction<Tables>,
  { id, channel, address, agency, event }: Pick<Delivery, 'id' | 'channel' | 'address' | 'agency' | 'event'>,
): Promise<void> {
  // A letter about a letter that did not arrive would go on for ever.
  if (agency === null || event.startsWith('given-up:')) return
  const desk = { tx, asWorker: <T>(work: () => Promise<T>) => work() }
  await notifyPosts(desk, await postsFor(desk, agency, ['agency-administrator']), {
    event: `given-up:${id}`,
    kind: 'delivery.given-up',
    detail: { channel, address, about: event },
  })
}
