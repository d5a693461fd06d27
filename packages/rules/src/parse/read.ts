import type { Form, Type } from '../form.ts'
import { limits } from '../limits.ts'
import type { Wrong } from '../rulebook.ts'
import { itemOf, nameOfType, typeOfArithmetic } from '../types.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { readCall, readDateOrDuration } from './calls.ts'
import { readLogic } from './conditions.ts'
import { readNumber, readText } from './literals.ts'
import {
  type Around,
  areAlike,
  expectKnownValues,
  expectType,
  type Level,
  type Meaning,
  part,
  written,
} from './meaning.ts'
import { readName, readPath } from './names.ts'
import { placed, Refusal } from './refusal.ts'
import { scan } from './scan.ts'
import { type Tree, treeOf } from './tree.ts'

export type Outcome =
  | { readonly is: 'read'; readonly form: Form; readonly type: Type }
  | { readonly is: 'refused'; readonly fault: Wrong }

/** Reads one FEEL sentence over a vocabulary. `wanted` is the type that it must have, and what it is called: a condition unless said otherwise. */
export function readSentence(
  text: string,
  vocabulary: Vocabulary,
  wanted: { readonly type: Type; readonly name: string } = { type: { is: 'boolean' }, name: 'a condition' },
): Outcome {
  try {
    scan(text)
    const tree = treeOf(text)
    const around: Around = { text, vocabulary, levels: [], hiding: [], read }
    if (tree.parts.length !== 1)
      throw new Refusal(tree.parts[1]?.from ?? 0, 'more than one sentence', 'join them by `and`')
    const meaning = read(tree.parts[0]!, around)
    expectWanted(meaning, wanted)
    measure(meaning.form)
    return { is: 'read', form: meaning.form, type: meaning.type }
  } catch (refusal) {
    if (refusal instanceof Refusal) return { is: 'refused', fault: placed(text, refusal) }
    throw refusal
  }
}

function expectWanted(meaning: Meaning, wanted: { readonly type: Type; readonly name: string }): void {
  const fits = areAlike(meaning.type, wanted.type) && (meaning.type.is !== 'null' || wanted.type.is !== 'boolean')
  if (!fits)
    throw new Refusal(
      meaning.tree.from,
      `${wanted.name} must be ${nameOfType(wanted.type)}; this is ${nameOfType(meaning.type)}`,
      wanted.type.is === 'boolean' ? 'compare it with a value, such as `employees >= 5`' : undefined,
    )
  expectKnownValues(meaning, wanted.type, wanted.name)
}

function measure(form: Form): void {
  let nodes = 0
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if (Array.isArray(part)) {
      for (const each of part) visit(each)
      return
    }
    if ('is' in part) nodes += 1
    for (const each of Object.values(part)) visit(each)
  }
  visit(form)
  if (nodes > limits.nodes)
    throw new Refusal(
      0,
      `the sentence has ${nodes} parts; at most ${limits.nodes} are read`,
      'move a part into a derived fact',
    )
}

const refused: Readonly<Record<string, readonly [wrong: string, right: string]>> = {
  ForExpression: [
    '`for` is not part of the rules',
    'write `some x in … satisfies …`, a filter `list[…]`, or `list.field`',
  ],
  InstanceOfExpression: ['`instance of` is not part of the rules', 'types are checked when the catalogue is loaded'],
  FunctionDefinition: ['a function written in a sentence', 'declare a derived fact'],
  Context: ['contexts are not part of the rules', 'name a fact, or a field of a record'],
  SimplePositiveUnaryTest: ['a test without a value before it', 'write `value in [1..5]` or `value > 5`'],
  Interval: ['a range without a value before it', 'write `value in [1..5]`'],
  Wildcard: ['`-` as a test that always holds', 'leave the criterion out'],
}

function read(tree: Tree, around: Around): Meaning {
  switch (tree.is) {
    case 'VariableName':
      return readName(tree, around)
    case 'PathExpression':
      return readPath(tree, around)
    case 'NumericLiteral':
      return constant(tree, {
        is: 'constant',
        type: 'number',
        value: readNumber(around.text.slice(tree.from, tree.to), tree.from),
      })
    case 'StringLiteral':
      return constant(tree, {
        is: 'constant',
        type: 'text',
        value: readText(around.text.slice(tree.from, tree.to), tree.from),
      })
    case 'BooleanLiteral':
      return constant(tree, {
        is: 'constant',
        type: 'boolean',
        value: around.text.slice(tree.from, tree.to) === 'true',
      })
    case 'null':
      return constant(tree, { is: 'constant', type: 'null', value: null })
    case 'DateTimeLiteral':
      return readDateOrDuration(tree, around)
    case 'ParenthesizedExpression':
      return { ...read(tree.parts[1]!, around), tree }
    case 'Conjunction':
    case 'Disjunction':
    case 'Comparison':
      return readLogic(tree, around)
    case 'ArithmeticExpression':
      return readArithmetic(tree, around)
    case 'IfExpression':
      return readIf(tree, around)
    case 'QuantifiedExpression':
      return readQuantified(tree, around)
    case 'FilterExpression':
      return readFilter(tree, around)
    case 'List':
      return readList(tree, around)
    case 'FunctionInvocation':
      return readCall(tree, around)
  }
  const [wrong, right] = refused[tree.is] ?? [
    `\`${written(tree, around)}\` is not part of the rules`,
    'packages/rules/README.md lists what is',
  ]
  throw new Refusal(tree.from, wrong, right)
}

function constant(tree: Tree, form: Extract<Form, { is: 'constant' }>): Meaning {
  return { form, type: { is: form.type }, tree }
}

