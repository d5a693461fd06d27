/** A proposal or an agreement with its council, as who acts may see it, and nobody else's to change until the end of the transaction. */
import { isId } from '../acting/act-as.ts'
import { hold } from '../acting/hold.ts'
import { type CouncilDesk, type Standing, standingIn } from '../council/standing.ts'
import type { AgreementRow } from './terms.ts'

export interface ClosingFound {
  readonly agreement: AgreementRow
  readonly standing: Standing
}

/** Null where it is not there, or of a body in which the agency does not sit: the two look alike. */
export async function holdClosing(desk: CouncilDesk, id: string): Promise<ClosingFound | null> {
  if (!isId(id)) return null
  const found = desk.tx.selectFrom('closing_agreement').selectAll().where('id', '=', id)
  const agreement = await found.executeTakeFirst()
  const standing = agreement && (await standingIn(desk, agreement.council_id))
  if (!agreement || !standing) return null
  await holdClosings(desk, agreement.council_id, agreement.municipality)
  return { agreement: await found.executeTakeFirstOrThrow(), standing }
}

/**
 * All versions of one municipality together, by their name: the wall lets only the secretariat lock the rows, others state positions on
 * them, and the number of the next one is counted from those that there are.
 */
export const holdClosings = ({ tx }: CouncilDesk, council: string, municipality: string) =>
  hold(tx, `closing days of ${municipality} in ${council}`)
