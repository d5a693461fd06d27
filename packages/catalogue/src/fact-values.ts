/** Whether a value is one that a fact can have. Runs in a browser; knows no file. */
import { isDay } from './days.ts'
import { type Finding, shown } from './finding.ts'
import { didYouMean } from './nearest.ts'
import type { Pointer } from './places.ts'
import type { Fact, FactName, Field } from './records.ts'

/** The facts of a catalogue by name, with those that the core itself gives. */
export type Vocabulary = ReadonlyMap<FactName, Fact>

const participations: Fact = {
  name: 'participations',
  type: 'records',
  about: 'firm',
  changes: 'by-firm',
  fields: {
    programme: { type: 'text' },
    edition: { type: 'text' },
    outcome: { type: 'text' },
    role: { type: 'text' },
    on: { type: 'date' },
  },
}

/** What a catalogue declares of `participations` comes on top of the fields that the core gives. */
export function vocabularyOf(facts: readonly Fact[]): Vocabulary {
  const vocabulary = new Map(facts.map(fact => [fact.name, fact]))
  const declared = vocabulary.get(participations.name)
  const fields = { ...participations.fields, ...declared?.fields }
  return vocabulary.set(participations.name, { ...participations, ...declared, fields })
}

/** Everything wrong with a record of facts; `above` is the path to the record. */
export function wrongInFacts(facts: unknown, vocabulary: Vocabulary, above: Pointer): Finding[] {
  if (!isRecord(facts))
    return [{ pointer: above, wrong: `${shown(facts)} is not a record`, right: 'fact names and values' }]
  return Object.entries(facts).flatMap(([name, value]): Finding[] => {
    const pointer = [...above, name]
    if (name === 'on') return [{ pointer, at: 'key', wrong: 'on is the day asked about, not a fact of a firm' }]
    const fact = vocabulary.get(name)
    if (fact) return wrongInValue(fact, value, pointer)
    return [{ pointer, at: 'key', wrong: `unknown fact ${name}`, right: didYouMean(name, vocabulary.keys()) }]
  })
}

/** Everything wrong with the value of one fact. `null` is right for any: the firm is known to have no value. */
export function wrongInValue(fact: Fact, value: unknown, pointer: Pointer): Finding[] {
  if (value === null) return []
  const { name } = fact
  switch (fact.type) {
    case 'records':
      if (!Array.isArray(value)) return [notA('a list of records', name, value, pointer)]
      return value.flatMap((item, index) => wrongInRecord(fact, item, [...pointer, index]))
    case 'number':
      return [...wrongInPlain({ type: fact.type }, name, value, pointer), ...wrongInBounds(fact, value, pointer)]
    default:
      return wrongInPlain(fact as Plain, name, value, pointer)
  }
}

function wrongInRecord(fact: Fact, item: unknown, pointer: Pointer): Finding[] {
  if (!isRecord(item)) return [notA('a record', fact.name, item, pointer)]
  const fields = fact.fields ?? {}
  return Object.entries(item).flatMap(([name, value]): Finding[] => {
    const at = [...pointer, name]
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field) return wrongInPlain(field, name, value, at)
    return [
      {
        pointer: at,
        at: 'key',
        wrong: `unknown field ${name} of ${fact.name}`,
        right: didYouMean(name, Object.keys(fields)),
      },
    ]
  })
}

type Plain = Pick<Field, 'type' | 'values' | 'items'>

/** Of any type but records. */
export function wrongInPlain(
  { type, values, items }: Plain,
  name: string,
  value: unknown,
  pointer: Pointer,
): Finding[] {
  if (value === null) return []
  if (type === 'list') {
    if (!Array.isArray(value)) return [notA('a list', name, value, pointer, `[${shown(value)}]`)]
    const item: Plain = values ? { type: 'enum', values } : { type: items ?? 'text' }
    return value.flatMap((one, index) => wrongInPlain(item, name, one, [...pointer, index]))
  }
  const wrong = wrongInOne(type, values, value)
  return wrong ? [{ pointer, wrong: `${name}: ${shown(value)} is ${wrong.wrong}`, right: wrong.right }] : []
}

interface Wrong {
  readonly wrong: string
  readonly right?: string | undefined
}

function wrongInOne(
  type: Exclude<Field['type'], 'list'>,
  values: readonly string[] | undefined,
  value: unknown,
): Wrong | undefined {
  switch (type) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return { wrong: 'not a number', right: numberIn(value) }
      return Number.isInteger(value) && !Number.isSafeInteger(value)
        ? { wrong: 'larger than can be told exactly', right: 'a number below 2^53' }
        : undefined
    case 'boolean':
      return typeof value === 'boolean' ? undefined : { wrong: 'neither true nor false', right: 'true or false' }
    case 'date':
      if (typeof value !== 'string') return { wrong: 'not a day', right: 'a day such as 2026-11-25' }
      return isDay(value) ? undefined : { wrong: 'not a day of the calendar', right: 'a day such as 2026-11-25' }
    case 'text':
      if (typeof value === 'string') return undefined
      return { wrong: 'not a text', right: typeof value === 'number' ? `"${value}" in quotes` : 'a text' }
    case 'enum':
      if (typeof value === 'string' && values?.includes(value)) return undefined
      return { wrong: 'not one of its values', right: didYouMean(String(value), values ?? []) }
  }
}

/** The number that a text most likely stands for: `8,200,000,000`. */
function numberIn(value: unknown): string {
  const digits = typeof value === 'string' ? value.replaceAll(/[,_ ]/g, '') : ''
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? digits : 'a number'
}

function wrongInBounds({ name, min, max }: Fact, value: unknown, pointer: Pointer): Finding[] {
  if (typeof value !== 'number') return []
  if (min !== undefined && value < min)
    return [{ pointer, wrong: `${name}: ${value} is too small`, right: `at least ${min}` }]
  if (max !== undefined && value > max)
    return [{ pointer, wrong: `${name}: ${value} is too large`, right: `at most ${max}` }]
  return []
}

const notA = (what: string, name: string, value: unknown, pointer: Pointer, right = what): Finding => ({
  pointer,
  wrong: `${name}: ${shown(value)} is not ${what}`,
  right,
})

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
