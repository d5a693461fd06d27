import { printDay } from '@ieum/catalogue/day-numbers'
import { monthsBetween } from '../durations.ts'
import type { Call, Form, Type } from '../form.ts'
import { limits } from '../limits.ts'
import { regExpOf } from '../pattern.ts'
import { containsValue } from './membership.ts'
import { type Piece, whyAll } from './piece.ts'
import type { Inner } from './values.ts'

export function called(form: Extract<Form, { is: 'call' }>, args: readonly Piece[], type: Type): Piece {
  const of = evaluated(form, args)
  return { form, type, of, parts: args, why: whyAll(of, args) }
}

function evaluated(form: Extract<Form, { is: 'call' }>, args: readonly Piece[]): Piece['of'] {
  const [first, second] = args
  switch (form.call) {
    case 'list contains':
      return state => containsValue(first!.of(state), second!.of(state))
    case 'count':
      return state => {
        const list = first!.of(state)
        return list === undefined || list === null ? list : (list as readonly Inner[]).length
      }
    case 'sum':
    case 'min':
    case 'max': {
      const fold = folds[form.call]
      return state => folded(first!.of(state), fold)
    }
    case 'matches': {
      const pattern = regExpOf(String(constantOf(second!)), args[2] ? String(constantOf(args[2])) : '')
      // A text longer than the pattern was measured for stays undecided rather than being tried.
      return state => {
        const text = first!.of(state)
        if (typeof text !== 'string') return text
        return text.length > limits.subject ? undefined : pattern.test(text)
      }
    }
    case 'string':
      return strict(args, first!.type.is === 'date' ? value => printDay(value as never) : value => String(value))
    default:
      return strict(args, plain[form.call])
  }
}

function constantOf(piece: Piece): unknown {
  return piece.form.is === 'constant' ? piece.form.value : undefined
}

function strict(args: readonly Piece[], compute: (...values: never[]) => Inner): Piece['of'] {
  const [first, second, third] = args.map(arg => arg.of)
  if (!second)
    return state => {
      const a = first!(state)
      return a === undefined || a === null ? a : compute(a as never)
    }
  return state => {
    const a = first!(state)
    const b = second(state)
    const c = third ? third(state) : 0
    if (a === null || b === null || c === null) return null
    if (a === undefined || b === undefined || c === undefined) return undefined
    return third ? compute(a as never, b as never, c as never) : compute(a as never, b as never)
  }
}

const plain: Readonly<
  Record<
    Exclude<Call, 'list contains' | 'count' | 'sum' | 'min' | 'max' | 'matches' | 'string'>,
    (...values: never[]) => Inner
  >
> = {
  'starts with': (text: string, start: string) => text.startsWith(start),
  'ends with': (text: string, end: string) => text.endsWith(end),
  contains: (text: string, inside: string) => text.includes(inside),
  substring,
  'upper case': (text: string) => text.toUpperCase(),
  'lower case': (text: string) => text.toLowerCase(),
  'string length': (text: string) => charactersOf(text).length,
  abs: (value: number) => Math.abs(value),
  floor: (value: number) => Math.floor(value),
  ceiling: (value: number) => Math.ceil(value) + 0,
  number: (text: string) => (/^-?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})$/.test(text) ? Number(text) : null),
  'years and months duration': (from: number, to: number) => monthsBetween(from, to),
}

/** FEEL counts characters, not UTF-16 units. */
function charactersOf(text: string): string | readonly string[] {
  return /[\uD800-\uDFFF]/.test(text) ? Array.from(text) : text
}

/** From 1; a negative start counts from the end; there is no character 0. Past the end there is nothing, which is a text too. */
function substring(text: string, start: number, length?: number): string | null {
  const characters = charactersOf(text)
  const from = Math.trunc(start)
  if (from === 0 || from < -characters.length) return null
  if (length !== undefined && length < 0) return null
  const begin = from > 0 ? from - 1 : characters.length + from
  const end = length === undefined ? characters.length : begin + Math.trunc(length)
  const part = characters.slice(begin, end)
  return typeof part === 'string' ? part : part.join('')
}

const folds: Readonly<Record<'sum' | 'min' | 'max', (a: never, b: never) => Inner>> = {
  sum: (a: number, b: number) => (Number.isInteger(a + b) ? a + b : Number((a + b).toPrecision(15))),
  min: (a: number, b: number) => (b < a ? b : a),
  max: (a: number, b: number) => (b > a ? b : a),
}

/** Of an empty list, or with a null in it, the answer is null; then an unknown item makes it unknown. */
function folded(list: Inner, fold: (a: never, b: never) => Inner): Inner {
  if (list === undefined || list === null) return list
  const items = list as readonly Inner[]
  if (items.length === 0 || items.includes(null)) return null
  if (items.includes(undefined)) return undefined
  return items.reduce((a, b) => fold(a as never, b as never))
}
