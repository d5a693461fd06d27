import { addMonths, civil, inCalendar } from '@ieum/catalogue/day-numbers'
import type { Form, Part, Type } from '../form.ts'
import { type Piece, whyAll } from './piece.ts'
import type { Inner } from './values.ts'

type Sign = Extract<Form, { is: 'arithmetic' }>['by']

export function arithmetic(form: Extract<Form, { is: 'arithmetic' }>, left: Piece, right: Piece, type: Type): Piece {
  const join = joining(form.by, left.type, right.type)
  const of: Piece['of'] = state => {
    const a = left.of(state)
    const b = right.of(state)
    if (a === null || b === null) return null
    return a === undefined || b === undefined ? undefined : join(a as number, b as number)
  }
  const isOfDay = left.isOfDay === true && right.isOfDay === true
  return {
    form,
    type,
    of: isOfDay ? oncePerDay(of) : of,
    parts: [left, right],
    why: whyAll(of, [left, right]),
    isOfDay,
  }
}

/** `on - duration("P7Y")` stands in a hundred sentences and changes once a day. */
function oncePerDay(of: Piece['of']): Piece['of'] {
  let day: number | undefined
  let value: Inner
  return state => {
    if (state.on !== day) {
      value = of(state)
      day = state.on
    }
    return value
  }
}

function joining(by: Sign, left: Type, right: Type): (a: number, b: number) => Inner {
  if (left.is === 'text') return (a, b) => `${a}${b}`
  if (left.is === 'date' && right.is === 'date') return (a, b) => a - b
  if (left.is === 'date' || right.is === 'date') {
    const turn = by === '-' ? -1 : 1
    if (left.is === 'months') return (a, b) => addMonths(b, a)
    if (right.is === 'months') return (a, b) => addMonths(a, turn * b)
    return (a, b) => inCalendar(a + turn * b)
  }
  const compute = numbers[by]
  if (left.is === 'number' && right.is === 'number') return compute
  // Of a month only whole ones count, as in DMN; half a day would be a time of day, and rules know days only.
  const areMonths = left.is === 'months' || right.is === 'months'
  return (a, b) => {
    const value = compute(a, b)
    if (value === null || Number.isInteger(value)) return value
    return areMonths ? Math.trunc(value) + 0 : null
  }
}

const numbers: Readonly<Record<Sign, (a: number, b: number) => number | null>> = {
  '+': (a, b) => exact(a + b),
  '-': (a, b) => exact(a - b),
  '*': (a, b) => exact(a * b),
  '/': (a, b) => (b === 0 ? null : exact(a / b)),
  '**': (a, b) => exact(a ** b),
}

/** FEEL's numbers are decimal: 0.1 + 0.2 is 0.3. Fifteen digits are what a double holds of every decimal. */
function exact(value: number): number | null {
  if (Number.isInteger(value)) return value
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : null
}

export function minus(form: Form, of: Piece): Piece {
  return {
    form,
    type: of.type,
    parts: [of],
    why: of.why,
    of: state => {
      const value = of.of(state)
      return value === undefined || value === null ? value : 0 - (value as number)
    },
  }
}

const parts: Readonly<Record<Part, (value: number) => number>> = {
  year: value => civil(value).year,
  month: value => civil(value).month,
  day: value => civil(value).day,
  years: value => Math.trunc(value / 12),
  months: value => value % 12,
  days: value => value,
}

export function partOf(form: Extract<Form, { is: 'part' }>, of: Piece): Piece {
  const take = parts[form.part]
  return {
    form,
    type: { is: 'number' },
    parts: [of],
    why: of.why,
    of: state => {
      const value = of.of(state)
      return value === undefined || value === null ? value : take(value as number)
    },
  }
}
