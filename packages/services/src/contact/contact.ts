/** How an agency hears of referrals and answers them; its administrator keeps it. */
import { isMailAddress, newWebhookSecret } from '@ieum/delivery'
import type { Database } from '@ieum/storage'
import { sql } from 'kysely'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk, type Desk } from '../acting/at-desk.ts'
import type { Sealer } from '../sealing/sealer.ts'
import { aboutWebhookOf } from './webhook-secrets.ts'

export type Way = 'desk' | 'mail' | 'table' | 'installation'

export interface Contact {
  readonly way: Way
  readonly mail: string | null
  readonly webhookUrl: string | null
  readonly installation: string | null
}

export type ContactRead = { readonly is: 'found'; readonly contact: Contact } | { readonly is: 'not allowed' }

export type ContactSet =
  /** `secret` is told once, when there is a new one: webhooks are signed with it (Standard Webhooks). */
  | { readonly is: 'set'; readonly contact: Contact; readonly secret: string | null }
  | { readonly is: 'not allowed' }
  | { readonly is: 'wrong'; readonly field: 'mail' | 'webhookUrl' | 'installation'; readonly wrong: string }

export interface ContactToSet {
  readonly way: Way
  readonly mail?: string | null | undefined
  readonly webhookUrl?: string | null | undefined
  readonly installation?: string | null | undefined
  /** A new secret for the webhook in place of the one that stands. */
  readonly newSecret?: boolean | undefined
}

interface ContactNeeds {
  readonly database: Database
  readonly sealer: Sealer
  /** Webhooks to this machine, over plain HTTP: for trials. */
  readonly allowLocalHooks?: boolean
}

const usual: Contact = { way: 'desk', mail: null, webhookUrl: null, installation: null }

export function readContact(needs: Pick<ContactNeeds, 'database'>, acting: Acting<PostCapacity>): Promise<ContactRead> {
  return atDesk(needs, acting, async desk => {
    if (!isAllowed(desk)) return { is: 'not allowed' }
    return { is: 'found', contact: await contactOf(desk) }
  })
}

export async function setContact(
  needs: ContactNeeds,
  acting: Acting<PostCapacity>,
  asked: ContactToSet,
): Promise<ContactSet> {
  const set = await setSealed(needs, acting, asked)
  if (set.is !== 'set' || set.secret === null) return set
  // Sealed in the outcome as well, which is kept for a request that comes twice.
  return { ...set, secret: (await needs.sealer.open(set.secret, aboutWebhookOf(acting.capacity.agency))) ?? null }
}

function setSealed(
  needs: ContactNeeds,
  acting: Acting<PostCapacity>,
  { way, mail = null, webhookUrl = null, installation = null, newSecret = false }: ContactToSet,
): Promise<ContactSet> {
  return atDesk(needs, acting, async desk => {
    if (!isAllowed(desk)) return { is: 'not allowed' }
    const { agency } = acting.capacity
    if (way === 'mail' && mail === null)
      return { is: 'wrong', field: 'mail', wrong: 'needed when answers come by mail' }
    if (mail !== null && !isMailAddress(mail))
      return { is: 'wrong', field: 'mail', wrong: 'one mail address, such as desk@agency.go.kr' }
    if (webhookUrl !== null && !isWebhookAddress(webhookUrl, needs.allowLocalHooks === true))
      return {
        is: 'wrong',
        field: 'webhookUrl',
        wrong: 'an https address in the open internet, without a password in it',
      }
    if (way === 'installation' && !(installation !== null && (await isOf(desk, installation, agency))))
      return { is: 'wrong', field: 'installation', wrong: 'an installation that is known here, and has this agency' }
    const before = await contactOf(desk)
    const secret =
      webhookUrl !== null && (newSecret || before.webhookUrl === null)
        ? await needs.sealer.seal(newWebhookSecret(), aboutWebhookOf(agency))
        : null
    const contact = { way, mail, webhookUrl, installation }
    const columns = {
      way,
      mail,
      webhook_url: webhookUrl,
      installation_id: installation,
      changed_at: sql<Date>`clock_timestamp()`,
      ...(webhookUrl === null ? { webhook_sealed: null } : secret !== null && { webhook_sealed: secret }),
    }
    await desk.tx
      .insertInto('agency_contact')
      .values({ agency, ...columns })
      .onConflict(conflict => conflict.column('agency').doUpdateSet(columns))
      .execute()
    desk.changed('set contact', agency, { ...contact, newSecret: secret !== null })
    return { is: 'set', contact, secret }
  })
}

const isAllowed = (desk: Desk<Acting<PostCapacity>>): boolean =>
  desk.may('manage contact', new Set(['none']), desk.acting.capacity.agency) !== null

async function contactOf({ tx, acting }: Desk<Acting<PostCapacity>>): Promise<Contact> {
  const row = await tx
    .selectFrom('agency_contact')
    .select(['way', 'mail', 'webhook_url', 'installation_id'])
    .where('agency', '=', acting.capacity.agency)
    .executeTakeFirst()
  return row ? { way: row.way, mail: row.mail, webhookUrl: row.webhook_url, installation: row.installation_id } : usual
}

/** What can be judged without asking for the name's address; that is done at each call. */
function isWebhookAddress(text: string, allowLocal: boolean): boolean {
  const url = URL.parse(text)
  if (!url || text.length > 2_000 || url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (allowLocal && url.protocol === 'http:')
}

async function isOf({ tx, asWorker }: Desk, installation: string, agency: string): Promise<boolean> {
  const known = await asWorker(() =>
    tx
      .selectFrom('installation')
      .select('agencies')
      .where('id', '=', installation)
      .where('closed_at', 'is', null)
      .executeTakeFirst(),
  )
  return known?.agencies.includes(agency) ?? false
}
