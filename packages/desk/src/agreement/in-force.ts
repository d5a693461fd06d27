import type { Day } from '@ieum/catalogue/records'
import type { AgreementState } from './moves.ts'

export interface DatedAgreement {
  readonly state: AgreementState
  readonly validFrom: Day
  readonly validTo: Day | null
  readonly supersededBy: string | null
}

/** Only an agreement in force carries referrals; those already sent are answered even when it has ended since. */
export const isInForce = ({ state, validFrom, validTo, supersededBy }: DatedAgreement, on: Day): boolean =>
  state === 'agreed' && supersededBy === null && validFrom <= on && (validTo === null || on <= validTo)
