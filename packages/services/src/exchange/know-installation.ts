/**
 * Makes another installation known: where it is, how its signatures are checked, and for which agencies it speaks. Done by who runs this
 * one, after the key was compared with someone there. A new key takes the place of the one before, which is believed until its day.
 */
import { isDay } from '@ieum/catalogue/days'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { hold } from '../acting/hold.ts'
import { agencies, fingerprintOf, installationId, PublicKey } from './description.ts'
import { type FormerKey, formerKeysOf } from './peer-keys.ts'

const InstallationToKnow = z.strictObject({
  id: installationId,
  name: z.string().min(1).max(100),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .refine(url => url.startsWith('https:') || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\/?$/.test(url), {
      message: 'https, or plain http to this machine',
    })
    .transform(url => url.replace(/(?<!\/)\/+$/, '')),
  publicKey: PublicKey,
  agencies: agencies.min(1),
  /** The last day on which a key before this one is believed; at once no longer when left out. */
  oldKeyUntil: z.string().refine(isDay, { message: 'a day, such as 2026-12-31' }).optional(),
})

export type InstallationKnown =
  /** `agenciesHere` work here as well: their own administrators say how they are reached. */
  | { readonly is: 'known'; readonly id: string; readonly agenciesHere?: readonly string[] }
  | { readonly is: 'wrong'; readonly fields: readonly { readonly field: string; readonly wrong: string }[] }
  /** An agency is spoken for by one installation only. */
  | { readonly is: 'spoken for already'; readonly agencies: readonly string[] }

const mostFormerKeys = 5

export async function knowInstallation(
  { database }: { readonly database: Database },
  told: unknown,
): Promise<InstallationKnown> {
  const read = InstallationToKnow.safeParse(told)
  if (!read.success)
    return {
      is: 'wrong',
      fields: read.error.issues.map(({ path, message }) => ({
        field: `/${path.map(String).join('/')}`,
        wrong: message,
      })),
    }
  const { id, name, baseUrl, publicKey, agencies, oldKeyUntil } = read.data
  return inTransaction(
    database,
    {},
    async tx => {
      // Rows that are not there yet cannot be locked: two who add at once would each find the agency free.
      await hold(tx, 'installations')
      const known = await tx.selectFrom('installation').selectAll().execute()
      const others = known.filter(other => other.id !== id && other.closed_at === null)
      const taken = agencies.filter(agency => others.some(other => other.agencies.includes(agency)))
      if (taken.length > 0) return { is: 'spoken for already', agencies: taken }
      const before = known.find(one => one.id === id)
      // Of one that was removed nothing is believed any more.
      const former = before && before.closed_at === null ? formerNow(before, publicKey, oldKeyUntil) : []
      const columns = {
        name,
        base_url: baseUrl,
        public_key: JSON.stringify(publicKey),
        former_keys: JSON.stringify(former),
        agencies,
        closed_at: null,
      }
      await tx
        .insertInto('installation')
        .values({ id, ...columns })
        .onConflict(conflict => conflict.column('id').doUpdateSet(columns))
        .execute()
      const agenciesHere = await reachThere(tx, id, agencies)
      const detail = { by: 'the keeper', baseUrl, agencies, fingerprint: fingerprintOf(publicKey), oldKeyUntil }
      await tx
        .insertInto('audit_entry')
        .values({ lane: 'exchange', operation: 'know installation', subject: id, detail: JSON.stringify(detail) })
        .execute()
      return { is: 'known', id, ...(agenciesHere.length > 0 && { agenciesHere }) }
    },
    { as: 'worker' },
  )
}

interface Known {
  readonly public_key: unknown
  readonly former_keys: unknown
}

function formerNow(before: Known, key: PublicKey, until: string | undefined): readonly FormerKey[] {
  const keyBefore = PublicKey.parse(before.public_key)
  const former = formerKeysOf(before).filter(one => one.key.x !== key.x)
  if (keyBefore.x === key.x) return former
  return until === undefined ? [] : [{ key: keyBefore, until }, ...former].slice(0, mostFormerKeys)
}

/** Cases for agencies that have no desk here go there from now on. Answers those that have one. */
async function reachThere(
  tx: Transaction<Tables>,
  id: string,
  agencies: readonly string[],
): Promise<readonly string[]> {
  const posts = await tx
    .selectFrom('post')
    .select('agency')
    .distinct()
    .where('agency', 'in', [...agencies])
    .where('closed_at', 'is', null)
    .execute()
  const here = posts.map(({ agency }) => agency)
  const away = agencies.filter(agency => !here.includes(agency))
  // Those that it no longer speaks for are not sent there any more.
  await tx
    .updateTable('agency_contact')
    .set({ way: 'desk', installation_id: null, changed_at: sql`clock_timestamp()` })
    .where('installation_id', '=', id)
    .where('agency', 'not in', [...agencies])
    .execute()
  if (away.length === 0) return here
  const columns = { way: 'installation' as const, installation_id: id, changed_at: sql<Date>`clock_timestamp()` }
  await tx
    .insertInto('agency_contact')
    .values(away.map(agency => ({ agency, ...columns })))
    .onConflict(conflict => conflict.column('agency').doUpdateSet(columns))
    .execute()
  return here
}
