import { isId } from '../acting/act-as.ts'
import { type CouncilDesk, type Standing, standingIn } from '../council/standing.ts'
import type { AgreementRow } from './terms.ts'

export interface ClosingFound {
  readonly agreement: AgreementRow
  readonly standing: Standing
}

/** Null where it is not there, or of a body in which the agency does not sit: the two look alike. */
export async function findClosing(desk: CouncilDesk, id: string): Promise<ClosingFound | null> {
  if (!isId(id)) return null
  const agreement = await desk.tx.selectFrom('closing_agreement').selectAll().where('id', '=', id).executeTakeFirst()
  const standing = agreement && (await standingIn(desk, agreement.council_id))
  return agreement && standing ? { agreement, standing } : null
}

/** Locked, for who may change it; null where another request was faster. */
export async function lockClosing(desk: CouncilDesk, { id, changed }: AgreementRow): Promise<AgreementRow | null> {
  const agreement = await desk.tx
    .selectFrom('closing_agreement')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return agreement?.changed === changed ? agreement : null
}
