import { nearest } from '@ieum/catalogue/nearest'
import type { Call, Form, Type } from '../form.ts'
import { faultOfPattern } from '../pattern.ts'
import { itemOf, nameOfType } from '../types.ts'
import { readDay, readDuration, readNumber, readText } from './literals.ts'
import { type Around, areAlike, expectKnownValues, expectType, type Meaning, part, written } from './meaning.ts'
import { Refusal } from './refusal.ts'
import type { Tree } from './tree.ts'

/** What a call takes; a `?` may be left out. */
const takes: Readonly<Record<Exclude<Call, 'count' | 'sum' | 'min' | 'max' | 'list contains'>, readonly string[]>> = {
  'starts with': ['text', 'text'],
  'ends with': ['text', 'text'],
  contains: ['text', 'text'],
  matches: ['text', 'text', 'text?'],
  substring: ['text', 'number', 'number?'],
  'upper case': ['text'],
  'lower case': ['text'],
  'string length': ['text'],
  abs: ['number'],
  floor: ['number'],
  ceiling: ['number'],
  number: ['text'],
  string: ['any'],
  'years and months duration': ['date', 'date'],
}

const gives: Readonly<Record<keyof typeof takes, Type>> = {
  'starts with': { is: 'boolean' },
  'ends with': { is: 'boolean' },
  contains: { is: 'boolean' },
  matches: { is: 'boolean' },
  substring: { is: 'text' },
  'upper case': { is: 'text' },
  'lower case': { is: 'text' },
  'string length': { is: 'number' },
  abs: { is: 'number' },
  floor: { is: 'number' },
  ceiling: { is: 'number' },
  number: { is: 'number' },
  string: { is: 'text' },
  'years and months duration': { is: 'months' },
}

const instead: Readonly<Record<string, string>> = {
  today: 'write `on`: the day asked about',
  now: 'write `on`: the day asked about',
  mean: 'write `sum(list) / count(list)`',
  all: 'write `every x in list satisfies x = true`',
  any: 'write `some x in list satisfies x = true`',
  'is defined': 'write `!= null`; a fact that was never asked is unknown and needs no test',
  'get value': 'write `record.field`',
  length: 'write `string length(text)` or `count(list)`',
  lower: 'write `lower case(text)`',
  upper: 'write `upper case(text)`',
  size: 'write `count(list)`',
  includes: 'write `list contains(list, value)` or `value in list`',
  'years and months': 'write `years and months duration(from, to)`',
  startsWith: 'write `starts with(text, start)`',
  round: 'write `floor(…)` or `ceiling(…)`',
}

const functionNames: readonly string[] = [
  ...Object.keys(takes),
  'count',
  'sum',
  'min',
  'max',
  'list contains',
  'not',
  'date',
  'duration',
]

export function readCall(tree: Tree, around: Around): Meaning {
  const named = tree.parts[0]!
  const name = around.text.slice(named.from, named.to).replace(/\s+/g, ' ')
  if (part(tree, 'NamedParameters'))
    throw new Refusal(named.from, 'arguments by name', `write the arguments in their order: \`${name}(…)\``)
  const given = (part(tree, 'PositionalParameters')?.parts ?? []).filter(each => each.is !== ',')
  if (name === 'not') return readNot(tree, given, around)
  if (name === 'count' || name === 'sum' || name === 'min' || name === 'max')
    return readAggregate(tree, name, given, around)
  if (name === 'list contains') return readListContains(tree, given, around)
  if (Object.hasOwn(takes, name)) return readPlain(tree, name as keyof typeof takes, given, around)
  const meant = nearest(name, functionNames)
  throw new Refusal(
    named.from,
    `the function \`${name}\` is not part of the rules`,
    Object.hasOwn(instead, name)
      ? instead[name]
      : meant
        ? `did you mean \`${meant}(…)\`?`
        : `one of ${functionNames.join(', ')}`,
  )
}

function readNot(tree: Tree, given: readonly Tree[], around: Around): Meaning {
  expectCount(tree, 'not', given, 1, 1)
  const of = around.read(given[0]!, around)
  expectType(of, 'boolean', around, 'what `not` denies', 'compare it with a value')
  return { form: { is: 'not', of: of.form }, type: { is: 'boolean' }, tree }
}

function readAggregate(
  tree: Tree,
  name: 'count' | 'sum' | 'min' | 'max',
  given: readonly Tree[],
  around: Around,
): Meaning {
  expectCount(tree, name, given, 1, name === 'count' ? 1 : 100)
  const read = given.map(each => around.read(each, around))
  const first = read[0]!
  const list: Form =
    first.type.is === 'list' && read.length === 1 ? first.form : { is: 'list', items: read.map(each => each.form) }
  if (name === 'count') {
    expectType(first, 'list', around, 'what `count` counts')
    return { form: { is: 'call', call: 'count', with: [first.form] }, type: { is: 'number' }, tree }
  }
  for (const each of read) {
    const item = each.type.is === 'list' && read.length === 1 ? each.type.of : each.type
    const fits =
      item.is === 'number' ||
      (name !== 'sum' && (item.is === 'date' || item.is === 'text' || item.is === 'days' || item.is === 'months'))
    if (!fits || !areAlike(item, itemOrSelf(first, read.length)))
      throw new Refusal(
        each.tree.from,
        `\`${name}\` takes numbers${name === 'sum' ? '' : ', days or texts'}; \`${written(each.tree, around)}\` is ${nameOfType(each.type)}`,
        item.is === 'record' ? 'name a field of the records: `list.field`' : undefined,
      )
  }
  return { form: { is: 'call', call: name, with: [list] }, type: itemOrSelf(first, read.length), tree }
}

