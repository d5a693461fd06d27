import type { Finding } from '../finding.ts'
import type { Fact, Field } from '../records.ts'
import type { Names } from './names.ts'

export function* wrongInFactDeclarations(facts: readonly Fact[], { thorough }: Names): Generator<Finding> {
  for (const fact of facts) {
    const pointer = ['facts', fact.name]
    const isCore = fact.name === 'participations'
    if (fact.name === 'on' || fact.name === 'stated_on')
      yield { pointer, at: 'key', wrong: `${fact.name} is given by the core itself`, right: 'another name' }
    if (isCore && fact.type !== 'records')
      yield {
        pointer: [...pointer, 'type'],
        wrong: `participations is of type records, not ${fact.type}`,
        right: 'records',
      }
    yield* wrongInType(fact, pointer)
    yield* wrongInAsking(fact, pointer, thorough && !isCore)
    for (const value of Object.keys(fact.labels ?? {}))
      if (!fact.values?.includes(value))
        yield {
          pointer: [...pointer, 'labels', value],
          at: 'key',
          wrong: `${value} is not one of the values`,
          right: 'one of them',
        }
    for (const [name, field] of Object.entries(fact.fields ?? {}))
      yield* wrongInType(field, [...pointer, 'fields', name])
  }
}

/** What only some types have. */
export function* wrongInType(of: Fact | Field, pointer: string[]): Generator<Finding> {
  const only = (key: string, right: string): Finding => ({
    pointer: [...pointer, key],
    at: 'key',
    wrong: `${key} does not go with type ${of.type}`,
    right,
  })
  if (of.type === 'enum' && !of.values) yield { pointer, wrong: 'an enum without values', right: 'values: […]' }
  if (of.values && of.type !== 'enum' && of.type !== 'list') yield only('values', 'type: enum or list')
  if (of.items && of.type !== 'list') yield only('items', 'type: list')
  if (of.values && new Set(of.values).size < of.values.length)
    yield { pointer: [...pointer, 'values'], wrong: 'a value stands twice', right: 'each value once' }
  if (!('about' in of)) return
  if (of.type === 'records' && !of.fields && of.name !== 'participations')
    yield { pointer, wrong: 'records without fields', right: 'fields: {…}' }
  if (of.fields && of.type !== 'records') yield only('fields', 'type: records')
  for (const bound of ['min', 'max', 'unit'] as const)
    if (of[bound] !== undefined && of.type !== 'number' && of.items !== 'number') yield only(bound, 'type: number')
  if (of.min !== undefined && of.max !== undefined && of.min > of.max)
    yield { pointer: [...pointer, 'min'], wrong: `min ${of.min} lies above max ${of.max}`, right: 'min ≤ max' }
}

function* wrongInAsking(fact: Fact, pointer: string[], thorough: boolean): Generator<Finding> {
  if (fact.ask === 'declaration' && fact.type !== 'boolean')
    yield { pointer: [...pointer, 'ask'], wrong: `a declaration of type ${fact.type}`, right: 'type: boolean' }
  if (!thorough) return
  if (fact.ask && !fact.question)
    yield { pointer, wrong: `${fact.name} is asked without a question`, right: 'question: {ko: …, en: …}' }
  if (!fact.ask && fact.derived === undefined)
    yield { pointer, wrong: `${fact.name} is neither asked nor derived`, right: 'ask: question' }
}
