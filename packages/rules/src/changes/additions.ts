import { parseDay, printDay } from '@ieum/catalogue/day-numbers'
import type { Value } from '@ieum/catalogue/records'
import { compareValues } from '../evaluate/compare.ts'
import type { Inner } from '../evaluate/values.ts'
import type { Comparator, Form, Test, Type } from '../form.ts'
import { mirrored } from './comparators.ts'
import type { Search, Setting } from './search.ts'

const alternatives = 8

/** A record that would pass a condition: made from what the condition says of its fields. */
export function recordToAdd(list: Form, condition: Form, search: Search): readonly Setting[] {
  if (list.is !== 'fact') return []
  const type = search.evaluator.typeOfFact(list.fact)
  if (type?.is !== 'list' || type.of.is !== 'record') return []
  const stated = search.evaluator.value(list.fact, search.situation)
  const before = Array.isArray(stated) ? (stated as readonly Value[]) : []
  return recordsFor(condition, type.of, search)
    .filter(record => Object.keys(record).length > 0)
    .map(record => ({ fact: list.fact, to: [...before, record] }))
}

type Drafted = { readonly [field: string]: Value }

/** Drafts of a record, one for each way in which the condition can be met. */
function recordsFor(condition: Form, type: Extract<Type, { is: 'record' }>, search: Search): readonly Drafted[] {
  if (condition.is === 'and') {
    let drafts: readonly Drafted[] = [{}]
    for (const part of condition.of) {
      const own = recordsFor(part, type, search)
      drafts = drafts.flatMap(draft => own.map(more => ({ ...more, ...draft }))).slice(0, alternatives)
    }
    return drafts
  }
  if (condition.is === 'or') return condition.of.flatMap(part => recordsFor(part, type, search)).slice(0, alternatives)
  const named = fieldAndValues(condition, search)
  if (!named) return [{}]
  return named.values.slice(0, alternatives).map(value => ({ [named.field]: value }))
}

function isOwnField(form: Form): form is Extract<Form, { is: 'field' }> {
  return form.is === 'field' && form.of.is === 'item' && form.of.depth === 0
}

function fieldAndValues(condition: Form, search: Search): { field: string; values: readonly Value[] } | undefined {
  if (condition.is === 'in' && isOwnField(condition.item))
    return { field: condition.item.field, values: condition.tests.flatMap(test => valuesOfTest(test, search)) }
  if (condition.is === 'call' && condition.call === 'list contains' && isOwnField(condition.with[1]!)) {
    const list = worth(condition.with[0]!, search)
    return { field: condition.with[1].field, values: Array.isArray(list) ? (list as Value[]) : [] }
  }
  if (condition.is !== 'compare') return undefined
  const [own, other, by] = isOwnField(condition.left)
    ? [condition.left, condition.right, condition.by]
    : isOwnField(condition.right)
      ? [condition.right, condition.left, condition.by]
      : []
  if (!own || !other) return undefined
  const value = worth(other, search)
  if (value === undefined || value === null || by === '!=') return undefined
  const order = own === condition.left ? by : mirrored[by!]
  return { field: own.field, values: by === '=' ? [value] : near(order!, value, search) }
}

/** A value on the right side of a bound: for days the day asked about where it fits, else the bound or the next to it. */
function near(by: Comparator, bound: Value, search: Search): readonly Value[] {
  const day = typeof bound === 'string' ? parseDay(bound) : undefined
  const beside =
    typeof bound === 'number' ? [bound + 1, bound - 1] : day === undefined ? [] : [printDay(day + 1), printDay(day - 1)]
  const candidates = [...(day === undefined ? [] : [search.situation.on]), bound, ...beside]
  return candidates.filter(each => compareValues(by, each as Inner, bound as Inner) === true).slice(0, 1)
}

function valuesOfTest(test: Test, search: Search): readonly Value[] {
  if (test.is === 'range') return present([worth(test.from, search)])
  if (test.is === 'one of') {
    const list = worth(test.list, search)
    return Array.isArray(list) ? (list as Value[]) : []
  }
  const value = worth(test.value, search)
  return test.is === 'compare' && value !== undefined ? near(test.by, value, search) : present([value])
}

function present(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter(value => value !== undefined)
}

/** What a form is worth outside the loop; unknown if it reads the loop's item. */
function worth(form: Form, search: Search): Value | undefined {
  return readsItem(form) ? undefined : search.evaluator.ask(form, search.situation)
}

function readsItem(form: Form): boolean {
  return JSON.stringify(form).includes('"is":"item"')
}

/** Values that a plain list could gain so that `some … satisfies` holds. */
export function membersToAdd(list: Form, condition: Form, search: Search): readonly Setting[] {
  if (list.is !== 'fact') return []
  const type = search.evaluator.typeOfFact(list.fact)
  if (type?.is !== 'list' || type.of.is === 'record') return []
  const stated = search.evaluator.value(list.fact, search.situation)
  const before = Array.isArray(stated) ? (stated as readonly Value[]) : []
  return itemsFor(condition, search)
    .slice(0, 24)
    .map(value => ({ fact: list.fact, to: [...before, value] }))
}

function itemsFor(condition: Form, search: Search): readonly Value[] {
  const isItem = (form: Form | undefined) => form?.is === 'item' && form.depth === 0
  if (condition.is === 'or' || condition.is === 'and') return condition.of.flatMap(part => itemsFor(part, search))
  if (condition.is === 'in' && isItem(condition.item))
    return condition.tests.flatMap(test => valuesOfTest(test, search))
  if (condition.is === 'call' && condition.call === 'list contains' && isItem(condition.with[1])) {
    const values = worth(condition.with[0]!, search)
    return Array.isArray(values) ? (values as Value[]) : []
  }
  if (condition.is === 'call' && condition.call === 'starts with' && isItem(condition.with[0]))
    return present([worth(condition.with[1]!, search)])
  if (condition.is === 'compare') {
    const other = isItem(condition.left) ? condition.right : isItem(condition.right) ? condition.left : undefined
    const value = other && worth(other, search)
    if (value === undefined || value === null) return []
    return near(isItem(condition.left) ? condition.by : mirrored[condition.by], value, search)
  }
  return []
}
