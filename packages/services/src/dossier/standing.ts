/** What stands of a firm: facts and participations that nobody took back, as far as the rows' walls show them to who acts. */
import type { Desk } from '../acting/at-desk.ts'
import type { FactRow, ParticipationRow } from './rows.ts'

/** Of each fact first the value that counts: the newest day, then what was recorded last. Of these names; of all when left out. */
export function standingFacts(
  { tx }: Pick<Desk, 'tx'>,
  firm: string,
  names?: readonly string[],
): Promise<readonly FactRow[]> {
  if (names?.length === 0) return Promise.resolve([])
  let standing = tx.selectFrom('fact').selectAll().where('firm_id', '=', firm).where('withdrawn_at', 'is', null)
  if (names) standing = standing.where('name', 'in', [...names])
  return standing.orderBy('name').orderBy('as_of', 'desc').orderBy('recorded_at', 'desc').orderBy('id').execute()
}

/** The newest first. */
export const standingParticipations = ({ tx }: Pick<Desk, 'tx'>, firm: string): Promise<readonly ParticipationRow[]> =>
  tx
    .selectFrom('participation')
    .selectAll()
    .where('firm_id', '=', firm)
    .where('withdrawn_at', 'is', null)
    .orderBy('on_day', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
