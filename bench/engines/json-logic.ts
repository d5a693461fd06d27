/**
 * json-logic-js: one rule a programme. Inside `some` and `filter` its rules see nothing but the item, so each record carries the
 * facts around it as `outer`, which is what people do. Days are numbers; what it lacks are custom operations.
 */
import type { Value } from '@ieum/catalogue/records'
import type { Form, Test } from '@ieum/rules'
import jsonLogic from 'json-logic-js'
import { saying } from './by-hand.ts'
import { inNumbers, monthsLater, plainConstant, spanOf, yearOf } from './days.ts'
import { cannotSay, type Engine, type PlainTask, verdictOf } from './engine.ts'
import type { Data } from './plainly.ts'

type Rule = unknown

const comparators = { '=': '===', '!=': '!==', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const

/** What a rule can see: everything, the fields of a record and what it carries, or nothing but a value. */
type Sight = 'all' | 'record' | 'value'

function rule(form: Form, types: PlainTask['types'], sight: Sight = 'all'): Rule {
  const inner = (part: Form) => rule(part, types, sight)
  const inside = (list: Form, condition: Form) => [inner(list), rule(condition, types, sightIn(list, types, sight))]
  switch (form.is) {
    case 'constant':
      return plainConstant(form)
    case 'list':
      return form.items.map(inner)
    case 'fact':
      if (sight === 'value') return cannotSay(form)
      return { var: sight === 'record' ? `outer.${form.fact}` : form.fact }
    case 'item':
      return form.depth === 0 ? { var: '' } : cannotSay(form)
    case 'field':
      return form.of.is === 'item' && form.of.depth === 0 ? { var: form.field } : cannotSay(form)
    case 'each':
      return { map: [inner(form.list), { var: form.field }] }
    case 'at':
      return form.list.is === 'fact' && form.position > 0 && sight === 'all'
        ? { var: `${form.list.fact}.${form.position - 1}` }
        : cannotSay(form)
    case 'part':
      return form.part === 'year' ? { year_of: [inner(form.of)] } : cannotSay(form)
    case 'compare':
      return { [comparators[form.by]]: [inner(form.left), inner(form.right)] }
    case 'in':
      return oneOf(form.tests.map(test => tested(form.item, test, inner)))
    case 'not':
      return { '!': [inner(form.of)] }
    case 'and':
    case 'or':
      return { [form.is]: form.of.map(inner) }
    case 'arithmetic': {
      const span = spanOf(form)
      if (span) return { months_later: [inner(span.date), span.months] }
      return form.by === '**' ? cannotSay(form) : { [form.by]: [inner(form.left), inner(form.right)] }
    }
    case 'minus':
      return { '-': [inner(form.of)] }
    case 'if':
      return { if: [inner(form.when), inner(form.yes), inner(form.no)] }
    case 'some':
      return { some: inside(form.list, form.satisfies) }
    case 'every':
      return { all: inside(form.list, form.satisfies) }
    case 'filter':
      return { filter: inside(form.list, form.where) }
    case 'call':
      return called(form, inner)
    default:
      return cannotSay(form)
  }
}

function sightIn(list: Form, types: PlainTask['types'], around: Sight): Sight {
  const type = list.is === 'fact' ? types.get(list.fact) : undefined
  return around === 'all' && type?.is === 'list' && type.of.is === 'record' ? 'record' : 'value'
}

function called(form: Extract<Form, { is: 'call' }>, inner: (part: Form) => Rule): Rule {
  const given = form.with.map(inner)
  switch (form.call) {
    case 'list contains':
      return { in: [given[1], given[0]] }
    case 'starts with':
      return { starts_with: given }
    case 'count':
      return { count_of: given }
    case 'sum':
    case 'max':
    case 'min':
      return { [`${form.call}_of`]: given }
    default:
      return cannotSay(form)
  }
}

function tested(item: Form, test: Test, inner: (part: Form) => Rule): Rule {
  switch (test.is) {
    case 'equals':
      return { '===': [inner(item), inner(test.value)] }
    case 'one of':
      return { in: [inner(item), inner(test.list)] }
    case 'compare':
      return { [comparators[test.by]]: [inner(item), inner(test.value)] }
    case 'range':
      return {
        and: [
          { [test.fromOpen ? '>' : '>=']: [inner(item), inner(test.from)] },
          { [test.toOpen ? '<' : '<=']: [inner(item), inner(test.to)] },
        ],
      }
  }
}

/** Values that are all plain are looked for in one list. */
function oneOf(tests: readonly Rule[]): Rule {
  const equals = tests.map(test => (test as { '==='?: readonly [Rule, Rule] })['==='])
  const first = equals[0]
  if (first && equals.every(test => test && typeof test[1] !== 'object'))
    return { in: [first[0], equals.map(test => test![1])] }
  return tests.length === 1 ? tests[0] : { or: tests }
}

function addOperations(): void {
  jsonLogic.add_operation('months_later', monthsLater)
  jsonLogic.add_operation('year_of', yearOf)
  jsonLogic.add_operation('starts_with', (text: string, start: string) => text.startsWith(start))
  jsonLogic.add_operation('count_of', (list: readonly unknown[]) => list.length)
  jsonLogic.add_operation('sum_of', (list: readonly number[]) => list.reduce((a, b) => a + b, 0))
  jsonLogic.add_operation('max_of', (list: readonly number[]) => Math.max(...list))
  jsonLogic.add_operation('min_of', (list: readonly number[]) => Math.min(...list))
}

/** Every record with the facts around it. */
function withOuter({ facts, types }: PlainTask): Record<string, unknown> {
  const data: Record<string, unknown> = inNumbers(facts, types)
  for (const [fact, value] of Object.entries(data)) {
    const type = types.get(fact)!
    if (type.is === 'list' && type.of.is === 'record')
      data[fact] = (value as readonly Record<string, Value>[]).map(record => ({ ...record, outer: data }))
  }
  return data
}

export const jsonLogicJs: Engine = {
  name: 'json-logic-js',
  package: 'json-logic-js',
  prepare(task) {
    addOperations()
    const { programmes, functions, byHand } = saying<Rule>(
      task.programmes,
      form => rule(form, task.types),
      name => ({ [name]: [] }),
    )
    const data = withOuter(task)
    for (const [name, compute] of functions) jsonLogic.add_operation(name, () => compute(data as Data))
    const rules = programmes.map(({ must, mustNot }) => ({
      and: [true, ...must, ...mustNot.map(each => ({ '!': [each] }))],
    }))
    return {
      judge: () =>
        rules.map((each, number) => verdictOf(jsonLogic.apply(each, data) === true, task.programmes[number]!)),
      byHand,
    }
  },
}
