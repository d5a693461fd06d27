/** Whose answer a task waits for before the council can take it up, whatever it decides: who has not answered, and who said no. */
import type { RoomTask } from './shapes.ts'

export interface WaitsFor {
  readonly unanswered: readonly string[]
  readonly refusing: readonly string[]
}

export function waitsFor({ state, moves, sides }: Pick<RoomTask, 'state' | 'moves' | 'sides'>): WaitsFor {
  if ((state !== 'proposed' && state !== 'answered') || moves.includes('adopt')) return { unanswered: [], refusing: [] }
  const agencies = (position: null | 'cannot') =>
    sides.filter(side => side.position === position).map(({ agency }) => agency)
  return { unanswered: agencies(null), refusing: agencies('cannot') }
}
