/** A task as who keeps it finds it: its milestones and figures are kept by the posts of either side that own it. */
import { may } from '@ieum/desk'
import { isId } from '../acting/act-as.ts'
import { type CouncilDesk, type Standing, standingIn, type TaskRow } from './standing.ts'

export interface TaskFound {
  readonly task: TaskRow
  readonly standing: Standing
}

/** Nobody else's to change until the end of the transaction where it is to be changed. */
export async function findTask(
  desk: CouncilDesk,
  id: string,
  { toChange = false }: { readonly toChange?: boolean } = {},
): Promise<TaskFound | null> {
  if (!isId(id)) return null
  const asked = desk.tx.selectFrom('collaboration_task').selectAll().where('id', '=', id)
  const task = await (toChange ? asked.forUpdate() : asked).executeTakeFirst()
  const standing = task && (await standingIn(desk, task.council_id))
  return task && standing ? { task, standing } : null
}

/** Once an agency has named the posts that own it, those keep it and the agency's secretary; until then whoever follows tasks. */
export async function keepsTask(
  { tx, acting: { capacity } }: Pick<CouncilDesk, 'tx' | 'acting'>,
  task: string,
  { relations }: Pick<Standing, 'relations'>,
): Promise<boolean> {
  if (![...relations].some(relation => may(capacity.role, 'follow task', relation))) return false
  const named = await tx
    .selectFrom('task_post')
    .select('post_id')
    .where('task_id', '=', task)
    .where('agency', '=', capacity.agency)
    .where('post_id', 'is not', null)
    .execute()
  return named.length === 0 || capacity.role === 'secretary' || named.some(({ post_id }) => post_id === capacity.post)
}
