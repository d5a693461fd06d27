import type { Comparator, Form, Test } from '../form.ts'
import { limits } from '../limits.ts'
import { nameOfType } from '../types.ts'
import { expectItemOf } from './calls.ts'
import { type Around, areAlike, expectKnownValues, expectType, type Meaning, part, written } from './meaning.ts'
import { Refusal } from './refusal.ts'
import type { Tree } from './tree.ts'

const truth = { is: 'boolean' } as const

interface Operand {
  /** What stands before `in`, when the operand is the test of one. */
  readonly item?: Tree
  readonly tree: Tree
  readonly after?: 'and' | 'or'
}

/**
 * `and` and `or`. The parser takes all that follows an unbracketed `in` for its test: `"x" in list or z = 1` becomes
 * `"x" in (list or z = 1)`. DMN's precedence says otherwise, so operands are put in a row and joined anew.
 */
export function readLogic(tree: Tree, around: Around): Meaning {
  const row: Operand[] = []
  layOut(tree, undefined, undefined, row)
  const choices: Form[][] = [[]]
  for (const operand of row) {
    const meaning = operand.item
      ? readIn(operand.item, [operand.tree], tree, around)
      : readOperand(operand.tree, around)
    if (row.length > 1) expectType(meaning, 'boolean', around, 'what `and` or `or` joins', 'compare it with a value')
    if (operand.after === 'or') choices.push([])
    choices.at(-1)!.push(meaning.form)
    if (row.length === 1) return { ...meaning, tree }
  }
  const forms = choices.map((forms): Form => (forms.length === 1 ? forms[0]! : { is: 'and', of: forms }))
  return { form: forms.length === 1 ? forms[0]! : { is: 'or', of: forms }, type: truth, tree }
}

function layOut(tree: Tree, item: Tree | undefined, after: 'and' | 'or' | undefined, row: Operand[]): void {
  if (tree.is === 'Conjunction' || tree.is === 'Disjunction') {
    layOut(tree.parts[0]!, item, after, row)
    layOut(tree.parts[2]!, undefined, tree.is === 'Conjunction' ? 'and' : 'or', row)
    return
  }
  const test = tree.is === 'Comparison' && tree.parts[1]?.is === 'in' ? tree.parts[2] : undefined
  const open = test?.is === 'PositiveUnaryTest' ? test.parts[0] : undefined
  if (open && (open.is === 'Conjunction' || open.is === 'Disjunction')) {
    if (item) throw new Refusal(tree.from, 'an `in` after an `in`', 'put brackets around the first')
    layOut(open, tree.parts[0]!, after, row)
    return
  }
  row.push({ tree, ...(item && { item }), ...(after && { after }) })
}

function readOperand(tree: Tree, around: Around): Meaning {
  return tree.is === 'Comparison' ? readComparison(tree, around) : around.read(tree, around)
}

function readComparison(tree: Tree, around: Around): Meaning {
  const by = tree.parts[1]!
  if (by.is === 'in') {
    const tests = part(tree, 'PositiveUnaryTests')?.parts ?? [part(tree, 'PositiveUnaryTest')!]
    return readIn(
      tree.parts[0]!,
      tests.filter(each => each.is !== ','),
      tree,
      around,
    )
  }
  const [left, right] = [tree.parts[0]!, tree.parts[2]!]
  if (left.is === 'Comparison')
    throw new Refusal(by.from, 'a comparison of a comparison', 'join two comparisons by `and`: a < b and b < c')
  if (right.is === 'SimplePositiveUnaryTest')
    throw new Refusal(right.from, 'two signs of comparison in a row', 'write one')
  if (by.is === 'between') return readBetween(tree, around)
  const comparator = around.text.slice(by.from, by.to) as Comparator
  const a = around.read(left, around)
  const b = around.read(right, around)
  expectComparable(a, comparator, b, around)
  refuseHiddenSelf(left, right, around)
  return { form: { is: 'compare', by: comparator, left: a.form, right: b.form }, type: truth, tree }
}

function readBetween(tree: Tree, around: Around): Meaning {
  const [item, , low, , high] = tree.parts
  const [a, from, to] = [around.read(item!, around), around.read(low!, around), around.read(high!, around)]
  expectComparable(a, '>=', from, around)
  expectComparable(a, '<=', to, around)
  const test: Test = { is: 'range', from: from.form, fromOpen: false, to: to.form, toOpen: false }
  return { form: { is: 'in', item: a.form, tests: [test] }, type: truth, tree }
}

/** Refuses what FEEL engines answer somehow: unlike types, an order of an enum's values, lists and records as a whole. */
function expectComparable(left: Meaning, by: Comparator, right: Meaning, around: Around): void {
  for (const side of [left, right]) {
    if (side.type.is !== 'list' && side.type.is !== 'record') continue
    const text = written(side.tree, around)
    throw new Refusal(
      side.tree.from,
      `\`${text}\` is ${nameOfType(side.type)} and cannot be compared as a whole`,
      side.type.is === 'record'
        ? `name a field: \`${text}.…\``
        : `write \`value in ${text}\`, \`count(${text})\`, \`${text}[1]\`, or \`some x in ${text} satisfies …\``,
    )
  }
  if (!areAlike(left.type, right.type))
    throw new Refusal(
      left.tree.from,
      `\`${written(left.tree, around)}\` is ${nameOfType(left.type)} and \`${written(right.tree, around)}\` is ${nameOfType(right.type)}`,
      hintForUnlike(left, right),
    )
  if (by === '=' || by === '!=') {
    expectKnownValues(right, left.type, written(left.tree, around))
    expectKnownValues(left, right.type, written(right.tree, around))
    return
  }
  for (const side of [left, right]) {
    if (side.type.is === 'null' || side.type.is === 'boolean')
      throw new Refusal(side.tree.from, `${nameOfType(side.type)} has no order`, 'use `=` or `!=`')
    if (side.type.is === 'text' && side.type.values)
      throw new Refusal(
        side.tree.from,
        `the values of \`${written(side.tree, around)}\` have no order: texts are ordered by their letters`,
        'name the values: `in ("…", "…")`',
      )
  }
}

