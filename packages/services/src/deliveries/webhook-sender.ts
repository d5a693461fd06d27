/** Calls the webhook of an agency as it stands when it is called: a new address or secret holds at once. */
import { type PostOptions, sendWebhook } from '@ieum/delivery'
import { type Database, inTransaction } from '@ieum/storage'
import { aboutWebhookOf } from '../contact/webhook-secrets.ts'
import type { Sealer } from '../sealing/sealer.ts'
import type { Sender } from './deliver-due.ts'

export interface WebhookNeeds extends Pick<PostOptions, 'allowLocal' | 'milliseconds' | 'resolve'> {
  readonly database: Database
  readonly sealer: Sealer
}

export function webhookSender({ database, sealer, ...options }: WebhookNeeds): Sender {
  return async ({ address: agency, event, body, created_at }, now) => {
    const contact = await inTransaction(
      database,
      {},
      tx =>
        tx
          .selectFrom('agency_contact')
          .select(['webhook_url', 'webhook_sealed'])
          .where('agency', '=', agency)
          .executeTakeFirst(),
      { as: 'worker' },
    )
    if (!contact?.webhook_url || !contact.webhook_sealed)
      return { is: 'delivered', receipt: { is: 'nothing to send any more' } }
    const secret = await sealer.open(contact.webhook_sealed, aboutWebhookOf(agency))
    if (secret === undefined) return { is: 'not now', why: 'its secret cannot be opened here: have a new one made' }
    const { kind, ...data } = body
    const posted = await sendWebhook(
      {
        url: contact.webhook_url,
        secret,
        id: event,
        at: now,
        body: JSON.stringify({ type: kind, timestamp: created_at.toISOString(), data: { ...data, agency } }),
      },
      options,
    )
    if (posted.is === 'no such place') return { is: 'never', why: posted.why }
    if (posted.is === 'no answer') return { is: 'not now', why: posted.why }
    return posted.status >= 200 && posted.status < 300
      ? { is: 'delivered' }
      : { is: 'not now', why: `answered ${posted.status}` }
  }
}
