/** @marcbachmann/cel-js: one typed expression a programme, parsed once. Its numbers are doubles, days are numbers. */

import type { Form, Test, Type } from '@ieum/rules'
import { Environment } from '@marcbachmann/cel-js'
import { saying } from './by-hand.ts'
import { inNumbers, monthsLater, plainConstant, spanOf, yearOf } from './days.ts'
import { cannotSay, type Engine, type PlainTask, verdictOf } from './engine.ts'
import type { Data } from './plainly.ts'

const comparators = { '=': '==', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const

function expression(form: Form, loops = 0): string {
  const inner = (part: Form) => expression(part, loops)
  const inside = (part: Form) => expression(part, loops + 1)
  switch (form.is) {
    case 'constant':
      return literal(plainConstant(form))
    case 'list':
      return `[${form.items.map(inner).join(', ')}]`
    case 'fact':
      return form.fact
    case 'item':
      return `x${loops - 1 - form.depth}`
    case 'field':
      return `${inner(form.of)}.${form.field}`
    case 'each':
      return `${inner(form.list)}.map(x${loops}, x${loops}.${form.field})`
    case 'at':
      return form.position > 0 ? `${inner(form.list)}[${form.position - 1}]` : cannotSay(form)
    case 'part':
      return form.part === 'year' ? `year_of(${inner(form.of)})` : cannotSay(form)
    case 'compare':
      // A number is never null in CEL, unless it is taken for anything.
      if (isNull(form.right)) return `(dyn(${inner(form.left)}) ${comparators[form.by]} null)`
      return `(${inner(form.left)} ${comparators[form.by]} ${inner(form.right)})`
    case 'in':
      return oneOf(form.item, form.tests, inner)
    case 'not':
      return `!(${inner(form.of)})`
    case 'and':
      return `(${form.of.map(inner).join(' && ')})`
    case 'or':
      return `(${form.of.map(inner).join(' || ')})`
    case 'arithmetic': {
      const span = spanOf(form)
      if (span) return `months_later(${inner(span.date)}, ${literal(span.months)})`
      return form.by === '**' ? cannotSay(form) : `(${inner(form.left)} ${form.by} ${inner(form.right)})`
    }
    case 'minus':
      return `-(${inner(form.of)})`
    case 'if':
      return `(${inner(form.when)} ? ${inner(form.yes)} : ${inner(form.no)})`
    case 'some':
      return `${inner(form.list)}.exists(x${loops}, ${inside(form.satisfies)})`
    case 'every':
      return `${inner(form.list)}.all(x${loops}, ${inside(form.satisfies)})`
    case 'filter':
      return `${inner(form.list)}.filter(x${loops}, ${inside(form.where)})`
    case 'call':
      return called(form, inner)
    default:
      return cannotSay(form)
  }
}

const isNull = (form: Form): boolean => form.is === 'constant' && form.value === null

function literal(value: number | string | boolean | null): string {
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : String(value)
  return JSON.stringify(value)
}

function called(form: Extract<Form, { is: 'call' }>, inner: (part: Form) => string): string {
  const [first, second] = form.with.map(inner)
  switch (form.call) {
    case 'list contains':
      return `(${second} in ${first})`
    case 'starts with':
      return `${first}.startsWith(${second})`
    case 'count':
      return `double(size(${first}))`
    case 'sum':
    case 'max':
    case 'min':
      return form.with.length === 1 ? `${form.call}_of(${first})` : cannotSay(form)
    default:
      return cannotSay(form)
  }
}

function oneOf(item: Form, tests: readonly Test[], inner: (part: Form) => string): string {
  const constants = tests.flatMap(test => (test.is === 'equals' && test.value.is === 'constant' ? [test.value] : []))
  if (constants.length === tests.length) return `(${inner(item)} in [${constants.map(inner).join(', ')}])`
  return `(${tests.map(test => tested(inner(item), test, inner)).join(' || ')})`
}

function tested(item: string, test: Test, inner: (part: Form) => string): string {
  switch (test.is) {
    case 'equals':
      return `${item} == ${inner(test.value)}`
    case 'one of':
      return `${item} in ${inner(test.list)}`
    case 'compare':
      return `${item} ${comparators[test.by]} ${inner(test.value)}`
    case 'range':
      return `(${item} ${test.fromOpen ? '>' : '>='} ${inner(test.from)} && ${item} ${test.toOpen ? '<' : '<='} ${inner(test.to)})`
  }
}

function typeName(type: Type): string {
  if (type.is === 'list') return type.of.is === 'record' ? 'list<map>' : `list<${typeName(type.of)}>`
  if (type.is === 'text') return 'string'
  return type.is === 'boolean' ? 'bool' : 'double'
}

function environmentFor({ types }: PlainTask): Environment {
  const environment = new Environment()
    .registerFunction('months_later(double, double): double', monthsLater)
    .registerFunction('year_of(double): double', yearOf)
    .registerFunction('sum_of(list): double', (list: readonly number[]) => list.reduce((a, b) => a + b, 0))
    .registerFunction('max_of(list): double', (list: readonly number[]) => Math.max(...list))
    .registerFunction('min_of(list): double', (list: readonly number[]) => Math.min(...list))
  for (const [fact, type] of types) environment.registerVariable(fact, typeName(type))
  return environment
}

export const celJs: Engine = {
  name: 'cel-js',
  package: '@marcbachmann/cel-js',
  prepare(task) {
    const facts = inNumbers(task.facts, task.types)
    const environment = environmentFor(task)
    const { programmes, functions, byHand } = saying(
      task.programmes,
      form => expression(form),
      name => `${name}()`,
    )
    for (const [name, compute] of functions)
      environment.registerFunction(`${name}(): bool`, () => compute(facts as Data) as boolean)
    const rules = programmes.map(({ must, mustNot }) =>
      environment.parse([...must, ...mustNot.map(each => `!(${each})`)].join(' && ') || 'true'),
    )
    return {
      judge: () => rules.map((each, number) => verdictOf(each(facts) === true, task.programmes[number]!)),
      byHand,
    }
  },
}
