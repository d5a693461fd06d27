/** What of a council has not come to its end: as long as there is any of it the council is not dissolved. */
import { openActionStates, openTaskStates } from '@ieum/council'
import type { CouncilDesk } from './standing.ts'

/** How many there are of each. */
export interface Unfinished {
  readonly sessions: number
  readonly actions: number
  readonly tasks: number
  /** Proposals of closing days that nobody has agreed to or withdrawn. */
  readonly closings: number
}

/** A draft that was never proposed is nobody's but its agency's, and hinders nothing. */
export async function unfinishedIn({ tx }: Pick<CouncilDesk, 'tx'>, council: string): Promise<Unfinished> {
  const sessions = await tx
    .selectFrom('council_session')
    .select('id')
    .where('council_id', '=', council)
    .where('from_catalogue', '=', false)
    .where('state', 'not in', ['minuted', 'cancelled'])
    .execute()
  const actions = await tx
    .selectFrom('council_action')
    .select('id')
    .where('council_id', '=', council)
    .where('state', 'in', openActionStates)
    .execute()
  const tasks = await tx
    .selectFrom('collaboration_task')
    .select('id')
    .where('council_id', '=', council)
    .where('state', 'in', openTaskStates)
    .execute()
  const closings = await tx
    .selectFrom('closing_agreement')
    .select('id')
    .where('council_id', '=', council)
    .where('state', '=', 'proposed')
    .execute()
  return {
    sessions: sessions.length,
    actions: actions.length,
    tasks: tasks.length,
    closings: closings.length,
  }
}
