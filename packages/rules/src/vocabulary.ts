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

/** What every participation tells; a catalogue's own `participations` may add fields. */
const participation: Readonly<Record<string, Field>> = {
  programme: { type: 'text' },
  edition: { type: 'text' },
  outcome: { type: 'text' },
  role: { type: 'text' },
  on: { type: 'date' },
}

/** The facts that the core itself gives: the day asked about, and the firm's past participations. */
export const coreFacts: readonly Fact[] = [
  { name: 'on', type: 'date', about: 'application', changes: 'with-time', label: { ko: '기준일', en: 'day' } },
  {
    name: 'participations',
    type: 'records',
    fields: participation,
    about: 'firm',
    changes: 'by-firm',
    label: { ko: '지원사업 참여 이력', en: 'past participations' },
  },
]

/** The catalogue's facts with the core's own: `on` stays as it is, `participations` keeps the core's fields. */
export function withCoreFacts(facts: readonly Fact[]): readonly Fact[] {
  const declared = facts.find(fact => fact.name === 'participations')
  const participations: Fact = declared
    ? { ...declared, type: 'records', fields: { ...declared.fields, ...withoutLosingType(declared.fields) } }
    : coreFacts[1]!
  return [coreFacts[0]!, participations, ...facts.filter(fact => fact.name !== 'on' && fact.name !== 'participations')]
}

/** A catalogue may name the values or words of a core field, not change its type. */
function withoutLosingType(declared: Fact['fields'] = {}): Record<string, Field> {
  const fields: Record<string, Field> = {}
  for (const [name, core] of Object.entries(participation)) {
    const own = Object.hasOwn(declared, name) ? declared[name] : undefined
    const fits = own && (own.type === core.type || (own.type === 'enum' && core.type === 'text'))
    fields[name] = fits ? own : core
  }
  return fields
}

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
