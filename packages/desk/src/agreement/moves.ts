/**
 * A link as an agreement: drawn up and approved on the side that proposes it, then looked through and agreed on the other. Each of the four
 * signatures is another person's. A pair that is not here is not allowed; the diagram in docs/ is drawn from this table.
 */

import type { Operation } from '../access/policy.ts'

export const agreementStates = [
  'drafted',
  'proposed',
  'offered',
  'reviewed',
  'agreed',
  'refused',
  'withdrawn',
  'ended',
] as const

export type AgreementState = (typeof agreementStates)[number]

export const agreementMovers = {
  propose: 'proposer',
  offer: 'proposer',
  review: 'other',
  agree: 'other',
  refuse: 'other',
  withdraw: 'proposer',
  end: 'either',
} as const satisfies Record<string, 'proposer' | 'other' | 'either'>

export type AgreementMove = keyof typeof agreementMovers

export const agreementMoves: Record<AgreementState, Partial<Record<AgreementMove, AgreementState>>> = {
  drafted: { propose: 'proposed', withdraw: 'withdrawn' },
  proposed: { offer: 'offered', withdraw: 'withdrawn' },
  offered: { review: 'reviewed', refuse: 'refused', withdraw: 'withdrawn' },
  reviewed: { agree: 'agreed', refuse: 'refused', withdraw: 'withdrawn' },
  agreed: { end: 'ended' },
  refused: {},
  withdrawn: {},
  ended: {},
}

/** The moves that are signed: no two of them by one person. */
export const signedMoves = ['propose', 'offer', 'review', 'agree'] as const satisfies readonly AgreementMove[]

/** What one must be allowed to do for each move, or one of these: who writes takes back a draft, who approves an offer as well. */
export const agreementOperations: Record<AgreementMove, readonly Operation[]> = {
  propose: ['draft link'],
  offer: ['approve link'],
  review: ['draft link'],
  agree: ['approve link'],
  refuse: ['approve link'],
  withdraw: ['draft link', 'approve link'],
  end: ['approve link'],
}
