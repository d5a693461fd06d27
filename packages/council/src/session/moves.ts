/** A sitting of a council, from its plan to its minutes; kept by the secretariat. The diagram in docs/ is drawn from this table. */

export const sessionStates = ['planned', 'called', 'sitting', 'ended', 'minuted', 'cancelled'] as const

export type SessionState = (typeof sessionStates)[number]

/** All of them by the agency that keeps the council. */
export const sessionMovers = {
  call: 'secretariat',
  open: 'secretariat',
  end: 'secretariat',
  close: 'secretariat',
  cancel: 'secretariat',
} as const

export type SessionMove = keyof typeof sessionMovers

export const sessionMoves: Record<SessionState, Partial<Record<SessionMove, SessionState>>> = {
  planned: { call: 'called', cancel: 'cancelled' },
  called: { open: 'sitting', cancel: 'cancelled' },
  sitting: { end: 'ended' },
  // Closing is signing the minutes: it is refused while one of their nine items is missing (minutes.ts).
  ended: { close: 'minuted' },
  minuted: {},
  cancelled: {},
}

/** The agenda may still change. */
export const isOpenToChange = (state: SessionState): boolean => state === 'planned' || state === 'called'

/** Decisions are taken, and what was captured may still be put right. */
export const isBeingMinuted = (state: SessionState): boolean => state === 'sitting' || state === 'ended'
