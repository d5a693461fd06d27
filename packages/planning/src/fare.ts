import type { FactSet } from './fact-sets.ts'

/** A leg, or several together: they give no more, cost no less and assume these facts at least. */
export interface Fare {
  readonly support: number
  readonly ownCost: number
  readonly unknown: FactSet
}
