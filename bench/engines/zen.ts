/**
 * @gorules/zen-engine: one decision with an expression a programme, so that a firm is handed over once. It has days of its own
 * (`d(…)`), a closure's item is `#`.
 */
import { ZenEngine } from '@gorules/zen-engine'
import type { Form, Test, Type } from '@ieum/rules'
import { saying } from './by-hand.ts'
import { inNumbers } from './days.ts'
import { cannotSay, type Engine, type PlainTask, verdictOf } from './engine.ts'
import type { Data } from './plainly.ts'

const comparators = { '=': '==', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const

interface Around {
  readonly types: PlainTask['types']
  /** The record type of the item in a closure. */
  readonly item?: Type
}

function expression(form: Form, around: Around): string {
  const inner = (part: Form) => expression(part, around)
  const closure = (name: string, list: Form, condition: Form) => {
    if (around.item) cannotSay(form)
    const item = itemOf(list, around)
    return `${name}(${inner(list)}, ${expression(condition, { ...around, item })})`
  }
  switch (form.is) {
    case 'constant':
      if (form.type === 'date') return `d("${form.value}")`
      return form.type === 'number' || form.type === 'boolean' || form.type === 'text'
        ? JSON.stringify(form.value)
        : cannotSay(form)
    case 'list':
      return `[${form.items.map(inner).join(', ')}]`
    case 'fact':
      return around.types.get(form.fact)?.is === 'date' ? `d(${form.fact})` : form.fact
    case 'item':
      return form.depth === 0 ? '#' : cannotSay(form)
    case 'field': {
      if (form.of.is !== 'item' || form.of.depth !== 0) return cannotSay(form)
      const type = around.item?.is === 'record' ? around.item.fields[form.field] : undefined
      return type?.is === 'date' ? `d(#.${form.field})` : `#.${form.field}`
    }
    case 'each':
      return `map(${inner(form.list)}, #.${form.field})`
    case 'at':
      return form.position > 0 ? `${inner(form.list)}[${form.position - 1}]` : cannotSay(form)
    case 'part':
      return form.part === 'year' ? `${inner(form.of)}.year()` : cannotSay(form)
    case 'compare':
      return `(${inner(form.left)} ${comparators[form.by]} ${inner(form.right)})`
    case 'in':
      return oneOf(form.item, form.tests, inner)
    case 'not':
      return `not(${inner(form.of)})`
    case 'and':
    case 'or':
      return `(${form.of.map(inner).join(` ${form.is} `)})`
    case 'arithmetic':
      return (
        spanned(form, inner) ??
        (form.by === '**' ? cannotSay(form) : `(${inner(form.left)} ${form.by} ${inner(form.right)})`)
      )
    case 'minus':
      return `-(${inner(form.of)})`
    case 'if':
      return `(${inner(form.when)} ? ${inner(form.yes)} : ${inner(form.no)})`
    case 'some':
      return closure('some', form.list, form.satisfies)
    case 'every':
      return closure('all', form.list, form.satisfies)
    case 'filter':
      return closure('filter', form.list, form.where)
    case 'call':
      return called(form, inner)
    default:
      return cannotSay(form)
  }
}

function itemOf(list: Form, { types }: Around): Type {
  const type = list.is === 'fact' ? types.get(list.fact) : undefined
  return type?.is === 'list' ? type.of : { is: 'text' }
}

function spanned(form: Extract<Form, { is: 'arithmetic' }>, inner: (part: Form) => string): string | undefined {
  const [day, span] = form.right.is === 'constant' ? [form.left, form.right] : [form.right, form.left]
  if (span.is !== 'constant' || (span.type !== 'months' && span.type !== 'days')) return undefined
  return `${inner(day)}.${form.by === '-' ? 'sub' : 'add'}(${span.value}, '${span.type === 'months' ? 'M' : 'd'}')`
}

function called(form: Extract<Form, { is: 'call' }>, inner: (part: Form) => string): string {
  const [first, second] = form.with.map(inner)
  switch (form.call) {
    case 'list contains':
      return `(${second} in ${first})`
    case 'starts with':
      return `startsWith(${first}, ${second})`
    case 'count':
      return `len(${first})`
    case 'sum':
    case 'max':
    case 'min':
      return form.with.length === 1 ? `${form.call}(${first})` : cannotSay(form)
    default:
      return cannotSay(form)
  }
}

function oneOf(item: Form, tests: readonly Test[], inner: (part: Form) => string): string {
  const constants = tests.flatMap(test => (test.is === 'equals' && test.value.is === 'constant' ? [test.value] : []))
  if (constants.length === tests.length) return `(${inner(item)} in [${constants.map(inner).join(', ')}])`
  return `(${tests.map(test => tested(inner(item), test, inner)).join(' or ')})`
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
      return `(${item} ${test.fromOpen ? '>' : '>='} ${inner(test.from)} and ${item} ${test.toOpen ? '<' : '<='} ${inner(test.to)})`
  }
}

function decisionOf(expressions: readonly string[]) {
  return {
    nodes: [
      { id: 'firm', name: 'firm', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'rules',
        name: 'rules',
        type: 'expressionNode',
        position: { x: 1, y: 0 },
        content: { expressions: expressions.map((value, number) => ({ id: `e${number}`, key: `p${number}`, value })) },
      },
      { id: 'verdicts', name: 'verdicts', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'in', type: 'edge', sourceId: 'firm', targetId: 'rules' },
      { id: 'out', type: 'edge', sourceId: 'rules', targetId: 'verdicts' },
    ],
  }
}

export const zen: Engine = {
  name: 'zen-engine',
  package: '@gorules/zen-engine',
  prepare(task) {
    const { programmes, functions, byHand } = saying(
      task.programmes,
      form => expression(form, { types: task.types }),
      name => name,
    )
    // Expressions cannot call functions of ours, so what is done by hand is handed over as facts, worked out beforehand.
    const data = inNumbers(task.facts, task.types) as Data
    const facts = {
      ...task.facts,
      ...Object.fromEntries([...functions].map(([name, compute]) => [name, compute(data)])),
    }
    const expressions = programmes.map(
      ({ must, mustNot }) => [...must, ...mustNot.map(each => `not(${each})`)].join(' and ') || 'true',
    )
    const decision = new ZenEngine().createDecision(decisionOf(expressions))
    return {
      judge: async () => {
        const { result } = await decision.evaluate(facts)
        return task.programmes.map((programme, number) => verdictOf(result[`p${number}`] === true, programme))
      },
      byHand,
    }
  },
}