function itemOrSelf(first: Meaning, count: number): Type {
  return first.type.is === 'list' && count === 1 ? itemOf(first.type) : first.type
}

function readListContains(tree: Tree, given: readonly Tree[], around: Around): Meaning {
  expectCount(tree, 'list contains', given, 2, 2)
  const list = around.read(given[0]!, around)
  const item = around.read(given[1]!, around)
  expectType(list, 'list', around, 'the first argument of `list contains`')
  expectItemOf(item, list, around)
  return { form: { is: 'call', call: 'list contains', with: [list.form, item.form] }, type: { is: 'boolean' }, tree }
}

/** An item that can stand in the list at all. */
export function expectItemOf(item: Meaning, list: Meaning, around: Around): void {
  const of = itemOf(list.type)
  if (of.is === 'record')
    throw new Refusal(
      list.tree.from,
      'a list of records holds no single values',
      `name a field: \`${written(list.tree, around)}.…\``,
    )
  if (!areAlike(of, item.type))
    throw new Refusal(
      item.tree.from,
      `\`${written(list.tree, around)}\` is ${nameOfType(list.type)} and cannot hold ${nameOfType(item.type)}`,
    )
  expectKnownValues(item, list.type, written(list.tree, around))
  expectKnownValues(list, item.type, written(item.tree, around))
}

function readPlain(tree: Tree, name: keyof typeof takes, given: readonly Tree[], around: Around): Meaning {
  const wanted = takes[name]
  expectCount(tree, name, given, wanted.filter(each => !each.endsWith('?')).length, wanted.length)
  const read = given.map(each => around.read(each, around))
  for (const [index, each] of read.entries()) {
    const type = wanted[index]!.replace('?', '')
    if (type !== 'any') expectType(each, type as 'text', around, `argument ${index + 1} of \`${name}\``)
    else if (!['text', 'number', 'date', 'boolean'].includes(each.type.is))
      expectType(each, 'text', around, `argument ${index + 1} of \`${name}\``)
  }
  if (name === 'matches') checkPattern(read)
  return { form: { is: 'call', call: name, with: read.map(each => each.form) }, type: gives[name], tree }
}

function checkPattern([, pattern, flags]: readonly Meaning[]): void {
  if (pattern!.form.is !== 'constant' || pattern!.form.type !== 'text')
    throw new Refusal(
      pattern!.tree.from,
      'a pattern that is not written out',
      'write the pattern as a text in double quotes',
    )
  if (flags && !(flags.form.is === 'constant' && flags.form.value === 'i'))
    throw new Refusal(flags.tree.from, 'the only flag is "i": upper and lower case alike', 'write "i", or nothing')
  const fault = faultOfPattern(pattern!.form.value)
  if (fault) throw new Refusal(pattern!.tree.from + 1 + fault.offset, fault.wrong, fault.right)
}

function expectCount(tree: Tree, name: string, given: readonly Tree[], least: number, most: number): void {
  if (given.length >= least && given.length <= most) return
  const wanted = least === most ? `${least}` : `${least} to ${most}`
  throw new Refusal(tree.from, `\`${name}\` takes ${wanted} argument${wanted === '1' ? '' : 's'}, not ${given.length}`)
}

/** `date("2026-11-25")`, `date(2026, 11, 25)`, `duration("P3Y")`, and both after an `@`. */
export function readDateOrDuration(tree: Tree, around: Around): Meaning {
  const at = part(tree, 'AtLiteral')
  if (at) {
    const text = at.parts.find(each => each.is === 'StringLiteral')!
    const value = readText(around.text.slice(text.from, text.to), text.from)
    return /^-?P/.test(value) ? durationOf(tree, value, text.from) : dayOf(tree, value, text.from)
  }
  const made = part(tree, 'DateTimeConstructor')!
  const name = around.text.slice(made.from, made.to).replace(/\s+/g, ' ')
  if (name !== 'date' && name !== 'duration')
    throw new Refusal(
      tree.from,
      `\`${name}\` is not part of the rules, which know days only`,
      'write date("2026-11-25")',
    )
  const given = (part(tree, 'PositionalParameters')?.parts ?? []).filter(each => each.is !== ',')
  if (name === 'date' && given.length === 3 && given.every(each => each.is === 'NumericLiteral')) {
    const [year, month, day] = given.map(each => readNumber(around.text.slice(each.from, each.to), each.from))
    const pad = (value: number | undefined, size: number) => String(value).padStart(size, '0')
    return dayOf(tree, `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, tree.from)
  }
  const text = given[0]
  if (given.length !== 1 || text?.is !== 'StringLiteral')
    throw new Refusal(
      text?.from ?? tree.from,
      `\`${name}\` takes a text that is written out`,
      name === 'date' ? 'write date("2026-11-25"), or name a fact of type date' : 'write duration("P3Y")',
    )
  const value = readText(around.text.slice(text.from, text.to), text.from)
  return name === 'date' ? dayOf(tree, value, text.from) : durationOf(tree, value, text.from)
}

function dayOf(tree: Tree, value: string, at: number): Meaning {
  return { form: { is: 'constant', type: 'date', value: readDay(value, at) }, type: { is: 'date' }, tree }
}

function durationOf(tree: Tree, value: string, at: number): Meaning {
  const duration = readDuration(value, at)
  return { form: { is: 'constant', type: duration.is, value: duration.value }, type: { is: duration.is }, tree }
}