function hintForUnlike(left: Meaning, right: Meaning): string | undefined {
  const types = [left.type.is, right.type.is]
  if (types.includes('date') && types.includes('text')) return 'write a day as date("2026-11-25")'
  if (types.includes('days') && types.includes('months'))
    return 'days and months have no common length: compare days, as in `founded >= on - duration("P7Y")`'
  if (types.includes('number') && types.includes('text')) return 'write a number without quotes, or number(text)'
  if (types.includes('boolean') && types.includes('text')) return 'write true or false without quotes'
  if (types.includes('number') && types.includes('date')) return 'write `.year` for the year of a day'
  return 'compare two values of one type'
}

/** In `participations[on > on - duration("P3Y")]` both are the participation's day: always true, and never meant. */
function refuseHiddenSelf(left: Tree, right: Tree, around: Around): void {
  const within = (tree: Tree, at: number) => at >= tree.from && at < tree.to
  for (const one of around.hiding) {
    if (!within(left, one.at) || !around.levels.includes(one.level)) continue
    const other = around.hiding.find(
      each => each.name === one.name && each.level === one.level && within(right, each.at),
    )
    if (!other) continue
    throw new Refusal(
      other.at,
      `in this filter \`${one.name}\` is the record's own field on both sides, so the fact \`${one.name}\` is not compared`,
      `write \`some p in … satisfies p.${one.name} … ${one.name} …\`, or give the fact a second name as a derived fact`,
    )
  }
}

function readIn(itemTree: Tree, testTrees: readonly Tree[], tree: Tree, around: Around): Meaning {
  if (testTrees.length > limits.items)
    throw new Refusal(
      testTrees[0]!.from,
      `the list has ${testTrees.length} items; at most ${limits.items} are read`,
      'put it under parameters/ and name it',
    )
  const item = around.read(itemTree, around)
  if (item.type.is === 'list')
    throw new Refusal(
      itemTree.from,
      `\`${written(itemTree, around)}\` is ${nameOfType(item.type)}; before \`in\` stands a single value`,
      `write \`"…" in ${written(itemTree, around)}\`, or \`some x in ${written(itemTree, around)} satisfies x in (…)\``,
    )
  if (item.type.is === 'record') expectType(item, 'text', around, 'what stands before `in`', 'name a field of it')
  const tests = testTrees.flatMap(each => readTest(unwrapped(each), item, around))
  return { form: { is: 'in', item: item.form, tests }, type: truth, tree }
}

/** The parser has a node of its own for one test, and brackets around a single one: `in (> 5)`. */
function unwrapped(tree: Tree): Tree {
  let inner = tree
  for (;;) {
    if (inner.is === 'PositiveUnaryTest' && inner.parts.length === 1) inner = inner.parts[0]!
    else if (inner.is === 'ParenthesizedExpression' && inner.parts.length === 3) inner = inner.parts[1]!
    else return inner
  }
}

function readTest(tree: Tree, item: Meaning, around: Around): readonly Test[] {
  if (tree.is === 'SimplePositiveUnaryTest') {
    const interval = part(tree, 'Interval')
    if (interval) return [readRange(interval, item, around)]
    const by = tree.parts[0]!
    if (by.is !== 'CompareOp')
      throw new Refusal(tree.from, 'a test that is not part of the rules', 'write `> 5`, or values')
    const value = around.read(tree.parts[1]!, around)
    const comparator = around.text.slice(by.from, by.to) as Comparator
    expectComparable(item, comparator, value, around)
    return [{ is: 'compare', by: comparator, value: value.form }]
  }
  if (tree.is === 'FunctionInvocation' && around.text.slice(tree.from, tree.to).startsWith('not'))
    throw new Refusal(tree.from, '`not` inside an `in`', 'write `not(value in (…))`')
  if (tree.is === 'Wildcard' || tree.is === 'ArithOp')
    throw new Refusal(tree.from, '`-` as a test that always holds', 'take the condition away')
  const value = around.read(tree, around)
  if (value.type.is === 'list') {
    expectItemOf(item, value, around)
    return value.form.is === 'list'
      ? value.form.items.map(each => ({ is: 'equals', value: each }) as const)
      : [{ is: 'one of', list: value.form }]
  }
  expectComparable(item, '=', value, around)
  return [{ is: 'equals', value: value.form }]
}

function readRange(tree: Tree, item: Meaning, around: Around): Test {
  const [open, low, , high, close] = tree.parts
  const [from, to] = [around.read(low!, around), around.read(high!, around)]
  expectComparable(item, '>=', from, around)
  expectComparable(item, '<=', to, around)
  const sign = (each: Tree) => around.text.slice(each.from, each.to)
  return {
    is: 'range',
    from: from.form,
    fromOpen: sign(open!) !== '[',
    to: to.form,
    toOpen: sign(close!) !== ']',
  }
}
