/**
 * A collaboration task from a proposal to what came of it. Every move there is stands here; a pair that is not here is not allowed, and the
 * diagram in docs/ is drawn from these tables.
 */

export const taskStates = [
  'drafted',
  'proposed',
  'answered',
  'adopted',
  'under-way',
  'completed',
  'stopped',
  'withdrawn',
] as const

export type TaskState = (typeof taskStates)[number]

/** Who makes a move: one of the agencies that propose it, another one of the council, any that has a part in it, or the council's decision. */
export type TaskParty = 'proposer' | 'other' | 'either' | 'council'

export const taskMovers = {
  propose: 'proposer',
  answer: 'other',
  withdraw: 'proposer',
  adopt: 'council',
  begin: 'either',
  complete: 'council',
  stop: 'council',
} as const satisfies Record<string, TaskParty>

export type TaskMove = keyof typeof taskMovers

export const taskMoves: Record<TaskState, Partial<Record<TaskMove, TaskState>>> = {
  drafted: { propose: 'proposed', withdraw: 'withdrawn' },
  proposed: { answer: 'answered', withdraw: 'withdrawn' },
  answered: { answer: 'answered', adopt: 'adopted', withdraw: 'withdrawn' },
  adopted: { begin: 'under-way', stop: 'stopped' },
  'under-way': { complete: 'completed', stop: 'stopped' },
  completed: {},
  stopped: {},
  withdrawn: {},
}

/** Nothing more becomes of it. */
export const isTaskOver = (state: TaskState): boolean => Object.keys(taskMoves[state]).length === 0

/** Of what was proposed and has not come to its end: a draft is its agency's alone. */
export const openTaskStates: readonly TaskState[] = taskStates.filter(
  state => state !== 'drafted' && !isTaskOver(state),
)

/** What the other side says to a proposal. */
export const positions = ['agree', 'agree-with-changes', 'study', 'cannot'] as const

export type Position = (typeof positions)[number]

/** Everything but a plain yes says why. */
export const needsReason = (position: Position): boolean => position !== 'agree'
