/** What is measured: one firm of which everything is known, judged by one engine against every programme. */
import type { FactName, Value } from '@ieum/catalogue/records'
import type { ProgrammeVerdict } from '@ieum/matching'
import type { Form, Type } from '@ieum/rules'

/** A programme as any engine can take it: sentences over facts and constants, on the edition that counts on the day. */
export interface PlainProgramme {
  readonly id: string
  readonly must: readonly Form[]
  readonly mustNot: readonly Form[]
  /** An official must judge something as well. */
  readonly isJudged: boolean
}

export interface PlainTask {
  readonly programmes: readonly PlainProgramme[]
  /** Every fact, `on` and derived ones among them; days are ISO texts. */
  readonly facts: Readonly<Record<FactName, Value>>
  readonly types: ReadonlyMap<FactName, Type>
}

export interface Engine {
  readonly name: string
  /** The npm package, for its version. */
  readonly package: string
  /** Everything that may be done once: rules compiled, facts put into the engine's own form. */
  prepare(task: PlainTask): Prepared
}

export interface Prepared {
  readonly judge: Judge
  /** Programmes with a sentence for which the engine needed a function written by hand. */
  readonly byHand: number
}

/** One round: the verdict of every programme, in order. */
export type Judge = () => readonly ProgrammeVerdict[] | Promise<readonly ProgrammeVerdict[]>

/** A construct that an engine has no words for. */
export class CannotSay extends Error {}

export const cannotSay = (form: Form): never => {
  throw new CannotSay(form.is)
}

export function verdictOf(holds: boolean, { isJudged }: PlainProgramme): ProgrammeVerdict {
  if (!holds) return 'not-eligible'
  return isJudged ? 'judgement' : 'eligible'
}
