import type { FactName, Value } from '@ieum/catalogue/records'
import type { Comparator, Form, Test } from '../form.ts'
import { membersToAdd, recordToAdd } from './additions.ts'
import { mirrored, opposite } from './comparators.ts'
import { just } from './just.ts'
import type { Search, Setting } from './search.ts'

/**
 * Values for single facts that may turn a condition without `and`, `or` or `not` in it. They are guesses from its shape:
 * the caller tries each, so that a wrong guess costs time and never a wrong answer.
 */
export function settings(form: Form, wanted: boolean, search: Search): readonly Setting[] {
  switch (form.is) {
    case 'fact':
      return [{ fact: form.fact, to: wanted }]
    case 'compare':
      return comparisonSettings(form.left, wanted ? form.by : opposite[form.by], form.right, search)
    case 'in':
      return form.tests.flatMap(test => testSettings(form.item, test, wanted, search))
    case 'call':
      return callSettings(form, wanted, search)
    case 'some':
    case 'every':
      return loopSettings(form, wanted, search)
    default:
      return []
  }
}

function worth(form: Form, search: Search): Value | undefined {
  return search.evaluator.ask(form, search.situation)
}

function comparisonSettings(left: Form, by: Comparator, right: Form, search: Search): readonly Setting[] {
  return [
    ...towards(left, by, worth(right, search), search),
    ...towards(right, mirrored[by], worth(left, search), search),
  ]
}

/** Values of the fact inside `form` with which `form by target` holds. */
function towards(form: Form, by: Comparator, target: Value | undefined, search: Search): readonly Setting[] {
  if (target === undefined) return []
  if (form.is === 'fact') return factTowards(form.fact, by, target, search)
  if (form.is === 'minus' && typeof target === 'number') return towards(form.of, mirrored[by], -target, search)
  if (form.is === 'at' && form.list.is === 'fact') return itemTowards(form.list.fact, form.position, by, target, search)
  if (
    form.is === 'call' &&
    form.call === 'count' &&
    form.with[0]?.is === 'filter' &&
    (by === '>=' || by === '>' || by === '=')
  )
    return recordToAdd(form.with[0].list, form.with[0].where, search)
  if (form.is === 'arithmetic') return arithmeticTowards(form, by, target, search)
  return []
}

function factTowards(fact: FactName, by: Comparator, target: Value, search: Search): readonly Setting[] {
  const type = search.evaluator.typeOfFact(fact)
  if (!type) return []
  if (by === '!=') {
    if (target === true || target === false) return [{ fact, to: !target }]
    if (type.is === 'text') return (type.values ?? []).filter(value => value !== target).map(to => ({ fact, to }))
  }
  if (target === null) return by === '=' ? [{ fact, to: null }] : []
  const from = search.evaluator.value(fact, search.situation)
  return just(by, target, from, type).map(to => ({ fact, to }))
}

function itemTowards(
  fact: FactName,
  position: number,
  by: Comparator,
  target: Value,
  search: Search,
): readonly Setting[] {
  const list = search.evaluator.value(fact, search.situation)
  const type = search.evaluator.typeOfFact(fact)
  if (!Array.isArray(list) || type?.is !== 'list') return []
  const items = list as readonly Value[]
  const index = position > 0 ? position - 1 : items.length + position
  if (index < 0 || index >= items.length) return []
  return just(by, target, items[index], type.of).map(to => ({ fact, to: items.with(index, to) }))
}

/** `sales * 0.3 >= assets`: the fact on one side, the other side brought across. */
function arithmeticTowards(
  form: Extract<Form, { is: 'arithmetic' }>,
  by: Comparator,
  target: Value,
  search: Search,
): readonly Setting[] {
  if (typeof target !== 'number') return dateTowards(form, by, target, search)
  const [left, right] = [worth(form.left, search), worth(form.right, search)]
  const found: Setting[] = []
  if (typeof right === 'number') {
    if (form.by === '+') found.push(...towards(form.left, by, target - right, search))
    if (form.by === '-') found.push(...towards(form.left, by, target + right, search))
    if (form.by === '*' && right !== 0)
      found.push(...towards(form.left, right > 0 ? by : mirrored[by], target / right, search))
    if (form.by === '/' && right !== 0)
      found.push(...towards(form.left, right > 0 ? by : mirrored[by], target * right, search))
  }
  if (typeof left === 'number') {
    if (form.by === '+') found.push(...towards(form.right, by, target - left, search))
    if (form.by === '-') found.push(...towards(form.right, mirrored[by], left - target, search))
    if (form.by === '*' && left !== 0)
      found.push(...towards(form.right, left > 0 ? by : mirrored[by], target / left, search))
    if (form.by === '/' && target !== 0)
      found.push(...towards(form.right, left / target > 0 ? mirrored[by] : by, left / target, search))
  }
  return found
}

