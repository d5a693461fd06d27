/** The address by which an agency without a desk here reads and answers one case. Only its hash is kept, so nobody can find it in the records. */
import { randomBytes } from 'node:crypto'
import { dayIn } from '@ieum/catalogue/moments'
import { awaitsAnswer } from '@ieum/desk'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import { oneTimeLetter, sayDay } from '@ieum/wording'
import type { Selectable, Transaction } from 'kysely'
import type { MailNeeds } from '../deliveries/mail-sender.ts'
import type { ReferralRow } from '../referrals/find-referral.ts'
import { tokenSha256 } from '../token-sha256.ts'

const days = 14

interface LinkNeeds {
  readonly database: Database
  readonly publicUrl: string
  /** Where the agencies are: in it the last day is told. */
  readonly timeZone: string
}

/** Each time the letter is written it has an address of its own: a letter that was sent twice has two, and one answer uses up both. */
export function oneTimeWriter({ database, publicUrl, timeZone }: LinkNeeds): NonNullable<MailNeeds['writeOneTime']> {
  return async ({ address, body }, now) => {
    const { referral, number, language } = body as { referral: string; number: string; language?: string }
    const token = randomBytes(32).toString('base64url')
    const until = new Date(now.getTime() + days * 24 * 3_600_000)
    const spoken = language === 'en' ? 'en' : 'ko'
    const isKept = await inTransaction(
      database,
      {},
      async tx => {
        const row = await tx
          .selectFrom('referral')
          .select(['to_agency', 'state'])
          .where('id', '=', referral)
          .executeTakeFirst()
        if (!row || !awaitsAnswer.includes(row.state)) return false
        await tx
          .insertInto('one_time_link')
          .values({
            token_sha256: tokenSha256(token),
            referral_id: referral,
            agency: row.to_agency,
            mail: address,
            created_at: now,
            until,
          })
          .execute()
        return true
      },
      { as: 'worker' },
    )
    if (!isKept) return undefined
    // Behind `#`, which no server, log or mail scanner is sent.
    const link = `${publicUrl}/answer#${token}`
    return oneTimeLetter({ language: spoken, link, number, until: sayDay(dayIn(timeZone, until), spoken) })
  }
}

export type OneTimeLink = Selectable<Tables['one_time_link']>

/** A link that still works; looking does not use it up. */
export function findLink(tx: Transaction<Tables>, token: string, now: Date): Promise<OneTimeLink | undefined> {
  return tx
    .selectFrom('one_time_link')
    .selectAll()
    .where('token_sha256', '=', tokenSha256(token))
    .where('used_at', 'is', null)
    .where('until', '>', now)
    .executeTakeFirst()
}

export interface LinkedCase {
  readonly link: OneTimeLink
  readonly referral: ReferralRow
  /** The consents that stand on the day. */
  readonly consents: readonly Selectable<Tables['consent']>[]
}

/** The case as far as the firm's consent reaches at this moment; undefined where it does not, or the agency is reached in another way by now. */
export async function linkedCase(
  tx: Transaction<Tables>,
  token: string,
  { now, on }: { readonly now: Date; readonly on: string },
): Promise<LinkedCase | undefined> {
  const link = await findLink(tx, token, now)
  if (!link) return undefined
  const contact = await tx
    .selectFrom('agency_contact')
    .select(['way', 'mail'])
    .where('agency', '=', link.agency)
    .executeTakeFirst()
  if (contact?.way !== 'mail' || contact.mail !== link.mail) return undefined
  const referral = await tx
    .selectFrom('referral')
    .selectAll()
    .where('id', '=', link.referral_id)
    .where('to_agency', '=', link.agency)
    .where('state', 'in', [...awaitsAnswer])
    .forUpdate()
    .executeTakeFirst()
  if (!referral) return undefined
  const consents = await tx
    .selectFrom('consent')
    .selectAll()
    .where('referral_id', '=', referral.id)
    .where('recipient_agency', '=', link.agency)
    .where('withdrawn_at', 'is', null)
    .where('until', '>=', on)
    .execute()
  return consents.some(({ kind }) => kind === 'hand-off') ? { link, referral, consents } : undefined
}
