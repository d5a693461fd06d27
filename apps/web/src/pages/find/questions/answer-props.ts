import type { Fact, Value } from '@ieum/catalogue/records'

/** What every kind of question is given. */
export interface AnswerProps {
  readonly fact: Fact
  /** The answer as it stands, when it is being changed. */
  readonly value: Value | undefined
  readonly decides?: number | undefined
  readonly takesFocus: boolean
  readonly onAnswer: (value: Value) => void
  readonly onUnknown: () => void
  readonly onCancel?: (() => void) | undefined
  /** What the button says that takes the answer, instead of "next". */
  readonly nextName?: string | undefined
}
