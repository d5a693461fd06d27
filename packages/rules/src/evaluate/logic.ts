import type { Form } from '../form.ts'
import { not, type Truth } from '../truth.ts'
import type { Piece, State, Why } from './piece.ts'
import { noWhy } from './piece.ts'
import type { Inner } from './values.ts'

const boolean = { is: 'boolean' } as const

/** `and` is decided by one part that fails, `or` by one that holds; then unknown before null, null before the rest. */
export function joined(form: Extract<Form, { is: 'and' | 'or' }>, parts: readonly Piece[]): Piece {
  const decisive = form.is === 'or'
  const of =
    parts.length === 2
      ? joinTwo(decisive, parts[0]!.of, parts[1]!.of)
      : joinAll(
          decisive,
          parts.map(part => part.of),
        )
  return { form, type: boolean, of, parts, why: whyJoined(decisive, of, parts) }
}

function joinTwo(decisive: boolean, first: Piece['of'], second: Piece['of']): Piece['of'] {
  return state => {
    const a = first(state)
    if (a === decisive) return a
    const b = second(state)
    if (b === decisive) return b
    if (a === undefined || b === undefined) return undefined
    return a === null || b === null ? null : !decisive
  }
}

function joinAll(decisive: boolean, parts: readonly Piece['of'][]): Piece['of'] {
  return state => {
    let result: Inner = !decisive
    for (const part of parts) {
      const truth = part(state)
      if (truth === decisive) return truth
      if (truth === undefined) result = undefined
      else if (truth === null && result !== undefined) result = null
    }
    return result
  }
}

/** Only what decides: for a false `and` its first false part, not the others. For null all: any of them could have settled it. */
function whyJoined(decisive: boolean, of: Piece['of'], parts: readonly Piece[]): Piece['why'] {
  return (state, to) => {
    const truth = of(state)
    for (const part of parts) {
      if (truth !== null && part.of(state) !== truth) continue
      part.why(state, to)
      if (truth === decisive) return
    }
  }
}

export function negated(form: Form, part: Piece): Piece {
  return { form, type: boolean, of: state => not(part.of(state) as Truth), why: part.why, parts: [part] }
}

/** FEEL takes `else` for everything that is not true; an unknown condition decides nothing unless both branches agree. */
export function conditional(form: Form, when: Piece, then: Piece, otherwise: Piece): Piece {
  const of = (state: State): Inner => {
    const holds = when.of(state)
    if (holds !== undefined) return holds === true ? then.of(state) : otherwise.of(state)
    const value = then.of(state)
    return isSame(value, otherwise.of(state)) ? value : undefined
  }
  const why = (state: State, to: Why): void => {
    const holds = when.of(state)
    if (holds !== undefined) {
      when.why(state, to)
      const branch = holds === true ? then : otherwise
      branch.why(state, to)
      return
    }
    const value = of(state)
    if (value === undefined) when.why(state, to)
    for (const branch of [then, otherwise]) if (branch.of(state) === value) branch.why(state, to)
  }
  return { form, type: then.type.is === 'null' ? otherwise.type : then.type, of, why, parts: [when, then, otherwise] }
}

function isSame(a: Inner, b: Inner): boolean {
  return a === b && typeof a !== 'object'
}

export function constantPiece(form: Extract<Form, { is: 'constant' }>, value: Inner): Piece {
  return { form, type: { is: form.type }, of: () => value, why: noWhy, parts: [], isOfDay: true }
}
