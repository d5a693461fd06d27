import type { Position, ProposedTask } from '@ieum/council'
import type { CouncilDesk, TaskRow } from './standing.ts'

/** A task as its moves are asked of: the last answer of each agency counts. */
export async function proposedTask(
  { tx }: Pick<CouncilDesk, 'tx'>,
  task: Pick<TaskRow, 'id' | 'state' | 'proposed_by'>,
  seated: readonly string[],
): Promise<ProposedTask> {
  const given = await tx
    .selectFrom('task_answer')
    .select(['agency', 'position'])
    .where('task_id', '=', task.id)
    .orderBy('at')
    .execute()
  return {
    state: task.state,
    proposedBy: task.proposed_by,
    seated,
    answers: new Map(given.map(({ agency, position }): [string, Position] => [agency, position])),
  }
}
