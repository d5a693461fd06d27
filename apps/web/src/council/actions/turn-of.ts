/** Whose turn an action is, as a post sees it. */
import type { FollowedAction } from '../follow/shapes.ts'

export type Turn = 'own' | 'owner' | 'nod' | 'other'

/** None where nothing more can become of it. */
export function turnOf({ state, whose }: Pick<FollowedAction, 'state' | 'whose'>): Turn | undefined {
  if (state === 'open') return whose === 'mine' ? 'own' : 'owner'
  if (state === 'reported') return whose === 'others' ? 'nod' : 'other'
  return undefined
}

/** What is late stands first, then what is due first; what waits for a nod has no day that runs. */
export const inOrder = <A extends Pick<FollowedAction, 'late' | 'lastDay'>>(actions: readonly A[]): readonly A[] =>
  actions.toSorted((a, b) => Number(b.late) - Number(a.late) || a.lastDay.localeCompare(b.lastDay))
