import type { Shape } from './borders.ts'
import type { ClosingLine, Shown } from './shapes.ts'

/** A municipality on the map. */
export interface Place extends Shape {
  readonly lines: readonly ClosingLine[]
  readonly shown: Shown
}
