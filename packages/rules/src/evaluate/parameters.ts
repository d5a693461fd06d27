import { type DayNumber, parseDay } from '@ieum/catalogue/day-numbers'
import type { Parameter } from '@ieum/catalogue/records'
import type { Type } from '../form.ts'
import { typeOfParameter } from '../vocabulary.ts'
import { type Inner, innerOf } from './values.ts'

export interface DatedFigure {
  readonly from: DayNumber
  readonly until: DayNumber
  readonly value: Inner
  /** The items of a plain list, for membership. */
  readonly members: ReadonlySet<Inner> | undefined
}

/** The editions of a parameter, oldest first. */
export function figuresOf(parameter: Parameter): readonly DatedFigure[] {
  const type = typeOfParameter(parameter)
  return parameter.editions.map(edition => {
    const value = edition.rows ? tableOf(parameter, edition.rows, type) : innerOf(edition.value as never, type)
    return {
      from: (edition.from === undefined ? undefined : parseDay(edition.from)) ?? Number.NEGATIVE_INFINITY,
      until: (edition.until === undefined ? undefined : parseDay(edition.until)) ?? Number.POSITIVE_INFINITY,
      value,
      members: Array.isArray(value) && parameter.type === 'list' ? new Set(value) : undefined,
    }
  })
}

function tableOf(
  parameter: Parameter,
  rows: readonly (readonly (number | string | boolean | null)[])[],
  type: Type,
): Inner {
  const names = Object.keys(parameter.columns ?? {})
  return innerOf(
    rows.map(cells => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null]))),
    type,
  )
}

/** The edition in force on a day: the last that has begun and not ended. Before the first one the figure is unknown. */
export function figureOn(figures: readonly DatedFigure[], on: DayNumber): DatedFigure | undefined {
  for (let index = figures.length - 1; index >= 0; index--) {
    const figure = figures[index]!
    if (figure.from <= on && on <= figure.until) return figure
  }
  return undefined
}
