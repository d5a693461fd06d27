/** How far the link has come that was drawn up for an action: the version that stands, or the one that is being agreed on. */
import type { Day } from '@ieum/catalogue/records'
import { type AgreementState, isInForce } from '@ieum/desk'
import type { Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'

export type LinkOfAction =
  | { readonly agreement: string; readonly state: AgreementState | 'in force' }
  /** It is being drawn up, and not for who asks to see yet. */
  | { readonly agreement: null; readonly state: 'not shown' }

export async function linkOf(tx: Transaction<Tables>, agreement: string, on: Day): Promise<LinkOfAction> {
  const drawn = await tx.selectFrom('link_agreement').select('link').where('id', '=', agreement).executeTakeFirst()
  if (!drawn) return { agreement: null, state: 'not shown' }
  const versions = await tx
    .selectFrom('link_agreement')
    .select(['id', 'state', 'valid_from', 'valid_to', 'superseded_by'])
    .where('link', '=', drawn.link)
    .orderBy('version', 'desc')
    .execute()
  const standing = versions.find(({ state, valid_from, valid_to, superseded_by }) =>
    isInForce({ state, validFrom: valid_from, validTo: valid_to, supersededBy: superseded_by }, on),
  )
  if (standing) return { agreement: standing.id, state: 'in force' }
  const newest = versions[0]!
  return { agreement: newest.id, state: newest.state }
}
