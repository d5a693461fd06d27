import type { FollowedAction } from '../follow/shapes.ts'

type Grouped = Pick<FollowedAction, 'whose' | 'late' | 'moves'>

/** What a post can look at of what is to be followed up. */
export const groups = {
  mine: ({ whose }: Grouped) => whose === 'mine',
  agency: ({ whose }: Grouped) => whose !== 'others',
  late: ({ late }: Grouped) => late,
  nod: ({ moves }: Grouped) => moves.includes('nod'),
  all: () => true,
} as const
export type Group = keyof typeof groups
export const groupNames = Object.keys(groups) as Group[]

/** What this post can do something about comes before what others are late with; what it reported waits for others. */
export function firstGroupOf(actions: readonly Grouped[]): Group {
  if (actions.some(action => groups.mine(action) && action.moves.length > 0)) return 'mine'
  const waiting = ['nod', 'late'] as const
  return waiting.find(name => actions.some(groups[name])) ?? 'all'
}
