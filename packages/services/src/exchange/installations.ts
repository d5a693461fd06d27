/** The other installations that are known here. */
import type { Day } from '@ieum/catalogue/records'
import { type Database, inTransaction } from '@ieum/storage'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { JWK } from '../decisions/signer.ts'
import { fingerprintOf } from './description.ts'
import { formerKeysOf } from './peer-keys.ts'

export interface KnownInstallation {
  readonly id: string
  readonly name: string
  readonly baseUrl: string
  readonly agencies: readonly string[]
  readonly knownSince: string
  readonly fingerprint: string
  /** Keys before this one that are believed still, each until its day. */
  readonly formerKeys: readonly { readonly fingerprint: string; readonly until: Day }[]
  /** What waits to go there or to come from there. */
  readonly waiting: number
  /** When something last came from there. */
  readonly lastHeard: string | null
}

export function listInstallations(
  { database }: { readonly database: Database },
  on: Day,
): Promise<readonly KnownInstallation[]> {
  return inTransaction(
    database,
    {},
    async tx => {
      const rows = await tx
        .selectFrom('installation as i')
        .selectAll('i')
        .select(eb => [
          eb
            .selectFrom('delivery as d')
            .select(({ fn }) => fn.countAll<number>().as('waiting'))
            .whereRef('d.address', '=', 'i.id')
            .where('d.channel', 'in', ['exchange', 'fetch'])
            .where('d.state', '=', 'waiting')
            .as('waiting'),
          eb
            .selectFrom('exchange_message as m')
            .select(({ fn }) => fn.max('m.at').as('heard'))
            .whereRef('m.installation_id', '=', 'i.id')
            .where('m.direction', '=', 'in')
            .as('heard'),
        ])
        .where('i.closed_at', 'is', null)
        .orderBy('i.id')
        .execute()
      return rows.map(row => ({
        id: row.id,
        name: row.name,
        baseUrl: row.base_url,
        agencies: row.agencies,
        knownSince: row.added_at.toISOString(),
        fingerprint: fingerprintOf(row.public_key as JWK),
        formerKeys: formerKeysOf(row)
          .filter(({ until }) => until >= on)
          .map(({ key, until }) => ({ fingerprint: fingerprintOf(key), until })),
        waiting: Number(row.waiting ?? 0),
        lastHeard: row.heard === null ? null : new Date(row.heard).toISOString(),
      }))
    },
    { as: 'worker' },
  )
}

export type InstallationsRead =
  | { readonly is: 'read'; readonly installations: readonly KnownInstallation[] }
  | { readonly is: 'not allowed' }

/** To be seen by those who answer for an agency's part in it; only whoever keeps the installation changes it. */
export async function readInstallations(
  needs: { readonly database: Database },
  acting: Acting<PostCapacity>,
): Promise<InstallationsRead> {
  const may = await atDesk(needs, acting, async desk =>
    desk.may('see installations', new Set(['none']), acting.capacity.agency),
  )
  return may ? { is: 'read', installations: await listInstallations(needs, acting.on) } : { is: 'not allowed' }
}

export type InstallationRemoved =
  /** `underWay`: cases that can no longer be told of there. */
  { readonly is: 'removed'; readonly underWay: number } | { readonly is: 'no such installation' }

/** From now on nothing is taken from it and nothing goes there. What came with its cases stays with them. */
export function removeInstallation(
  { database }: { readonly database: Database },
  id: string,
): Promise<InstallationRemoved> {
  return inTransaction(
    database,
    {},
    async (tx): Promise<InstallationRemoved> => {
      const closed = await tx
        .updateTable('installation')
        .set({ closed_at: sql`clock_timestamp()` })
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (!closed) return { is: 'no such installation' }
      await tx
        .updateTable('agency_contact')
        .set({ way: 'desk', installation_id: null, changed_at: sql`clock_timestamp()` })
        .where('installation_id', '=', id)
        .execute()
      const { cases } = await tx
        .selectFrom('referral')
        .select(({ fn }) => fn.countAll<number>().as('cases'))
        .where('installation_id', '=', id)
        .where('closed_on', 'is', null)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('audit_entry')
        .values({ lane: 'exchange', operation: 'remove installation', subject: id, detail: '{"by":"the keeper"}' })
        .execute()
      return { is: 'removed', underWay: Number(cases) }
    },
    { as: 'worker' },
  )
}
