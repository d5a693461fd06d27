import type { Tables } from '@ieum/storage'
import type { Selectable } from 'kysely'
import { isId } from '../acting/act-as.ts'
import type { Desk } from '../acting/at-desk.ts'
import type { AgreementRow } from '../agreements/terms.ts'

export type ReferralRow = Selectable<Tables['referral']>

/** As far as the rows' own walls show it to who acts; locked until the end of the transaction when it is to be moved. */
export async function findReferral(
  { tx }: Pick<Desk, 'tx'>,
  id: string,
  { toMove = false }: { readonly toMove?: boolean } = {},
): Promise<ReferralRow | undefined> {
  if (!isId(id)) return undefined
  const found = tx.selectFrom('referral').selectAll().where('id', '=', id)
  return (toMove ? found.forUpdate() : found).executeTakeFirst()
}

/** The agreement that a referral goes along: there as long as the referral is. */
export const agreementOf = ({ tx, asWorker }: Desk, { agreement_id }: ReferralRow): Promise<AgreementRow> =>
  asWorker(() => tx.selectFrom('link_agreement').selectAll().where('id', '=', agreement_id).executeTakeFirstOrThrow())
