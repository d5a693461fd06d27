/** Codes of tasks are given once over all councils, those of drafts that others may not see too. */
import { hold } from '../acting/hold.ts'
import type { CouncilDesk } from './standing.ts'

/**
 * Nobody else gives a code until the end of the transaction: what is looked up from here on still holds when it is written. Held before any row
 * of a council, so that no two wait for each other.
 */
export const holdCodes = ({ tx }: Pick<CouncilDesk, 'tx'>) => hold(tx, 'codes of tasks')

/** Those of them that a task has already. */
export async function codesTaken(desk: CouncilDesk, codes: readonly string[]): Promise<readonly string[]> {
  if (codes.length === 0) return []
  const taken = await desk.asWorker(() =>
    desk.tx
      .selectFrom('collaboration_task')
      .select('code')
      .where('code', 'in', [...codes])
      .orderBy('code')
      .execute(),
  )
  return taken.map(({ code }) => code)
}
