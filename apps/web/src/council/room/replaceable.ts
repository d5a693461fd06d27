/** Which decisions another may take the place of. */
import type { EarlierDecision, Room } from './shapes.ts'

export interface Replaceable {
  /** Of the task that the item is about. */
  readonly ofTask: readonly EarlierDecision[]
  readonly others: readonly EarlierDecision[]
}

/**
 * Those that still stand on the screen, of this sitting as of others. One that was captured here and is not told yet has no id by which the
 * server would know it: it is not among what was told, and can be replaced once it is.
 */
export function replaceable(told: Room, shown: Room, task: string | null): Replaceable {
  const gone = new Set(
    shown.items.flatMap(({ decisions }) => decisions.flatMap(({ id, supersededBy }) => (supersededBy ? [id] : []))),
  )
  const here = told.items.flatMap(item =>
    item.decisions.flatMap(({ id, number, text, supersededBy }) =>
      number === null || supersededBy !== null || gone.has(id)
        ? []
        : [{ id, number, text, on: told.on, task: item.task }],
    ),
  )
  const all = [...here, ...shown.earlier]
  return {
    ofTask: all.filter(one => task !== null && one.task === task),
    others: all.filter(one => task === null || one.task !== task),
  }
}

/** Not one that somebody else has replaced since. */
export const canBeReplaced = ({ ofTask, others }: Replaceable, decision: string): boolean =>
  [...ofTask, ...others].some(({ id }) => id === decision)