function readArithmetic(tree: Tree, around: Around): Meaning {
  if (tree.parts.length === 2) {
    const of = read(tree.parts[1]!, around)
    if (of.type.is !== 'days' && of.type.is !== 'months') expectType(of, 'number', around, 'what `-` turns')
    return { form: { is: 'minus', of: of.form }, type: of.type, tree }
  }
  const [leftTree, sign, rightTree] = tree.parts
  const by = around.text.slice(sign!.from, sign!.to) as '+' | '-' | '*' | '/' | '**'
  const left = read(leftTree!, around)
  const right = read(rightTree!, around)
  const type = typeOfArithmetic(by, left.type, right.type)
  if (type.is === 'null')
    throw new Refusal(
      sign!.from,
      `\`${by}\` cannot join ${nameOfType(left.type)} and ${nameOfType(right.type)}`,
      left.type.is === 'date' && right.type.is === 'number' ? 'add a duration: `+ duration("P1D")`' : undefined,
    )
  return { form: { is: 'arithmetic', by, left: left.form, right: right.form }, type, tree }
}

function readIf(tree: Tree, around: Around): Meaning {
  const [, whenTree, , thenTree, , elseTree] = tree.parts
  const when = read(whenTree!, around)
  expectType(when, 'boolean', around, 'what follows `if`', 'compare it with a value')
  const then = read(thenTree!, around)
  const otherwise = read(elseTree!, around)
  if (!areAlike(then.type, otherwise.type))
    throw new Refusal(
      otherwise.tree.from,
      `\`then\` gives ${nameOfType(then.type)} and \`else\` gives ${nameOfType(otherwise.type)}`,
      'give both the same type',
    )
  const type =
    then.type.is === 'null'
      ? otherwise.type
      : otherwise.type.is === 'null'
        ? then.type
        : either(then.type, otherwise.type)
  return { form: { is: 'if', when: when.form, yes: then.form, no: otherwise.form }, type, tree }
}

/** Two enums side by side may have the values of both; a text beside an enum may have any. */
function either(a: Type, b: Type): Type {
  if (a.is !== 'text' || b.is !== 'text') return a
  return a.values && b.values ? { is: 'text', values: [...new Set([...a.values, ...b.values])] } : { is: 'text' }
}

function withLevel(around: Around, level: Level, at: number): Around {
  if (around.levels.length >= limits.loops)
    throw new Refusal(
      at,
      `more than ${limits.loops} lists are gone through inside each other`,
      'move the inner part into a derived fact',
    )
  return { ...around, levels: [...around.levels, level] }
}

function readQuantified(tree: Tree, around: Around): Meaning {
  const is = tree.parts[0]!.is === 'every' ? 'every' : 'some'
  const iterations = part(tree, 'InExpressions')!.parts.filter(each => each.is === 'InExpression')
  const satisfies = tree.parts.at(-1)!
  let inner = around
  const lists: Form[] = []
  for (const iteration of iterations) {
    const [named, , context] = iteration.parts
    const variable = around.text.slice(named!.from, named!.to)
    if (/\s/.test(variable))
      throw new Refusal(named!.from, `\`${variable}\` is no name: names have no spaces`, 'write one word')
    if (context!.parts.length !== 1)
      throw new Refusal(context!.from, 'a range to go through', 'name a list, or write one out: [1, 2, 3]')
    const list = read(context!.parts[0]!, inner)
    expectType(list, 'list', around, `what \`${is}\` goes through`, 'name a list or a fact of type records')
    lists.push(list.form)
    inner = withLevel(inner, { variable, type: itemOf(list.type) }, iteration.from)
  }
  const condition = read(satisfies, inner)
  expectType(condition, 'boolean', around, 'what follows `satisfies`', 'compare it with a value')
  const form = lists.reduceRight<Form>((satisfies, list) => ({ is, list, satisfies }), condition.form)
  return { form, type: { is: 'boolean' }, tree }
}

function readFilter(tree: Tree, around: Around): Meaning {
  const list = read(tree.parts[0]!, around)
  const where = tree.parts[2]!
  expectType(list, 'list', around, 'what stands before `[`', 'only lists have positions and filters')
  if (where.is === 'NumericLiteral') {
    const position = readNumber(around.text.slice(where.from, where.to), where.from)
    if (!Number.isInteger(position) || position === 0)
      throw new Refusal(where.from, `there is no position ${position}`, 'the first is 1, the last is -1')
    return { form: { is: 'at', list: list.form, position }, type: itemOf(list.type), tree }
  }
  const condition = read(where, withLevel(around, { type: itemOf(list.type) }, where.from))
  if (condition.type.is !== 'boolean')
    throw new Refusal(
      where.from,
      `in brackets stands a position or a condition; \`${written(where, around)}\` is ${nameOfType(condition.type)}`,
      'write a position as a whole number: `list[1]`',
    )
  return { form: { is: 'filter', list: list.form, where: condition.form }, type: list.type, tree }
}

function readList(tree: Tree, around: Around): Meaning {
  const items = tree.parts.filter(each => each.is !== '[' && each.is !== ']' && each.is !== ',')
  if (items.length > limits.items)
    throw new Refusal(
      tree.from,
      `the list has ${items.length} items; at most ${limits.items} are read`,
      'put it under parameters/ and name it',
    )
  const read = items.map(each => around.read(each, around))
  const type = read.find(each => each.type.is !== 'null')?.type ?? ({ is: 'null' } as const)
  const stray = read.find(each => !areAlike(each.type, type) || each.type.is === 'list' || each.type.is === 'record')
  if (stray)
    throw new Refusal(
      stray.tree.from,
      `a list of ${type.is}s cannot hold ${nameOfType(stray.type)}`,
      'write single values of one type',
    )
  return { form: { is: 'list', items: read.map(each => each.form) }, type: { is: 'list', of: type }, tree }
}
