/** What of a council has not come to its end, of which the server says the same. Pure. */
import { isActionOver } from '@ieum/council'
import type { Council } from '../client/shapes.ts'

export interface Left {
  readonly what: 'sessions' | 'actions' | 'tasks'
  readonly count: number
}

/** Only what there is any of. Somebody's own draft hinders nothing. */
export function unfinishedIn({ sessions, actions, tasks }: Pick<Council, 'sessions' | 'actions' | 'tasks'>): Left[] {
  const open = ['proposed', 'answered', 'adopted', 'under-way']
  const counts = {
    sessions: sessions.filter(({ state, reported }) => !reported && state !== 'minuted' && state !== 'cancelled')
      .length,
    actions: actions.filter(action => !isActionOver(action)).length,
    tasks: tasks.filter(({ state }) => open.includes(state)).length,
  }
  return (['sessions', 'actions', 'tasks'] as const)
    .map(what => ({ what, count: counts[what] }))
    .filter(({ count }) => count > 0)
}
