import { withCoreFacts } from '@ieum/catalogue/core-facts'
import type { Fact, FactName, Field, Parameter } from '@ieum/catalogue/records'
import type { Type } from './form.ts'

/** The names that a sentence may use, with their types. */
export interface Vocabulary {
  readonly facts: ReadonlyMap<FactName, Type>
  readonly parameters: ReadonlyMap<string, Type>
}

export const numberType: Type = { is: 'number' }
export const textType: Type = { is: 'text' }
export const dateType: Type = { is: 'date' }
export const booleanType: Type = { is: 'boolean' }
export const nullType: Type = { is: 'null' }

export function typeOfFact(fact: Fact): Type {
  if (fact.type === 'records') return { is: 'list', of: recordType(fact.fields ?? {}) }
  return typeOfField(fact as Field)
}

export function typeOfParameter(parameter: Parameter): Type {
  if (parameter.type === 'table') return { is: 'list', of: recordType(parameter.columns ?? {}) }
  if (parameter.type === 'list') return { is: 'list', of: { is: parameter.items ?? 'text' } }
  return { is: parameter.type }
}

function typeOfField(field: Field): Type {
  if (field.type === 'enum') return field.values ? { is: 'text', values: field.values } : textType
  if (field.type !== 'list') return { is: field.type }
  const items = field.items ?? 'text'
  return { is: 'list', of: items === 'text' && field.values ? { is: 'text', values: field.values } : { is: items } }
}

function recordType(fields: Readonly<Record<string, Field>>): Type {
  return {
    is: 'record',
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, typeOfField(field)])),
  }
}

/** The vocabulary of a catalogue or of a rulebook. */
export function vocabularyOf(from: {
  readonly facts: readonly Fact[]
  readonly parameters: readonly Parameter[]
}): Vocabulary {
  return {
    facts: new Map(withCoreFacts(from.facts).map(fact => [fact.name, typeOfFact(fact)])),
    parameters: new Map(from.parameters.map(parameter => [parameter.id, typeOfParameter(parameter)])),
  }
}
