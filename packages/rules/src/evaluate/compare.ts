import type { Comparator, Form } from '../form.ts'
import { type Piece, type State, whyAll } from './piece.ts'
import type { Inner } from './values.ts'

const boolean = { is: 'boolean' } as const

const known: Readonly<Record<Comparator, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

/**
 * One comparison of values that may be null or unknown. Null equals null only and has no order: with it an order is
 * null whatever the other side is, even unknown.
 */
export function compareValues(by: Comparator, a: Inner, b: Inner): boolean | null | undefined {
  if (by === '=' || by === '!=') {
    if (a === undefined || b === undefined) return undefined
    return (a === b) === (by === '=')
  }
  if (a === null || b === null) return null
  if (a === undefined || b === undefined) return undefined
  return known[by](a as number, b as number)
}

export function comparison(form: Extract<Form, { is: 'compare' }>, left: Piece, right: Piece): Piece {
  const of = constantOn(form.by, left, right) ?? general(form.by, left.of, right.of)
  return { form, type: boolean, of, why: whyAll(of, [left, right]), parts: [left, right] }
}

/** Most sentences compare with a constant on the right: one closure that looks at one value. */
function constantOn(by: Comparator, left: Piece, right: Piece): Piece['of'] | undefined {
  if (right.form.is !== 'constant' || right.form.value === null) return undefined
  const value = right.of(undefined as never) as number
  if (left.stated !== undefined) return statedAndConstant(by, left.stated, value)
  const of = left.of
  switch (by) {
    case '=':
      return state => {
        const a = of(state)
        return a === undefined ? undefined : a === value
      }
    case '!=':
      return state => {
        const a = of(state)
        return a === undefined ? undefined : a !== value
      }
    default: {
      const holds = known[by]
      return state => {
        const a = of(state)
        return a === undefined || a === null ? a : holds(a as number, value)
      }
    }
  }
}

/** The same, and the value is read without a call: these are most of all closures that are run. */
function statedAndConstant(by: Comparator, fact: number, value: number): Piece['of'] {
  switch (by) {
    case '=':
      return state => {
        const a = state.values[fact]
        return a === undefined ? undefined : (a as number) === value
      }
    case '!=':
      return state => {
        const a = state.values[fact]
        return a === undefined ? undefined : (a as number) !== value
      }
    case '<':
      return state => {
        const a = state.values[fact] as number | null | undefined
        return a === undefined || a === null ? a : a < value
      }
    case '<=':
      return state => {
        const a = state.values[fact] as number | null | undefined
        return a === undefined || a === null ? a : a <= value
      }
    case '>':
      return state => {
        const a = state.values[fact] as number | null | undefined
        return a === undefined || a === null ? a : a > value
      }
    case '>=':
      return state => {
        const a = state.values[fact] as number | null | undefined
        return a === undefined || a === null ? a : a >= value
      }
  }
}

function general(by: Comparator, left: Piece['of'], right: Piece['of']): Piece['of'] {
  return state => compareValues(by, left(state), right(state))
}

export interface Bounds {
  least: number
  most: number
}

/**
 * `count(list[…]) >= 2` can be decided while some items are unknown: between those that surely pass and those that may.
 * `bounds` answers false when there is no list to count.
 */
export function countComparison(
  form: Extract<Form, { is: 'compare' }>,
  count: Piece,
  bounds: (state: State, into: Bounds) => boolean,
  other: Piece,
  isLeft: boolean,
): Piece {
  const by = form.by
  const between: Bounds = { least: 0, most: 0 }
  const of = (state: State): Inner => {
    const wanted = other.of(state)
    if (typeof wanted !== 'number' || !bounds(state, between)) {
      const counted = count.of(state)
      return isLeft ? compareValues(by, counted, wanted) : compareValues(by, wanted, counted)
    }
    const { least, most } = between
    if (by === '=' || by === '!=') {
      if (wanted < least || wanted > most) return by === '!='
      return least === most ? by === '=' : undefined
    }
    const atLeast = isLeft ? known[by](least, wanted) : known[by](wanted, least)
    const atMost = isLeft ? known[by](most, wanted) : known[by](wanted, most)
    return atLeast === atMost ? atLeast : undefined
  }
  const parts = isLeft ? [count, other] : [other, count]
  return { form, type: boolean, of, why: whyAll(of, parts), parts }
}
