/** The secrets that webhooks are signed with, as they are kept: sealed, each for its agency. */
import { type Database, inTransaction } from '@ieum/storage'
import type { Sealer } from '../sealing/sealer.ts'

export const aboutWebhookOf = (agency: string): string => `agency_contact.webhook_sealed ${agency}`

export interface SecretsSealed {
  readonly sealed: number
  /** Agencies whose secret no secret of this installation opens: their administrator has a new one made. */
  readonly lost: readonly string[]
}

/** What was kept as it is, or under the secret from before. Done at each start, by whichever process comes first. */
export function sealWebhookSecrets({
  database,
  sealer,
}: {
  readonly database: Database
  readonly sealer: Sealer
}): Promise<SecretsSealed> {
  return inTransaction(
    database,
    {},
    async tx => {
      const rows = await tx
        .selectFrom('agency_contact')
        .select(['agency', 'webhook_secret', 'webhook_sealed'])
        .where(row => row.or([row('webhook_secret', 'is not', null), row('webhook_sealed', 'is not', null)]))
        .orderBy('agency')
        .forUpdate()
        .execute()
      const lost: string[] = []
      let sealed = 0
      for (const { agency, webhook_secret, webhook_sealed } of rows) {
        if (webhook_secret === null && sealer.isCurrent(webhook_sealed!)) continue
        const secret = webhook_secret ?? (await sealer.open(webhook_sealed!, aboutWebhookOf(agency)))
        if (secret === undefined) {
          lost.push(agency)
          continue
        }
        await tx
          .updateTable('agency_contact')
          .set({ webhook_secret: null, webhook_sealed: await sealer.seal(secret, aboutWebhookOf(agency)) })
          .where('agency', '=', agency)
          .execute()
        sealed += 1
      }
      return { sealed, lost }
    },
    { as: 'worker' },
  )
}
