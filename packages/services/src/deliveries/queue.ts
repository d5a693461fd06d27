/** Puts what is to leave the house into the transaction that it tells of: both are written, or neither. */
import type { Desk } from '../acting/at-desk.ts'

/** `fetch` brings in: a paper, from the installation that passed it. */
export type Channel = 'mail' | 'webhook' | 'exchange' | 'fetch'

export interface Queued {
  /** A mail address, an agency, or an installation. */
  readonly address: string
  /** The same event is queued to the same address once, however often it is asked for. */
  readonly event: string
  readonly body: Readonly<Record<string, unknown>>
  /** Whose administrator is told when it cannot be delivered. */
  readonly agency?: string | undefined
}

export type Queueing = Pick<Desk, 'tx' | 'asWorker'>

export const queueMail = (desk: Queueing, mails: readonly Queued[]): Promise<void> => queue(desk, 'mail', mails)

export const queueWebhook = (desk: Queueing, calls: readonly Queued[]): Promise<void> => queue(desk, 'webhook', calls)

export const queueExchange = (desk: Queueing, messages: readonly Queued[]): Promise<void> =>
  queue(desk, 'exchange', messages)

export const queueFetch = (desk: Queueing, papers: readonly Queued[]): Promise<void> => queue(desk, 'fetch', papers)

async function queue({ tx, asWorker }: Queueing, channel: Channel, queued: readonly Queued[]): Promise<void> {
  if (queued.length === 0) return
  await asWorker(() =>
    tx
      .insertInto('delivery')
      .values(
        queued.map(({ address, event, body, agency }) => ({
          channel,
          address,
          event,
          body: JSON.stringify(body),
          agency: agency ?? null,
        })),
      )
      .onConflict(conflict => conflict.columns(['channel', 'address', 'event']).doNothing())
      .execute(),
  )
}
