import type { Fact, FactName, Value } from '@ieum/catalogue/records'
import type { Evaluator, Situation } from '../evaluator.ts'

/** Where changes are looked for. */
export interface Search {
  readonly evaluator: Evaluator
  readonly situation: Situation
  readonly facts: ReadonlyMap<FactName, Fact>
}

/** A fact and a value that it could be given. */
export interface Setting {
  readonly fact: FactName
  readonly to: Value
}
