/** What a task is to have come to by which day: set, moved, and marked as reached by the posts that own the task. */
import { isTaskOver, type TaskState } from '@ieum/council'
import { isId } from '../acting/act-as.ts'
import type { Acting, PostCapacity } from '../acting/acting.ts'
import { atDesk } from '../acting/at-desk.ts'
import type { FieldFault } from '../field-fault.ts'
import type { CouncilNeeds } from './found-council.ts'
import { findTask, keepsTask } from './keeps-task.ts'

export interface MilestoneToAdd {
  readonly title: string
  readonly titleEn?: string | undefined
  readonly due: string
}

export type MilestoneAdded =
  | { readonly is: 'added'; readonly milestone: string; readonly changed: number }
  | { readonly is: 'no such task' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: TaskState }

export function addMilestone(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  id: string,
  { title, titleEn, due }: MilestoneToAdd,
): Promise<MilestoneAdded> {
  return atDesk({ database }, acting, async desk => {
    const found = await findTask(desk, id, { toChange: true })
    if (!found) return { is: 'no such task' }
    const { task, standing } = found
    if (!desk.may('follow task', standing.relations, id) || !(await keepsTask(desk, id, standing)))
      return { is: 'not for this post' }
    if (isTaskOver(task.state)) return { is: 'not allowed now', state: task.state }
    const { id: milestone, changed } = await desk.tx
      .insertInto('task_milestone')
      .values({ task_id: id, title_ko: title, title_en: titleEn ?? null, due })
      .returning(['id', 'changed'])
      .executeTakeFirstOrThrow()
    desk.changed('add milestone', milestone, { task: id, due })
    return { is: 'added', milestone, changed }
  })
}

export interface MilestoneChange {
  readonly milestone: string
  readonly changed: number
  readonly title?: string | undefined
  readonly due?: string | undefined
  /** Null: it was not reached after all. */
  readonly reachedOn?: string | null | undefined
}

export type MilestoneChanged =
  | { readonly is: 'changed'; readonly changed: number }
  | { readonly is: 'no such milestone' }
  | { readonly is: 'not for this post' }
  | { readonly is: 'not allowed now'; readonly state: TaskState }
  | { readonly is: 'changed meanwhile'; readonly changed: number }
  | { readonly is: 'faulty'; readonly fields: readonly FieldFault[] }

export function changeMilestone(
  { database }: Pick<CouncilNeeds, 'database'>,
  acting: Acting<PostCapacity>,
  { milestone: id, changed, title, due, reachedOn }: MilestoneChange,
): Promise<MilestoneChanged> {
  return atDesk({ database }, acting, async desk => {
    const milestone = isId(id)
      ? await desk.tx.selectFrom('task_milestone').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      : undefined
    const found = milestone && (await findTask(desk, milestone.task_id, { toChange: true }))
    if (!milestone || !found) return { is: 'no such milestone' }
    const { task, standing } = found
    if (!desk.may('follow task', standing.relations, id) || !(await keepsTask(desk, task.id, standing)))
      return { is: 'not for this post' }
    if (isTaskOver(task.state)) return { is: 'not allowed now', state: task.state }
    if (milestone.changed !== changed) return { is: 'changed meanwhile', changed: milestone.changed }
    if (reachedOn && reachedOn > acting.on)
      return { is: 'faulty', fields: [{ field: '/reachedOn', wrong: 'a day that is still to come' }] }
    await desk.tx
      .updateTable('task_milestone')
      .set({
        changed: changed + 1,
        ...(title !== undefined && { title_ko: title }),
        ...(due !== undefined && { due }),
        ...(reachedOn !== undefined && { reached_on: reachedOn }),
      })
      .where('id', '=', id)
      .execute()
    desk.changed('change milestone', id, {
      task: task.id,
      ...(due !== undefined && due !== milestone.due && { due, before: milestone.due }),
      ...(reachedOn !== undefined && { reachedOn }),
    })
    return { is: 'changed', changed: changed + 1 }
  })
}
