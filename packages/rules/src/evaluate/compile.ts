import { parseDay } from '@ieum/catalogue/day-numbers'
import type { Form, Type } from '../form.ts'
import { partsOfTest, readsOf } from '../reads.ts'
import { itemOf, typeOf } from '../types.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { arithmetic, minus, partOf } from './arithmetic.ts'
import { called } from './calls.ts'
import { comparison, countComparison } from './compare.ts'
import { conditional, constantPiece, joined, negated } from './logic.ts'
import { boundsOf, fieldOfEach, fieldOfRecord, filtered, positioned, quantified, type Roots } from './loops.ts'
import { membership, type TestPiece } from './membership.ts'
import { type DatedFigure, figureOn } from './parameters.ts'
import { noWhy, type Piece, type State, whyAll } from './piece.ts'
import type { Inner } from './values.ts'

/** What forms are compiled against. */
export interface Workshop {
  readonly vocabulary: Vocabulary
  readonly factNumber: (fact: string) => number
  /** How a fact is read: stated, derived, or the day itself. */
  readonly factReader: (fact: number) => Piece['of']
  /** Whether a fact is neither derived nor the day. */
  readonly isStatedOnly: (fact: number) => boolean
  readonly figures: ReadonlyMap<string, readonly DatedFigure[]>
}

interface Level {
  readonly type: Type
  readonly roots: Roots
}

/** A form as closures, made once. */
export function compile(form: Form, shop: Workshop, levels: readonly Level[] = []): Piece {
  const inner = (part: Form) => compile(part, shop, levels)
  const type = typeOf(
    form,
    shop.vocabulary,
    levels.map(level => level.type),
  )
  switch (form.is) {
    case 'constant':
      return constantPiece(form, form.type === 'date' ? parseDay(form.value) : form.value)
    case 'list':
      return listOf(form, form.items.map(inner), type)
    case 'fact': {
      const fact = shop.factNumber(form.fact)
      const of = shop.factReader(fact)
      return {
        form,
        type,
        of,
        parts: [],
        why: (state, to) => (of(state) === undefined ? to.missing(fact) : to.known(fact)),
        ...(shop.isStatedOnly(fact) && { stated: fact }),
        isOfDay: form.fact === 'on',
      }
    }
    case 'parameter': {
      const figures = shop.figures.get(form.parameter) ?? []
      return { form, type, of: state => figureOn(figures, state.on)?.value, parts: [], why: noWhy }
    }
    case 'item': {
      const index = levels.length - 1 - form.depth
      return { form, type, of: state => state.items[index], parts: [], why: noWhy }
    }
    case 'field':
      return fieldOfRecord(form, inner(form.of), type, rootsOf(form.of, shop, levels))
    case 'each':
      return fieldOfEach(form, inner(form.list), type, rootsOf(form.list, shop, levels))
    case 'part':
      return partOf(form, inner(form.of))
    case 'compare':
      return compareForm(form, shop, levels)
    case 'in':
      return membership(
        form,
        inner(form.item),
        form.tests.map((test): TestPiece => {
          const parts = partsOfTest(test).map(inner)
          const list = test.is === 'one of' ? test.list : undefined
          if (list?.is !== 'parameter') return { test, parts }
          const figures = shop.figures.get(list.parameter) ?? []
          return { test, parts, members: state => figureOn(figures, state.on)?.members }
        }),
      )
    case 'not':
      return negated(form, inner(form.of))
    case 'and':
    case 'or':
      return joined(form, form.of.map(inner))
    case 'arithmetic':
      return arithmetic(form, inner(form.left), inner(form.right), type)
    case 'minus':
      return minus(form, inner(form.of))
    case 'if':
      return conditional(form, inner(form.when), inner(form.yes), inner(form.no))
    case 'some':
    case 'every':
      return quantified(form, inner(form.list), insideOf(form.list, form.satisfies, shop, levels), levels.length)
    case 'filter':
      return filtered(form, inner(form.list), insideOf(form.list, form.where, shop, levels), levels.length)
    case 'at':
      return positioned(form, inner(form.list))
    case 'call':
      return called(form, form.with.map(inner), type)
  }
}

function insideOf(list: Form, condition: Form, shop: Workshop, levels: readonly Level[]): Piece {
  const type = itemOf(
    typeOf(
      list,
      shop.vocabulary,
      levels.map(level => level.type),
    ),
  )
  return compile(condition, shop, [...levels, { type, roots: rootsOf(list, shop, levels) }])
}

/** The facts in which a gap of this value would have to be filled. */
function rootsOf(form: Form, shop: Workshop, levels: readonly Level[]): Roots {
  if (form.is === 'item') return levels[levels.length - 1 - form.depth]?.roots ?? []
  if (form.is === 'fact') return [shop.factNumber(form.fact)]
  if (form.is === 'field' || form.is === 'part') return rootsOf(form.of, shop, levels)
  if (form.is === 'filter' || form.is === 'at' || form.is === 'each') return rootsOf(form.list, shop, levels)
  return [...readsOf(form).facts].map(shop.factNumber)
}

function compareForm(form: Extract<Form, { is: 'compare' }>, shop: Workshop, levels: readonly Level[]): Piece {
  const left = compile(form.left, shop, levels)
  const right = compile(form.right, shop, levels)
  for (const [count, other, isLeft] of [
    [left, right, true],
    [right, left, false],
  ] as const) {
    const filter = count.form.is === 'call' && count.form.call === 'count' ? count.parts[0] : undefined
    if (filter?.form.is !== 'filter') continue
    const bounds = boundsOf(filter.parts[0]!, filter.parts[1]!, levels.length)
    return countComparison(form, count, bounds, other, isLeft)
  }
  return comparison(form, left, right)
}

function listOf(form: Extract<Form, { is: 'list' }>, items: readonly Piece[], type: Type): Piece {
  const isFixed = items.every(item => item.form.is === 'constant')
  const fixed: readonly Inner[] = isFixed ? items.map(item => item.of(undefined as never)) : []
  const of = isFixed ? () => fixed : (state: State): Inner => items.map(item => item.of(state))
  return { form, type, of, parts: items, why: isFixed ? noWhy : whyList(items, of) }
}

/** A list has a value even when some of its items have none; it is those that are missing then. */
function whyList(items: readonly Piece[], of: Piece['of']): Piece['why'] {
  const all = whyAll(of, items)
  return (state, to) => {
    const unknown = items.filter(item => item.of(state) === undefined)
    if (unknown.length === 0) return all(state, to)
    for (const item of unknown) item.why(state, to)
  }
}