/** `visited_on + duration("P6M") >= on`: the day moved back by the duration. */
function dateTowards(
  form: Extract<Form, { is: 'arithmetic' }>,
  by: Comparator,
  target: Value,
  search: Search,
): readonly Setting[] {
  const [day, span] = form.right.is === 'constant' ? [form.left, form.right] : [form.right, form.left]
  if (span.is !== 'constant' || (span.type !== 'days' && span.type !== 'months') || typeof target !== 'string')
    return []
  const back: Form = {
    is: 'arithmetic',
    by: form.by === '+' ? '-' : '+',
    left: { is: 'constant', type: 'date', value: target },
    right: span,
  }
  return towards(day, by, worth(back, search), search)
}

function testSettings(item: Form, test: Test, wanted: boolean, search: Search): readonly Setting[] {
  switch (test.is) {
    case 'equals':
      return comparisonSettings(item, wanted ? '=' : '!=', test.value, search)
    case 'compare':
      return comparisonSettings(item, wanted ? test.by : opposite[test.by], test.value, search)
    case 'range': {
      const [low, high] = [test.fromOpen ? '>' : '>=', test.toOpen ? '<' : '<='] as const
      const side = (by: Comparator, bound: Form) => comparisonSettings(item, wanted ? by : opposite[by], bound, search)
      return [...side(low, test.from), ...side(high, test.to)]
    }
    case 'one of':
      return memberSettings(test.list, item, wanted, search)
  }
}

function callSettings(form: Extract<Form, { is: 'call' }>, wanted: boolean, search: Search): readonly Setting[] {
  const [first, second] = form.with
  if (form.call === 'list contains') return memberSettings(first!, second!, wanted, search)
  if (form.call === 'starts with' && wanted && first?.is === 'fact' && second) {
    const start = worth(second, search)
    return typeof start === 'string' ? [{ fact: first.fact, to: start }] : []
  }
  return []
}

/** A value put into a list fact or taken out of it; or a fact given one of the values of a known list. */
function memberSettings(list: Form, item: Form, wanted: boolean, search: Search): readonly Setting[] {
  const value = worth(item, search)
  const known = worth(list, search)
  const found: Setting[] = []
  if (list.is === 'fact' && value !== undefined) {
    const items = Array.isArray(known) ? (known as readonly Value[]) : []
    if (wanted) found.push({ fact: list.fact, to: [...items, value] })
    else if (Array.isArray(known)) found.push({ fact: list.fact, to: items.filter(each => each !== value) })
  }
  if (item.is === 'fact' && Array.isArray(known) && wanted)
    for (const each of (known as readonly Value[]).slice(0, 24)) found.push({ fact: item.fact, to: each })
  return found
}

function loopSettings(
  form: Extract<Form, { is: 'some' | 'every' }>,
  wanted: boolean,
  search: Search,
): readonly Setting[] {
  const isAdding = form.is === 'some' ? wanted : !wanted
  if (isAdding) {
    if (form.is === 'every') return []
    const records = recordToAdd(form.list, form.satisfies, search)
    return records.length > 0 ? records : membersToAdd(form.list, form.satisfies, search)
  }
  return withoutOffenders(form, search)
}

/** A plain list without the items that stand in the way. What a firm took part in cannot be taken back. */
function withoutOffenders(form: Extract<Form, { is: 'some' | 'every' }>, search: Search): readonly Setting[] {
  if (form.list.is !== 'fact') return []
  const type = search.evaluator.typeOfFact(form.list.fact)
  const items = worth(form.list, search)
  if (type?.is !== 'list' || type.of.is === 'record' || !Array.isArray(items)) return []
  const fact = form.list.fact
  const stays = (item: Value) => {
    const single = { ...form, list: { is: 'list', items: [constantOf(item, type.of.is)] } } as Form
    return search.evaluator.ask(single, search.situation) === (form.is === 'every')
  }
  return [{ fact, to: (items as readonly Value[]).filter(stays) }]
}

function constantOf(value: Value, is: string): Form {
  return { is: 'constant', type: is, value } as Form
}
