/**
 * json-rules-engine: one rule a programme, of `all`, `any` and `not` over its operators. What those cannot say (quantifiers over
 * records, arithmetic) is a dynamic fact, a function of the other facts; each is worked out once a run.
 */
import type { Comparator, Form } from '@ieum/rules'
import { Engine as RulesEngine, type TopLevelCondition } from 'json-rules-engine'
import { inNumbers, plainConstant } from './days.ts'
import { type Engine, verdictOf } from './engine.ts'
import { type Data, plainly } from './plainly.ts'

type Condition =
  | { readonly fact: string; readonly operator: string; readonly value: unknown }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** Where dynamic facts are written down, by the name they get. */
type Dynamic = Map<string, (data: Data) => unknown>

const operators: Readonly<Record<Comparator, string>> = {
  '=': 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
}

function condition(form: Form, dynamic: Dynamic): Condition {
  switch (form.is) {
    case 'and':
      return { all: form.of.map(part => condition(part, dynamic)) }
    case 'or':
      return { any: form.of.map(part => condition(part, dynamic)) }
    case 'not':
      return { not: condition(form.of, dynamic) }
    case 'compare': {
      const right = form.right.is === 'constant' ? plainConstant(form.right) : { fact: named(form.right, dynamic) }
      return { fact: named(form.left, dynamic), operator: operators[form.by], value: right }
    }
    case 'in':
      return contained(form, dynamic)
    default:
      return { fact: named(form, dynamic), operator: 'equal', value: true }
  }
}

function contained(form: Extract<Form, { is: 'in' }>, dynamic: Dynamic): Condition {
  const constants = form.tests.flatMap(test =>
    test.is === 'equals' && test.value.is === 'constant' ? [plainConstant(test.value)] : [],
  )
  if (constants.length === form.tests.length)
    return { fact: named(form.item, dynamic), operator: 'in', value: constants }
  const [only, ...others] = form.tests
  if (only?.is === 'one of' && others.length === 0 && form.item.is === 'constant')
    return { fact: named(only.list, dynamic), operator: 'contains', value: plainConstant(form.item) }
  return { fact: named(form, dynamic), operator: 'equal', value: true }
}

/** A fact by its name; anything else becomes a dynamic fact, the same form the same one. */
function named(form: Form, dynamic: Dynamic): string {
  if (form.is === 'fact') return form.fact
  const name = JSON.stringify(form)
  if (!dynamic.has(name)) dynamic.set(name, plainly(form))
  return name
}

export const jsonRulesEngine: Engine = {
  name: 'json-rules-engine',
  package: 'json-rules-engine',
  prepare(task) {
    const dynamic: Dynamic = new Map()
    const engine = new RulesEngine()
    for (const [number, { must, mustNot }] of task.programmes.entries()) {
      const all = [
        ...must.map(form => condition(form, dynamic)),
        ...mustNot.map(form => ({ not: condition(form, dynamic) })),
      ]
      engine.addRule({ conditions: { all } as unknown as TopLevelCondition, event: { type: String(number) } })
    }
    const facts = inNumbers(task.facts, task.types) as Data
    for (const [name, compute] of dynamic) engine.addFact(name, () => compute(facts))
    return {
      judge: async () => {
        const { events } = await engine.run(facts)
        const holds = new Set(events.map(event => event.type))
        return task.programmes.map((programme, number) => verdictOf(holds.has(String(number)), programme))
      },
      byHand: task.programmes.filter(({ must, mustNot }) => [...must, ...mustNot].some(needsDynamicFact)).length,
    }
  },
}

function needsDynamicFact(form: Form): boolean {
  const dynamic: Dynamic = new Map()
  condition(form, dynamic)
  return dynamic.size > 0
}
