/** Whether a value is one that a fact can have. Runs in a browser; knows no file. */
import { withCoreFacts } from './core-facts.ts'
import { isDay } from './days.ts'
import { type Finding, short, shown } from './finding.ts'
import { didYouMean } from './nearest.ts'
import type { Pointer } from './places.ts'
import type { Fact, FactName, Field } from './records.ts'

/** The facts of a catalogue by name, with those that the core itself gives. */
export type Vocabulary = ReadonlyMap<FactName, Fact>

/** `on` is not among them: it is the day asked about, which nobody states. */
export const vocabularyOf = (facts: readonly Fact[]): Vocabulary =>
  new Map(withCoreFacts(facts).flatMap(fact => (fact.name === 'on' ? [] : [[fact.name, fact]])))

/** Everything wrong with a record of facts; `above` is the path to the record. */
export function* wrongInFacts(facts: unknown, vocabulary: Vocabulary, above: Pointer): Generator<Finding> {
  if (!isRecord(facts)) {
    yield { pointer: above, wrong: `${shown(facts)} is not a record`, right: 'fact names and values' }
    return
  }
  for (const [name, value] of Object.entries(facts)) {
    const pointer = [...above, name]
    const fact = vocabulary.get(name)
    if (name === 'on') yield { pointer, at: 'key', wrong: 'on is the day asked about, not a fact of a firm' }
    else if (fact) yield* wrongInValue(fact, value, pointer)
    else yield { pointer, at: 'key', wrong: `unknown fact ${short(name)}`, right: didYouMean(name, vocabulary.keys()) }
  }
}

/** Everything wrong with the value of one fact. `null` is right for any: the firm is known to have no value. */
export function* wrongInValue(fact: Fact, value: unknown, pointer: Pointer): Generator<Finding> {
  if (value === null) return
  if (fact.type !== 'records') {
    yield* wrongInPlain(fact as Plain, fact.name, value, pointer)
    if (fact.type === 'number') yield* wrongInBounds(fact, value, pointer)
    if (fact.pattern !== undefined) yield* wrongInWriting(fact, value, pointer)
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* wrongInRecord(fact, item, [...pointer, index])
  } else yield notA('a list of records', fact.name, value, pointer)
}

function* wrongInRecord({ name: of, fields = {} }: Fact, item: unknown, pointer: Pointer): Generator<Finding> {
  if (!isRecord(item)) {
    yield notA('a record', of, item, pointer)
    return
  }
  for (const [name, value] of Object.entries(item)) {
    const at = [...pointer, name]
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field) yield* wrongInPlain(field, name, value, at)
    else {
      const right = didYouMean(name, Object.keys(fields))
      yield { pointer: at, at: 'key', wrong: `unknown field ${short(name)} of ${of}`, right }
    }
  }
}

type Plain = Pick<Field, 'type' | 'values' | 'items'>

/** Of any type but records. */
export function* wrongInPlain(of: Plain, name: string, value: unknown, pointer: Pointer): Generator<Finding> {
  if (value === null) return
  if (of.type === 'list') {
    if (!Array.isArray(value)) yield notA('a list', name, value, pointer, `[${shown(value)}]`)
    else {
      const item: Plain = of.values ? { type: 'enum', values: of.values } : { type: of.items ?? 'text' }
      for (const [index, one] of value.entries()) yield* wrongInPlain(item, name, one, [...pointer, index])
    }
    return
  }
  const wrong = wrongInOne(of.type, of.values, value)
  if (wrong) yield { pointer, wrong: `${name}: ${shown(value)} is ${wrong.wrong}`, right: wrong.right }
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

function* wrongInBounds({ name, min, max }: Fact, value: unknown, pointer: Pointer): Generator<Finding> {
  if (typeof value !== 'number') return
  if (min !== undefined && value < min)
    yield { pointer, wrong: `${name}: ${value} is too small`, right: `at least ${min}` }
  if (max !== undefined && value > max)
    yield { pointer, wrong: `${name}: ${value} is too large`, right: `at most ${max}` }
}

function* wrongInWriting({ name, pattern, example }: Fact, value: unknown, pointer: Pointer): Generator<Finding> {
  if (typeof value !== 'string' || new RegExp(pattern!).test(value)) return
  yield { pointer, wrong: `${name}: ${shown(value)} is not written as it should be`, right: example && `as ${example}` }
}

const notA = (what: string, name: string, value: unknown, pointer: Pointer, right = what): Finding => ({
  pointer,
  wrong: `${name}: ${shown(value)} is not ${what}`,
  right,
})

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
