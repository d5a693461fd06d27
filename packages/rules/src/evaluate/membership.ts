import type { Form, Test } from '../form.ts'
import { compareValues } from './compare.ts'
import { type Piece, type State, whyAll } from './piece.ts'
import type { Inner } from './values.ts'

const boolean = { is: 'boolean' } as const

/** One test of an `in`, with the pieces it looks at. */
export interface TestPiece {
  readonly test: Test
  readonly parts: readonly Piece[]
  /** The items of a list that is a parameter, for looking up rather than searching. */
  readonly members?: (state: State) => ReadonlySet<Inner> | undefined
}

export function membership(form: Extract<Form, { is: 'in' }>, item: Piece, tests: readonly TestPiece[]): Piece {
  const parts = [item, ...tests.flatMap(test => test.parts)]
  const constants = constantsOf(tests)
  const checks = tests.map(checkOf)
  const of = fixedInStated(item, tests) ?? (constants ? amongConstants(item, constants) : anyOf(item.of, checks))
  const all = whyAll(of, parts)
  return {
    form,
    type: boolean,
    of,
    parts,
    why: (state, to) => {
      if (of(state) !== true) return all(state, to)
      item.why(state, to)
      const value = item.of(state)
      const held = checks.findIndex(check => check(state, value) === true)
      for (const part of tests[held]?.parts ?? []) part.why(state, to)
    },
  }
}

function constantsOf(tests: readonly TestPiece[]): readonly Inner[] | undefined {
  const values: Inner[] = []
  for (const { test, parts } of tests) {
    if (test.is !== 'equals' || test.value.is !== 'constant') return undefined
    values.push(parts[0]!.of(undefined as never))
  }
  return values
}

/** `"venture" in certificates`: one look into one stated list. */
function fixedInStated(item: Piece, tests: readonly TestPiece[]): Piece['of'] | undefined {
  const only = tests.length === 1 && tests[0]!.test.is === 'one of' ? tests[0]!.parts[0]! : undefined
  if (item.form.is !== 'constant' || only?.stated === undefined) return undefined
  const value = item.of(undefined as never)
  const fact = only.stated
  return state => containsValue(state.values[fact] as Inner, value)
}

function amongConstants(piece: Piece, constants: readonly Inner[]): Piece['of'] {
  if (constants.length === 0) return () => false
  if (piece.stated !== undefined && constants.length <= 8) {
    const fact = piece.stated
    return state => {
      const value = state.values[fact]
      return value === undefined ? undefined : constants.includes(value as Inner)
    }
  }
  const item = piece.of
  if (constants.length <= 8)
    return state => {
      const value = item(state)
      return value === undefined ? undefined : constants.includes(value)
    }
  const set = new Set(constants)
  return state => {
    const value = item(state)
    return value === undefined ? undefined : set.has(value)
  }
}

function anyOf(item: Piece['of'], checks: readonly ReturnType<typeof checkOf>[]): Piece['of'] {
  return state => {
    const value = item(state)
    let result: Inner = false
    for (const check of checks) {
      const truth = check(state, value)
      if (truth === true) return true
      if (truth === undefined) result = undefined
      else if (truth === null && result !== undefined) result = null
    }
    return result
  }
}

function checkOf({ test, parts, members }: TestPiece): (state: State, value: Inner) => Inner {
  const [first, second] = parts.map(part => part.of)
  switch (test.is) {
    case 'equals':
      return (state, value) => compareValues('=', value, first!(state))
    case 'compare': {
      const by = test.by
      return (state, value) => compareValues(by, value, first!(state))
    }
    case 'one of':
      return (state, value) => {
        const known = value === undefined ? undefined : members?.(state)
        return known ? known.has(value) : containsValue(first!(state), value)
      }
    case 'range': {
      const [low, high] = [test.fromOpen ? '>' : '>=', test.toOpen ? '<' : '<='] as const
      return (state, value) => {
        const above = compareValues(low, value, first!(state))
        if (above === false) return false
        const below = compareValues(high, value, second!(state))
        if (below === false) return false
        if (above === undefined || below === undefined) return undefined
        return above === null || below === null ? null : true
      }
    }
  }
}

/** Whether a list holds a value: false for an empty list even when the value is unknown. */
export function containsValue(list: Inner, value: Inner): boolean | null | undefined {
  if (list === undefined || list === null) return list
  const items = list as readonly Inner[]
  if (items.length === 0) return false
  if (value === undefined) return undefined
  if (items.includes(value)) return true
  return items.includes(undefined) ? undefined : false
}
