import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Form, Type } from '../form.ts'
import type { Inner } from './values.ts'

/** Everything that is looked up or remembered while one firm is judged on one day. */
export interface State {
  readonly on: DayNumber
  /** By the fact's number; `pending` for a derived fact that was not asked for yet. */
  readonly values: (Inner | typeof pending)[]
  /** Derived facts that the firm states itself. */
  readonly stated: ReadonlySet<number>
  /** What was gathered behind a derived fact, by its number. */
  readonly behind: (Behind | undefined)[]
  /** The items of the quantifiers and filters around, the outermost first. */
  items: Inner[]
  /** List items that the sentence may still visit (limits.visits). */
  visits: number
}

export const pending: unique symbol = Symbol('pending')

/** The facts that a derived fact's value, or its being unknown, rests on. */
export interface Behind {
  readonly because: readonly number[]
  readonly missing: readonly number[]
}

/** Gathers the facts that decide. */
export interface Why {
  known(fact: number): void
  missing(fact: number): void
}

/** One form made ready: a closure for its value, and one that tells which facts decided it. */
export interface Piece {
  readonly form: Form
  readonly type: Type
  readonly of: (state: State) => Inner
  readonly why: (state: State, to: Why) => void
  readonly parts: readonly Piece[]
  /** The number of the fact, when the piece is one that can only be stated: its value can be read without a call. */
  readonly stated?: number
  /** Whether the piece depends on the day alone. */
  readonly isOfDay?: boolean
}

/** The facts behind a value that needs all its parts: the unknown ones if it is unknown, else those that made it null, else all. */
export function whyAll(of: (state: State) => Inner, parts: readonly Piece[]): Piece['why'] {
  if (parts.length === 1) return parts[0]!.why
  return (state, to) => {
    const value = of(state)
    if (value === undefined || value === null) {
      let found = false
      for (const part of parts) {
        if (part.of(state) !== value) continue
        found = true
        part.why(state, to)
      }
      if (found) return
    }
    for (const part of parts) part.why(state, to)
  }
}

export const noWhy: Piece['why'] = () => {}
