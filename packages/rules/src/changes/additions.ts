import { parseDay, printDay } from '@ieum/catalogue/day-numbers'
import type { Value } from '@ieum/catalogue/records'
import { compareValues } from '../evaluate/compare.ts'
import type { Inner } from '../evaluate/values.ts'
import type { Comparator, Form, Test, Type } from '../form.ts'
import { mirrored } from './comparators.ts'
import { itemsOf, type Setting, type Standing, worth } from './standing.ts'

const alternatives = 8

/** A record that would pass a condition: made from what the condition says of its fields. */
export function recordToAdd(list: Form, condition: Form, standing: Standing): readonly Setting[] {
  if (list.is !== 'fact') return []
  const type = standing.scope.evaluator.typeOfFact(list.fact)
  if (type?.is !== 'list' || type.of.is !== 'record') return []
  const before = itemsOf(list, standing) ?? []
  return recordsFor(condition, type.of, standing)
    .filter(record => Object.keys(record).length > 0)
    .map(record => ({ fact: list.fact, to: [...before, record] }))
}

type Drafted = { readonly [field: string]: Value }

/** Drafts of a record, one for each way in which the condition can be met. */
function recordsFor(condition: Form, type: Extract<Type, { is: 'record' }>, standing: Standing): readonly Drafted[] {
  if (condition.is === 'and') {
    let drafts: readonly Drafted[] = [{}]
    for (const part of condition.of) {
      const own = recordsFor(part, type, standing)
      drafts = drafts.flatMap(draft => own.map(more => ({ ...more, ...draft }))).slice(0, alternatives)
    }
    return drafts
  }
  if (condition.is === 'or')
    return condition.of.flatMap(part => recordsFor(part, type, standing)).slice(0, alternatives)
  const named = fieldAndValues(condition, standing)
  if (!named) return [{}]
  return named.values.slice(0, alternatives).map(value => ({ [named.field]: value }))
}

function isOwnField(form: Form): form is Extract<Form, { is: 'field' }> {
  return form.is === 'field' && form.of.is === 'item' && form.of.depth === 0
}

function fieldAndValues(condition: Form, standing: Standing): { field: string; values: readonly Value[] } | undefined {
  if (condition.is === 'in' && isOwnField(condition.item))
    return { field: condition.item.field, values: condition.tests.flatMap(test => valuesOfTest(test, standing)) }
  if (condition.is === 'call' && condition.call === 'list contains' && isOwnField(condition.with[1]!)) {
    const list = worthOutside(condition.with[0]!, standing)
    return { field: condition.with[1].field, values: Array.isArray(list) ? (list as Value[]) : [] }
  }
  if (condition.is !== 'compare') return undefined
  const [own, other, by] = isOwnField(condition.left)
    ? [condition.left, condition.right, condition.by]
    : isOwnField(condition.right)
      ? [condition.right, condition.left, condition.by]
      : []
  if (!own || !other) return undefined
  const value = worthOutside(other, standing)
  if (value === undefined || value === null || by === '!=') return undefined
  const order = own === condition.left ? by : mirrored[by!]
  return { field: own.field, values: by === '=' ? [value] : near(order!, value, standing) }
}

/** A value on the right side of a bound: for days the day asked about where it fits, else the bound or the next to it. */
function near(by: Comparator, bound: Value, standing: Standing): readonly Value[] {
  const day = typeof bound === 'string' ? parseDay(bound) : undefined
  const beside =
    typeof bound === 'number' ? [bound + 1, bound - 1] : day === undefined ? [] : [printDay(day + 1), printDay(day - 1)]
  const candidates = [...(day === undefined ? [] : [standing.situation.on]), bound, ...beside]
  return candidates.filter(each => compareValues(by, each as Inner, bound as Inner) === true).slice(0, 1)
}

function valuesOfTest(test: Test, standing: Standing): readonly Value[] {
  if (test.is === 'range') return present([worthOutside(test.from, standing)])
  if (test.is === 'one of') {
    const list = worthOutside(test.list, standing)
    return Array.isArray(list) ? (list as Value[]) : []
  }
  const value = worthOutside(test.value, standing)
  return test.is === 'compare' && value !== undefined ? near(test.by, value, standing) : present([value])
}

function present(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter(value => value !== undefined)
}

/** What a form is worth outside the loop; unknown if it reads the loop's item. */
function worthOutside(form: Form, standing: Standing): Value | undefined {
  return readsItem(form) ? undefined : worth(form, standing)
}

function readsItem(form: Form): boolean {
  return JSON.stringify(form).includes('"is":"item"')
}

/** Values that a plain list could gain so that `some … satisfies` holds. */
export function membersToAdd(list: Form, condition: Form, standing: Standing): readonly Setting[] {
  if (list.is !== 'fact') return []
  const type = standing.scope.evaluator.typeOfFact(list.fact)
  if (type?.is !== 'list' || type.of.is === 'record') return []
  const before = itemsOf(list, standing) ?? []
  return itemsFor(condition, standing)
    .slice(0, 24)
    .map(value => ({ fact: list.fact, to: [...before, value] }))
}

function itemsFor(condition: Form, standing: Standing): readonly Value[] {
  const isItem = (form: Form | undefined) => form?.is === 'item' && form.depth === 0
  if (condition.is === 'or' || condition.is === 'and') return condition.of.flatMap(part => itemsFor(part, standing))
  if (condition.is === 'in' && isItem(condition.item))
    return condition.tests.flatMap(test => valuesOfTest(test, standing))
  if (condition.is === 'call' && condition.call === 'list contains' && isItem(condition.with[1])) {
    const values = worthOutside(condition.with[0]!, standing)
    return Array.isArray(values) ? (values as Value[]) : []
  }
  if (condition.is === 'call' && condition.call === 'starts with' && isItem(condition.with[0]))
    return present([worthOutside(condition.with[1]!, standing)])
  if (condition.is === 'compare') {
    const other = isItem(condition.left) ? condition.right : isItem(condition.right) ? condition.left : undefined
    const value = other && worthOutside(other, standing)
    if (value === undefined || value === null) return []
    return near(isItem(condition.left) ? condition.by : mirrored[condition.by], value, standing)
  }
  return []
}
