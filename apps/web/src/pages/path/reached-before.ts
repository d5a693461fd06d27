/** The stops of a pathway that a firm has behind it: a path goes on from there, not back to what was completed. */
import type { Firm } from '@ieum/catalogue/records'
import type { RuledProgramme } from '@ieum/rules'

export interface Ways {
  /** Up to and with the last stop that a programme which was completed reaches. */
  readonly done: readonly string[]
  readonly ahead: readonly string[]
}

export function reachedBefore(
  via: readonly string[],
  { facts }: Pick<Firm, 'facts'>,
  programmes: readonly Pick<RuledProgramme, 'id' | 'stages'>[],
): Ways {
  const completed = new Set(completedIn(facts.participations))
  const stages = new Set(programmes.filter(({ id }) => completed.has(id)).flatMap(one => one.stages))
  const last = via.findLastIndex(waypoint => completed.has(waypoint) || stages.has(waypoint))
  return { done: via.slice(0, last + 1), ahead: via.slice(last + 1) }
}

/** A file of a firm may hold anything in a fact. */
const completedIn = (participations: unknown): readonly string[] =>
  (Array.isArray(participations) ? (participations as unknown[]) : []).flatMap(one =>
    one !== null && typeof one === 'object' && 'outcome' in one && one.outcome === 'completed' && 'programme' in one
      ? [String(one.programme)]
      : [],
  )
