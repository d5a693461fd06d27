import { describe, expect, it } from 'vitest'
import { may, roles } from '../access/policy.ts'
import { agreementMoves, agreementOperations, agreementStates, signedMoves } from './moves.ts'

describe('the moves of an agreement', () => {
  it('lead to the signatures of four, one after the other, and to nothing beside them', () => {
    expect(agreementMoves.drafted.propose).toBe('proposed')
    expect(agreementMoves.proposed.offer).toBe('offered')
    expect(agreementMoves.offered.review).toBe('reviewed')
    expect(agreementMoves.reviewed.agree).toBe('agreed')
    const leadingToAgreed = agreementStates.flatMap(state =>
      Object.entries(agreementMoves[state])
        .filter(([, to]) => to === 'agreed')
        .map(([move]) => `${state} ${move}`),
    )
    expect(leadingToAgreed).toEqual(['reviewed agree'])
  })

  it('C21: never let one role give two signatures that follow each other', () => {
    for (const role of roles)
      for (const [first, second] of [signedMoves.slice(0, 2), signedMoves.slice(1, 3), signedMoves.slice(2)])
        expect([first!, second!].every(move => agreementOperations[move].some(op => may(role, op, 'none')))).toBe(false)
  })
})
