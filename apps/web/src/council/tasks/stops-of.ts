import type { Day } from '@ieum/catalogue/records'
import type { Milestone } from '../client/shapes.ts'

/** In the order of their days, reached or due, with today among them. */
export function stopsOf(milestones: readonly Milestone[], on: Day): readonly (Milestone | 'today')[] {
  const dayOf = ({ reachedOn, due }: Milestone) => reachedOn ?? due
  const inTime = milestones.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
  // What was reached today, or is late, lies behind.
  const behind = inTime.filter(one => (one.reachedOn ? one.reachedOn <= on : one.due < on))
  return [...behind, 'today', ...inTime.filter(one => !behind.includes(one))]
}
