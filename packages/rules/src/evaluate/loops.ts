import type { Form } from '../form.ts'
import { itemOf } from '../types.ts'
import type { Bounds } from './compare.ts'
import type { Piece, State, Why } from './piece.ts'
import type { Inner, InnerRecord } from './values.ts'

const boolean = { is: 'boolean' } as const

/** `some` or `every`; `level` is the place of its item among those around. */
export function quantified(
  form: Extract<Form, { is: 'some' | 'every' }>,
  list: Piece,
  satisfies: Piece,
  level: number,
): Piece {
  const decisive = form.is === 'some'
  const holds = satisfies.of
  const of = (state: State): Inner => {
    const items = list.of(state)
    if (items === undefined || items === null) return items
    let result: Inner = !decisive
    for (const item of items as readonly Inner[]) {
      if (--state.visits < 0) return undefined
      state.items[level] = item
      const truth = holds(state)
      if (truth === decisive) return truth
      if (truth === undefined) result = undefined
      else if (truth === null && result !== undefined) result = null
    }
    return result
  }
  const why = (state: State, to: Why): void => {
    const items = list.of(state)
    if (items === undefined || items === null) {
      list.why(state, to)
      return
    }
    const truth = of(state)
    if (truth !== undefined) list.why(state, to)
    for (const item of items as readonly Inner[]) {
      if (--state.visits < 0) return
      state.items[level] = item
      if (truth !== null && holds(state) !== truth) continue
      satisfies.why(state, to)
      if (truth === decisive) return
    }
  }
  return { form, type: boolean, of, why, parts: [list, satisfies] }
}

/** Items that pass; one item of which it is not known makes the whole list unknown. */
export function filtered(form: Extract<Form, { is: 'filter' }>, list: Piece, where: Piece, level: number): Piece {
  const passes = where.of
  const of = (state: State): Inner => {
    const items = list.of(state)
    if (items === undefined || items === null) return items
    const kept: Inner[] = []
    for (const item of items as readonly Inner[]) {
      if (--state.visits < 0) return undefined
      state.items[level] = item
      const truth = passes(state)
      if (truth === undefined) return undefined
      if (truth === true) kept.push(item)
    }
    return kept
  }
  const why = (state: State, to: Why): void => {
    const items = list.of(state)
    list.why(state, to)
    if (items === undefined || items === null) return
    for (const item of items as readonly Inner[]) {
      if (--state.visits < 0) return
      state.items[level] = item
      where.why(state, to)
    }
  }
  return { form, type: list.type, of, why, parts: [list, where] }
}

/** How many items surely pass a filter, and how many may. */
export function boundsOf(list: Piece, where: Piece, level: number): (state: State, into: Bounds) => boolean {
  return (state, into) => {
    const items = list.of(state)
    if (items === undefined || items === null) return false
    into.least = 0
    into.most = 0
    for (const item of items as readonly Inner[]) {
      if (--state.visits < 0) return false
      state.items[level] = item
      const truth = where.of(state)
      if (truth === true) into.least += 1
      if (truth === true || truth === undefined) into.most += 1
    }
    return true
  }
}

export function positioned(form: Extract<Form, { is: 'at' }>, list: Piece): Piece {
  const position = form.position
  return {
    form,
    type: itemOf(list.type),
    parts: [list],
    why: list.why,
    of: state => {
      const items = list.of(state)
      if (items === undefined || items === null) return items
      const all = items as readonly Inner[]
      const index = position > 0 ? position - 1 : all.length + position
      return index >= 0 && index < all.length ? all[index] : null
    },
  }
}

/** The facts that the items of a level come from: where a field that is left out must be filled in. */
export type Roots = readonly number[]

export function fieldOfRecord(
  form: Extract<Form, { is: 'field' }>,
  record: Piece,
  type: Piece['type'],
  roots: Roots,
): Piece {
  const field = form.field
  const of = (state: State): Inner => {
    const value = record.of(state)
    return value === undefined || value === null ? value : (value as InnerRecord)[field]
  }
  return { form, type, of, parts: [record], why: whyField(record, of, roots) }
}

export function fieldOfEach(
  form: Extract<Form, { is: 'each' }>,
  list: Piece,
  type: Piece['type'],
  roots: Roots,
): Piece {
  const field = form.field
  const of = (state: State): Inner => {
    const items = list.of(state)
    if (items === undefined || items === null) return items
    return (items as readonly Inner[]).map(item =>
      item === undefined || item === null ? item : (item as InnerRecord)[field],
    )
  }
  const isGap = (value: Inner) => value === undefined || (Array.isArray(value) && value.includes(undefined))
  return { form, type, of, parts: [list], why: whyField(list, of, roots, isGap) }
}

/** A field that a stated record leaves out is unknown, and it is the record's fact that is missing something. */
function whyField(
  from: Piece,
  of: Piece['of'],
  roots: Roots,
  isGap: (value: Inner) => boolean = value => value === undefined,
): Piece['why'] {
  return (state, to) => {
    from.why(state, to)
    if (from.of(state) !== undefined && isGap(of(state))) for (const root of roots) to.missing(root)
  }
}
