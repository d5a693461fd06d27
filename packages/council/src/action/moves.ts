/** What a decision asks of a post: done with a proof, and closed when the other side nods. The diagram in docs/ is drawn from this table. */
export const actionStates = ['open', 'reported', 'closed', 'dropped'] as const

export type ActionState = (typeof actionStates)[number]

/** The post that owns it, an agency other than the owner's, or the council by a decision. */
export type ActionParty = 'owner' | 'other' | 'council'

export const actionMovers = {
  report: 'owner',
  nod: 'other',
  return: 'other',
  drop: 'council',
} as const satisfies Record<string, ActionParty>

export type ActionMove = keyof typeof actionMovers

export const actionMoves: Record<ActionState, Partial<Record<ActionMove, ActionState>>> = {
  open: { report: 'reported', drop: 'dropped' },
  reported: { nod: 'closed', return: 'open', drop: 'dropped' },
  closed: {},
  dropped: {},
}

/** Nothing more can become of it. */
export const isActionOver = ({ state }: { readonly state: ActionState }): boolean =>
  Object.keys(actionMoves[state]).length === 0

/** Of what is still to be done, or to be looked at. */
export const openActionStates: readonly ActionState[] = actionStates.filter(state => !isActionOver({ state }))

/** What is still to do before what is over, each as it stood. */
export const overLast = <A extends { readonly state: ActionState }>(actions: readonly A[]): readonly A[] => [
  ...actions.filter(action => !isActionOver(action)),
  ...actions.filter(isActionOver),
]
