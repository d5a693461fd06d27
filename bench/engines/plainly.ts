/** A sentence as a plain function over facts that are all known, days as numbers: what a programmer would write by hand. */
import type { Comparator, Form, Test } from '@ieum/rules'
import { monthsLater, plainConstant, spanOf, yearOf } from './days.ts'
import { cannotSay } from './engine.ts'

export type Data = Readonly<Record<string, never>>
type Plain = (data: Data, items: readonly never[]) => never

const comparing: Readonly<Record<Comparator, (a: never, b: never) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

const computing = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '**': (a: number, b: number) => a ** b,
} as const

export function plainly(form: Form): (data: Data) => unknown {
  const compute = made(form)
  return data => compute(data, [])
}

function made(form: Form): Plain {
  return making(form) as Plain
}

function making(form: Form): (data: Data, items: readonly never[]) => unknown {
  switch (form.is) {
    case 'constant': {
      const value = plainConstant(form)
      return () => value
    }
    case 'list': {
      const items = form.items.map(made)
      return (data, around) => items.map(item => item(data, around))
    }
    case 'fact':
      return data => data[form.fact]
    case 'item':
      return (_, items) => items[form.depth]
    case 'field': {
      const of = made(form.of)
      return (data, items) => of(data, items)[form.field]
    }
    case 'each': {
      const list = made(form.list) as unknown as (data: Data, items: readonly never[]) => Record<string, unknown>[]
      return (data, items) => list(data, items).map(record => record[form.field])
    }
    case 'at': {
      const list = made(form.list) as unknown as (data: Data, items: readonly never[]) => unknown[]
      return (data, items) => list(data, items).at(form.position > 0 ? form.position - 1 : form.position)
    }
    case 'part': {
      const of = made(form.of)
      return form.part === 'year' ? (data, items) => yearOf(of(data, items)) : cannotSay(form)
    }
    case 'compare': {
      const [left, right, holds] = [made(form.left), made(form.right), comparing[form.by]]
      return (data, items) => holds(left(data, items), right(data, items))
    }
    case 'in': {
      const item = made(form.item)
      const tests = form.tests.map(tested)
      return (data, items) => tests.some(test => test(item(data, items), data, items))
    }
    case 'not': {
      const of = made(form.of)
      return (data, items) => !of(data, items)
    }
    case 'and': {
      const parts = form.of.map(made)
      return (data, items) => parts.every(part => part(data, items))
    }
    case 'or': {
      const parts = form.of.map(made)
      return (data, items) => parts.some(part => part(data, items))
    }
    case 'arithmetic': {
      const span = spanOf(form)
      if (span) {
        const date = made(span.date)
        return (data, items) => monthsLater(date(data, items), span.months)
      }
      const [left, right, compute] = [made(form.left), made(form.right), computing[form.by]]
      return (data, items) => compute(left(data, items), right(data, items))
    }
    case 'minus': {
      const of = made(form.of)
      return (data, items) => -of(data, items)
    }
    case 'if': {
      const [when, yes, no] = [made(form.when), made(form.yes), made(form.no)]
      return (data, items) => (when(data, items) ? yes(data, items) : no(data, items))
    }
    case 'some':
    case 'every':
    case 'filter': {
      const list = made(form.list) as unknown as (data: Data, items: readonly never[]) => never[]
      const holds = made(form.is === 'filter' ? form.where : form.satisfies)
      const go = form.is
      return (data, items) => list(data, items)[go](item => holds(data, [item, ...items]))
    }
    case 'call':
      return calling(form)
    default:
      return cannotSay(form)
  }
}

function calling(form: Extract<Form, { is: 'call' }>): (data: Data, items: readonly never[]) => unknown {
  const [first, second] = form.with.map(made) as unknown as ((data: Data, items: readonly never[]) => never[])[]
  switch (form.call) {
    case 'list contains':
      return (data, items) => first!(data, items).includes(second!(data, items) as never)
    case 'starts with':
      return (data, items) => String(first!(data, items)).startsWith(String(second!(data, items)))
    case 'count':
      return (data, items) => first!(data, items).length
    case 'sum':
      return (data, items) => first!(data, items).reduce((a: number, b: number) => a + b, 0)
    case 'max':
      return (data, items) => Math.max(...first!(data, items))
    case 'min':
      return (data, items) => Math.min(...first!(data, items))
    default:
      return cannotSay(form)
  }
}

function tested(test: Test): (item: never, data: Data, items: readonly never[]) => boolean {
  switch (test.is) {
    case 'equals': {
      const value = made(test.value)
      return (item, data, items) => item === value(data, items)
    }
    case 'one of': {
      const list = made(test.list) as unknown as (data: Data, items: readonly never[]) => never[]
      return (item, data, items) => list(data, items).includes(item)
    }
    case 'compare': {
      const [value, holds] = [made(test.value), comparing[test.by]]
      return (item, data, items) => holds(item, value(data, items))
    }
    case 'range': {
      const [from, to] = [made(test.from), made(test.to)]
      const [above, below] = [comparing[test.fromOpen ? '>' : '>='], comparing[test.toOpen ? '<' : '<=']]
      return (item, data, items) => above(item, from(data, items)) && below(item, to(data, items))
    }
  }
}
