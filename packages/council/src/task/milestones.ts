import type { Day } from '@ieum/catalogue/records'
import { isTaskOver, type TaskState } from './moves.ts'

export interface DatedMilestone {
  readonly due: Day
  readonly reachedOn: Day | null
}

/** `idle`: nobody works towards it, so that nobody is late with it. */
export type MilestoneStand = 'reached' | 'late' | 'ahead' | 'idle'

/** Where a milestone stands on a day. One of a task of which no source says how far it came was set here, and is worked towards. */
export function milestoneStand({ due, reachedOn }: DatedMilestone, task: TaskState | null, on: Day): MilestoneStand {
  if (reachedOn) return 'reached'
  if (task !== null && isTaskOver(task)) return 'idle'
  if (due >= on) return 'ahead'
  return task === null || task === 'adopted' || task === 'under-way' ? 'late' : 'idle'
}
