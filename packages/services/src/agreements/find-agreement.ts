import type { AgreementState } from '@ieum/desk'
import { isId } from '../acting/act-as.ts'
import { looksAfter, type PostCapacity } from '../acting/acting.ts'
import type { Desk } from '../acting/at-desk.ts'
import type { AgreementRow } from './terms.ts'

/** As far as the rows' own walls show it to who acts; to move it one must have a part in it, and it is locked until the end. */
export async function findAgreement(
  { tx }: Pick<Desk, 'tx'>,
  id: string,
  { toMove = false }: { readonly toMove?: boolean } = {},
): Promise<AgreementRow | undefined> {
  if (!isId(id)) return undefined
  const found = tx.selectFrom('link_agreement').selectAll().where('id', '=', id)
  return (toMove ? found.forUpdate() : found).executeTakeFirst()
}

export type Side = 'proposer' | 'other'

/** Null for an agency that has no part in it. */
export function sideOf(
  row: Pick<AgreementRow, 'proposed_by' | 'from_agency' | 'to_agency'>,
  agency: string,
): Side | null {
  if (agency !== row.from_agency && agency !== row.to_agency) return null
  return row.proposed_by === agency ? 'proposer' : 'other'
}

/** Whether the post looks after its own agency's programme of the two. */
export const looksAfterSide = (
  capacity: PostCapacity,
  row: Pick<AgreementRow, 'from_agency' | 'from_programme' | 'to_programme'>,
): boolean => looksAfter(capacity, capacity.agency === row.from_agency ? row.from_programme : row.to_programme)

/** Somebody was faster: how it stands now, to be looked at before it is tried again. */
export interface ChangedMeanwhile {
  readonly is: 'changed meanwhile'
  readonly state: AgreementState
  readonly changed: number
}

export const changedMeanwhile = ({ state, changed }: AgreementRow): ChangedMeanwhile => ({
  is: 'changed meanwhile',
  state,
  changed,
})
