import { nearest } from '@ieum/catalogue/nearest'
import type { Form, Type } from '../form.ts'
import { nameOfType } from '../types.ts'
import { type Around, type Meaning, written } from './meaning.ts'
import { Refusal } from './refusal.ts'
import type { Tree } from './tree.ts'

/**
 * What a name stands for, looked up from the inside out as in FEEL: a quantifier's variable; in a filter the item's own
 * fields and `item`; then facts; then parameters. So in `participations[on > …]` the name `on` is the participation's
 * day, and in `some p in participations satisfies p.on > on - …` it is the day asked about.
 */
export function readName(tree: Tree, around: Around): Meaning {
  const name = around.text.slice(tree.from, tree.to)
  if (/\s/.test(name)) throw spaced(tree, name, around)
  const levels = around.levels
  for (let index = levels.length - 1; index >= 0; index--) {
    const level = levels[index]!
    const item: Form = { is: 'item', depth: levels.length - 1 - index }
    if (level.variable !== undefined) {
      if (level.variable === name) return { form: item, type: level.type, tree }
      continue
    }
    if (level.type.is === 'record' && Object.hasOwn(level.type.fields, name)) {
      if (around.vocabulary.facts.has(name)) around.hiding.push({ name, at: tree.from, level })
      return { form: { is: 'field', of: item, field: name }, type: level.type.fields[name]!, tree }
    }
    if (name === 'item') return { form: item, type: level.type, tree }
  }
  const fact = around.vocabulary.facts.get(name)
  if (fact) return { form: { is: 'fact', fact: name }, type: fact, tree }
  const parameter = around.vocabulary.parameters.get(name)
  if (parameter) return { form: { is: 'parameter', parameter: name }, type: parameter, tree }
  throw unknownName(tree, name, around)
}

function unknownName(tree: Tree, name: string, around: Around): Refusal {
  if (name === 'today' || name === 'now')
    return new Refusal(tree.from, `\`${name}\` is no fact`, 'write `on`: the day asked about')
  const inFilter = around.levels.some(level => level.variable === undefined)
  const meant = nearest(name, namesIn(around))
  return new Refusal(
    tree.from,
    `\`${name}\` is no fact, no parameter${inFilter ? ' and no field of the filtered list' : ''}`,
    meant === undefined
      ? 'declare it in facts.yaml or under parameters/; a text stands in double quotes'
      : `did you mean \`${meant}\`?`,
  )
}

function* namesIn(around: Around): Iterable<string> {
  for (const level of around.levels) {
    if (level.variable !== undefined) yield level.variable
    else if (level.type.is === 'record') yield* Object.keys(level.type.fields)
  }
  yield* around.vocabulary.facts.keys()
  yield* around.vocabulary.parameters.keys()
}

function spaced(tree: Tree, name: string, around: Around): Refusal {
  const [first = '', ...rest] = name.split(/\s+/)
  if (first === 'not')
    return new Refusal(tree.from, '`not` stands without brackets', `write \`not(${rest.join(' ')} …)\``)
  const joined = name.replace(/\s+/g, '_')
  const isKnown = around.vocabulary.facts.has(joined) || around.vocabulary.parameters.has(joined)
  return new Refusal(
    tree.from,
    `\`${name}\` is no name: names have no spaces`,
    isKnown ? `write \`${joined}\`` : 'join conditions by `and` or `or`; a text stands in double quotes',
  )
}

const dateParts = ['year', 'month', 'day'] as const
const monthParts = ['years', 'months'] as const
const dayParts = ['days'] as const

/** `p.on`, `on.year`, and `participations[…].krw`: the field of every record. */
export function readPath(tree: Tree, around: Around): Meaning {
  const of = around.read(tree.parts[0]!, around)
  const path = tree.parts[2]!
  const field = around.text.slice(path.from, path.to)
  const parts =
    of.type.is === 'date' ? dateParts : of.type.is === 'months' ? monthParts : of.type.is === 'days' ? dayParts : []
  if (parts.length > 0) {
    const found = parts.find(each => each === field)
    if (!found)
      throw new Refusal(
        path.from,
        `${nameOfType(of.type)} has no \`${field}\``,
        `one of ${parts.map(each => `\`${each}\``).join(', ')}`,
      )
    return { form: { is: 'part', of: of.form, part: found }, type: { is: 'number' }, tree }
  }
  if (of.type.is === 'list' && of.type.of.is === 'record')
    return {
      form: { is: 'each', list: of.form, field },
      type: { is: 'list', of: fieldOf(of.type.of, field, path, of, around) },
      tree,
    }
  if (of.type.is !== 'record')
    throw new Refusal(
      path.from,
      `\`${written(of.tree, around)}\` is ${nameOfType(of.type)} and has no fields`,
      'take `.` away, or name a fact of type records',
    )
  return { form: { is: 'field', of: of.form, field }, type: fieldOf(of.type, field, path, of, around), tree }
}

function fieldOf(record: Type, field: string, at: Tree, of: Meaning, around: Around): Type {
  const fields = record.is === 'record' ? record.fields : {}
  if (Object.hasOwn(fields, field)) return fields[field]!
  const meant = nearest(field, Object.keys(fields))
  throw new Refusal(
    at.from,
    `the records of \`${written(of.tree, around)}\` have no field \`${field}\``,
    meant === undefined
      ? `one of ${Object.keys(fields).join(', ')}, or declare it in facts.yaml`
      : `did you mean \`${meant}\`?`,
  )
}
