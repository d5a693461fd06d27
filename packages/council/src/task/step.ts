import {
  needsReason,
  type Position,
  positions,
  type TaskMove,
  type TaskParty,
  type TaskState,
  taskMovers,
  taskMoves,
} from './moves.ts'

export interface ProposedTask {
  readonly state: TaskState
  /** Agencies; several when they propose it together. */
  readonly proposedBy: readonly string[]
  /** Agencies with a seat in the council. */
  readonly seated: readonly string[]
  /** The last answer of each agency. */
  readonly answers: ReadonlyMap<string, Position>
}

export interface TaskStep {
  readonly move: TaskMove
  /** The agency that makes it, or the council by a decision. */
  readonly by: { readonly agency: string } | 'council'
  readonly position?: string
  readonly reason?: string
}

export type TaskStepped =
  | { readonly is: 'moved'; readonly to: TaskState }
  | { readonly is: 'not allowed now'; readonly state: TaskState }
  | { readonly is: 'not yours'; readonly mover: TaskParty }
  | { readonly is: 'position needed'; readonly positions: readonly Position[] }
  | { readonly is: 'reason needed' }
  /** Nothing is adopted before every other side has answered, nor over a no. */
  | { readonly is: 'not answered'; readonly by: readonly string[] }
  | { readonly is: 'answered no'; readonly by: readonly string[] }

/** One move of a task: its state afterwards, or why the move cannot be made. */
export function stepTask(task: ProposedTask, { move, by, position, reason }: TaskStep): TaskStepped {
  const others = otherSides(task)
  // Where all who have a seat propose together there is nobody left to answer.
  const from = task.state === 'proposed' && others.length === 0 ? 'answered' : task.state
  const to = taskMoves[from][move]
  if (!to) return { is: 'not allowed now', state: task.state }
  if (!isMover(task, taskMovers[move], by)) return { is: 'not yours', mover: taskMovers[move] }
  if (move === 'answer') {
    const given = positions.find(known => known === position)
    if (!given) return { is: 'position needed', positions }
    if (needsReason(given) && !reason?.trim()) return { is: 'reason needed' }
  }
  if (move === 'stop' && !reason?.trim()) return { is: 'reason needed' }
  if (move === 'adopt') {
    const silent = others.filter(agency => !task.answers.has(agency))
    if (silent.length > 0) return { is: 'not answered', by: silent }
    const against = others.filter(agency => task.answers.get(agency) === 'cannot')
    if (against.length > 0) return { is: 'answered no', by: against }
  }
  return { is: 'moved', to }
}

/** The moves that an agency, or the council, may make now, in the order of the table. */
export function taskMovesOf(task: ProposedTask, by: TaskStep['by']): readonly TaskMove[] {
  return (Object.keys(taskMovers) as TaskMove[]).filter(move => {
    const stepped = stepTask(task, { move, by, position: 'agree', reason: 'asked only whether' })
    return stepped.is === 'moved'
  })
}

export const otherSides = ({ seated, proposedBy }: Pick<ProposedTask, 'seated' | 'proposedBy'>): readonly string[] =>
  seated.filter(agency => !proposedBy.includes(agency))

function isMover({ proposedBy, seated }: ProposedTask, mover: TaskParty, by: TaskStep['by']): boolean {
  if (by === 'council' || mover === 'council') return by === mover
  if (!seated.includes(by.agency)) return false
  return mover === 'either' || proposedBy.includes(by.agency) === (mover === 'proposer')
}
