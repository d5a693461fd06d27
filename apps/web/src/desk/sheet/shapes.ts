import type { Reason, ReferralState } from '@ieum/desk'
import type { SheetAnswer, SheetColumn } from '@ieum/wording'
import type { agency } from '../../words/ko/agency.ts'

export interface AnswerLine {
  readonly line: number
  readonly number: string
  readonly referral: string
  readonly firm: string | null
  readonly answer: SheetAnswer
  readonly reason: Reason | null
  readonly note: string | null
  readonly from: ReferralState
  readonly to: ReferralState
}

export interface RowFault {
  readonly line: number
  readonly column: SheetColumn | null
  readonly code: keyof (typeof agency)['sheet']['fault']
  readonly right?: readonly string[]
  readonly given?: string
}

export interface AnswersChecked {
  readonly lines: readonly AnswerLine[]
  readonly faults: readonly RowFault[]
  /** Rows without an answer. */
  readonly left: number
}
