import type { TaskState } from '@ieum/council'
import type { TaskLine } from '../client/shapes.ts'

/**
 * As a secretary looks for them: what the next session has to deal with, ready ones first; what is to be followed up, that which is under
 * way before what is only agreed; what is still being written; and last what came to its end.
 */
export const taskGroups = {
  waits: ['answered', 'proposed'],
  goes: ['under-way', 'adopted'],
  written: ['drafted'],
  over: ['completed', 'stopped', 'withdrawn'],
} as const satisfies Record<string, readonly TaskState[]>

export type TaskGroup = keyof typeof taskGroups

/** Groups that have a task, and in each the tasks of one state together, as they stood. */
export function groupsOf<T extends Pick<TaskLine, 'state'>>(
  tasks: readonly T[],
): readonly { readonly group: TaskGroup; readonly tasks: readonly T[] }[] {
  return (Object.keys(taskGroups) as TaskGroup[])
    .map(group => ({
      group,
      tasks: taskGroups[group].flatMap(state => tasks.filter(task => task.state === state)),
    }))
    .filter(one => one.tasks.length > 0)
}
