import { addYears } from '@ieum/catalogue/days'
import type { FactName, Value } from '@ieum/catalogue/records'
import type { Evaluator } from '../evaluator.ts'
import type { Comparator, Form, Test } from '../form.ts'
import { partsOf } from '../reads.ts'
import { membersToAdd, recordToAdd } from './additions.ts'
import { mirrored, opposite } from './comparators.ts'
import { just } from './just.ts'
import { type Place, placeOf, placesIn } from './places.ts'
import { isSame, itemsOf, type Setting, type Standing, truthOf, worth } from './standing.ts'
import { writtenOut } from './unfold.ts'

/** Values of one text that are tried. */
const mostTexts = 24

/**
 * Values for single facts that may turn a condition without `and`, `or` or `not` in it. They are guesses from its shape:
 * the caller tries each, so that a wrong guess costs time and never a wrong answer.
 */
export function settings(form: Form, wanted: boolean, standing: Standing): readonly Setting[] {
  switch (form.is) {
    case 'fact':
      return [{ fact: form.fact, to: wanted }]
    case 'compare':
      return [
        ...comparisonSettings(form.left, wanted ? form.by : opposite[form.by], form.right, standing),
        ...guesses(form, standing),
      ]
    case 'in':
      return [
        ...form.tests.flatMap(test => testSettings(form.item, test, wanted, standing)),
        ...guesses(form, standing),
      ]
    case 'call':
      return form.call === 'list contains'
        ? [...memberSettings(form.with[0]!, form.with[1]!, wanted, standing), ...guesses(form, standing)]
        : guesses(form, standing)
    case 'some':
    case 'every':
      return loopSettings(form, wanted, standing)
    default:
      return []
  }
}

const guesses = (form: Form, standing: Standing): readonly Setting[] => [
  ...textSettings(form, standing),
  ...samples(form, standing),
]

/** A text cannot be reckoned: the values that its fact may have, else those that the condition speaks of. */
function textSettings(form: Form, standing: Standing): readonly Setting[] {
  const { evaluator, facts, settable } = standing.scope
  const names = textsRead(form, evaluator).filter(fact => settable.has(fact))
  if (names.length === 0) return []
  const spoken = new Set<Value>()
  const speak = (value: Value | undefined) => typeof value === 'string' && spoken.add(value)
  const look = (part: Form): void => {
    if (part.is === 'some' || part.is === 'every' || part.is === 'filter') return
    if (part.is === 'constant') speak(part.value)
    if (part.is === 'parameter' || part.is === 'fact')
      for (const each of [worth(part, standing)].flat(1).slice(0, mostTexts)) speak(each as Value)
    for (const each of partsOf(part)) look(each)
  }
  look(form)
  return names.flatMap(fact => {
    const { values, example } = facts.get(fact) ?? {}
    const before = worth({ is: 'fact', fact }, standing)
    // All that a fact may be are tried; of what is only spoken of, some.
    const candidates = values ?? [...spoken, ...(example === undefined ? [] : [example])].slice(0, mostTexts)
    return candidates.filter(to => to !== before).map(to => ({ fact, to }))
  })
}

/** Years before the day asked about at which something may have happened. */
const yearsTried = [0, 1, 2, 3, 5, 7, 10, 20, 40]

/** What an unknown number or day might turn out to be: an age in whole years, for one, cannot be reckoned back to a day. */
function samples(form: Form, { scope, situation }: Standing): readonly Setting[] {
  if (!scope.isAnswering) return []
  const { evaluator } = scope
  const found: Setting[] = []
  for (const fact of evaluator.factsBehind(form)) {
    const type = evaluator.typeOfFact(fact)?.is
    if (!scope.settable.has(fact) || evaluator.value(fact, situation) !== undefined) continue
    if (type === 'date') for (const years of yearsTried) found.push({ fact, to: addYears(situation.on, -years) })
    if (type === 'number') for (const to of [0, ...numbersIn(form)]) found.push({ fact, to })
  }
  return found
}

/** The numbers that stand in a form, and those beside them. */
function numbersIn(form: Form): readonly number[] {
  if (form.is === 'constant') return form.type === 'number' ? [form.value - 1, form.value, form.value + 1] : []
  return partsOf(form).flatMap(numbersIn)
}

const textsOf = new WeakMap<Form, readonly FactName[]>()

/** The text facts that a form reads outside its loops. */
function textsRead(form: Form, evaluator: Evaluator): readonly FactName[] {
  const known = textsOf.get(form)
  if (known) return known
  const found = new Set<FactName>()
  const look = (part: Form): void => {
    if (part.is === 'some' || part.is === 'every' || part.is === 'filter') return
    if (part.is === 'fact' && evaluator.typeOfFact(part.fact)?.is === 'text') found.add(part.fact)
    for (const each of partsOf(part)) look(each)
  }
  look(form)
  textsOf.set(form, [...found])
  return [...found]
}

function comparisonSettings(left: Form, by: Comparator, right: Form, standing: Standing): readonly Setting[] {
  return [
    ...towards(left, by, worth(right, standing), standing),
    ...towards(right, mirrored[by], worth(left, standing), standing),
  ]
}

/** Values of a place inside `form` with which `form by target` holds. */
function towards(form: Form, by: Comparator, target: Value | undefined, standing: Standing): readonly Setting[] {
  if (target === undefined) return []
  const place = placeOf(form, standing)
  if (place) return placeTowards(place, by, target)
  if (form.is === 'minus' && typeof target === 'number') return towards(form.of, mirrored[by], -target, standing)
  if (form.is === 'arithmetic') return arithmeticTowards(form, by, target, standing)
  if (form.is === 'call' && typeof target === 'number') return callTowards(form, by, target, standing)
  return []
}

/** Texts are tried one by one (`textSettings`). */
function placeTowards(place: Place, by: Comparator, target: Value): readonly Setting[] {
  const { type, value } = place
  if (by === '!=' && (target === true || target === false)) return [place.put(!target)]
  if (target === null) return by === '=' ? [place.put(null)] : []
  return just(by, target, value, type).map(to => place.put(to))
}

/** `sales * 0.3 >= assets`: the fact on one side, the other side brought across. */
function arithmeticTowards(
  form: Extract<Form, { is: 'arithmetic' }>,
  by: Comparator,
  target: Value,
  standing: Standing,
): readonly Setting[] {
  if (typeof target !== 'number') return dateTowards(form, by, target, standing)
  const [left, right] = [worth(form.left, standing), worth(form.right, standing)]
  const found: Setting[] = []
  if (typeof right === 'number') {
    if (form.by === '+') found.push(...towards(form.left, by, target - right, standing))
    if (form.by === '-') found.push(...towards(form.left, by, target + right, standing))
    if (form.by === '*' && right !== 0)
      found.push(...towards(form.left, right > 0 ? by : mirrored[by], target / right, standing))
    if (form.by === '/' && right !== 0)
      found.push(...towards(form.left, right > 0 ? by : mirrored[by], target * right, standing))
  }
  if (typeof left === 'number') {
    if (form.by === '+') found.push(...towards(form.right, by, target - left, standing))
    if (form.by === '-') found.push(...towards(form.right, mirrored[by], left - target, standing))
    if (form.by === '*' && left !== 0)
      found.push(...towards(form.right, left > 0 ? by : mirrored[by], target / left, standing))
    if (form.by === '/' && target !== 0)
      found.push(...towards(form.right, left / target > 0 ? mirrored[by] : by, left / target, standing))
  }
  return found
}

/** `visited_on + duration("P6M") >= on`: the day moved back by the duration. */
function dateTowards(
  form: Extract<Form, { is: 'arithmetic' }>,
  by: Comparator,
  target: Value,
  standing: Standing,
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
  return towards(day, by, worth(back, standing), standing)
}

type Calling = Extract<Form, { is: 'call' }>

/** `min(a, b) >= 5`, `count(list) >= 2`, `abs(a) < 3`: the arguments that stand in the way. */
function callTowards(form: Calling, by: Comparator, target: number, standing: Standing): readonly Setting[] {
  const [only] = form.with
  switch (form.call) {
    case 'count':
      return countTowards(only!, by, target, standing)
    case 'sum':
    case 'min':
    case 'max':
      return form.with.length === 1 && only!.is !== 'list'
        ? aggregateOfPlaces(form, placesIn(only!, standing), by, target)
        : aggregateOfForms(form, only!.is === 'list' ? only!.items : form.with, by, target, standing)
    case 'abs':
      return [...towards(only!, by, target, standing), ...towards(only!, mirrored[by], -target, standing)]
    case 'floor':
      return wholeBelow(by, target).flatMap(([order, bound]) => towards(only!, order, bound, standing))
    case 'ceiling':
      return wholeBelow(mirrored[by], -target).flatMap(([order, bound]) =>
        towards(only!, mirrored[order], -bound, standing),
      )
    default:
      return []
  }
}

/** `floor(a) by target` as bounds of `a` itself, any one of which is enough. */
function wholeBelow(by: Comparator, target: number): readonly (readonly [Comparator, number])[] {
  const above = ['>=', Math.floor(target) + 1] as const
  switch (by) {
    case '<':
      return [['<', Math.ceil(target)]]
    case '<=':
      return [['<', Math.floor(target) + 1]]
    case '>':
      return [above]
    case '>=':
      return [['>=', Math.ceil(target)]]
    case '=':
      return [['=', target]]
    case '!=':
      return [['<', Math.floor(target)], above]
  }
}

/** Of a sum one part makes good what is missing; of the least or the greatest, each that stands in the way is moved. */
function aggregateOfForms(
  form: Calling,
  parts: readonly Form[],
  by: Comparator,
  target: number,
  standing: Standing,
): readonly Setting[] {
  const now = worth(form, standing)
  return parts.flatMap(part => {
    const own = worth(part, standing)
    if (form.call !== 'sum') return towards(part, by, target, standing)
    return typeof now === 'number' && typeof own === 'number' ? towards(part, by, own + target - now, standing) : []
  })
}

function aggregateOfPlaces(
  { call }: Calling,
  places: readonly Place[],
  by: Comparator,
  target: number,
): readonly Setting[] {
  const numbers = places.map(place => place.value).filter(value => typeof value === 'number')
  if (numbers.length !== places.length) return []
  const sum = numbers.reduce((all, each) => all + each, 0)
  return places.flatMap((place, index) =>
    placeTowards(place, by, call === 'sum' ? numbers[index]! + target - sum : target),
  )
}

function countTowards(list: Form, by: Comparator, target: number, standing: Standing): readonly Setting[] {
  const counted = itemsOf(list, standing)
  if (!counted) return list.is === 'fact' ? [{ fact: list.fact, to: [] }, ...oneMore(list.fact, standing)] : []
  const step = counted.length < target || (counted.length === target && (by === '>' || by === '!=')) ? 'more' : 'fewer'
  if (list.is === 'filter') {
    if (step === 'fewer') return withoutItems(list.list, item => counted.some(each => isSame(each, item)), standing)
    const records = recordToAdd(list.list, list.where, standing)
    return records.length > 0 ? records : membersToAdd(list.list, list.where, standing)
  }
  if (list.is !== 'fact') return []
  return step === 'more' ? oneMore(list.fact, standing) : withoutItems(list, () => true, standing)
}

/** A list with one item more: of each value that it may yet gain, of a record one of which nothing is said. */
function oneMore(fact: FactName, standing: Standing): readonly Setting[] {
  const type = standing.scope.evaluator.typeOfFact(fact)
  const items = itemsOf({ is: 'fact', fact }, standing) ?? []
  if (type?.is !== 'list') return []
  const candidates: readonly Value[] =
    type.of.is === 'record' ? [{}] : 'values' in type.of ? (type.of.values ?? []) : []
  return candidates
    .filter(each => type.of.is === 'record' || !items.includes(each))
    .map(each => ({ fact, to: [...items, each] }))
}

function testSettings(item: Form, test: Test, wanted: boolean, standing: Standing): readonly Setting[] {
  switch (test.is) {
    case 'equals':
      return comparisonSettings(item, wanted ? '=' : '!=', test.value, standing)
    case 'compare':
      return comparisonSettings(item, wanted ? test.by : opposite[test.by], test.value, standing)
    case 'range': {
      const [low, high] = [test.fromOpen ? '>' : '>=', test.toOpen ? '<' : '<='] as const
      const side = (by: Comparator, bound: Form) =>
        comparisonSettings(item, wanted ? by : opposite[by], bound, standing)
      return [...side(low, test.from), ...side(high, test.to)]
    }
    case 'one of':
      return memberSettings(test.list, item, wanted, standing)
  }
}

/** A value put into a list fact or taken out of it; or a place given one of the values of a known list. */
function memberSettings(list: Form, item: Form, wanted: boolean, standing: Standing): readonly Setting[] {
  const value = worth(item, standing)
  const known = itemsOf(list, standing)
  const found: Setting[] = []
  if (list.is === 'fact' && value !== undefined) {
    if (wanted) found.push({ fact: list.fact, to: [...(known ?? []), value] })
    else found.push({ fact: list.fact, to: (known ?? []).filter(each => !isSame(each, value)) })
  }
  const place = placeOf(item, standing)
  if (place && known && wanted) for (const each of known.slice(0, mostTexts)) found.push(place.put(each))
  return found
}

function loopSettings(
  form: Extract<Form, { is: 'some' | 'every' }>,
  wanted: boolean,
  standing: Standing,
): readonly Setting[] {
  if ((form.is === 'some') === wanted) {
    // What would break an `every` is no advice that can be drafted.
    if (form.is === 'every') return []
    const records = recordToAdd(form.list, form.satisfies, standing)
    const additions = records.length > 0 ? records : membersToAdd(form.list, form.satisfies, standing)
    return additions.filter(({ to }) => !isRepeated(to))
  }
  return withoutOffenders(form, standing)
}

/**
 * What stands in a list already and meets no `some` yet meets none by standing there twice: it is mended where it stands. Where the condition
 * counts the list itself, the count is what is settled instead.
 */
function isRepeated(to: Value): boolean {
  const items = to as readonly Value[]
  return items.slice(0, -1).some(each => isSame(each, items.at(-1)))
}

/** A plain list without the items that stand in the way. */
function withoutOffenders(form: Extract<Form, { is: 'some' | 'every' }>, standing: Standing): readonly Setting[] {
  const all = itemsOf(form.list, standing)
  if (form.list.is === 'fact' && !all) return [{ fact: form.list.fact, to: [] }]
  const written = writtenOut(form, standing)
  if (form.list.is !== 'fact' || !all || (written?.is !== 'and' && written?.is !== 'or')) return []
  const { of } = written
  const to = all.filter((_, index) => truthOf(of[index]!, standing) === (form.is === 'every'))
  return isPlainList(form.list.fact, standing) ? [{ fact: form.list.fact, to }] : []
}

/** A plain list without one of the items that match. */
function withoutItems(list: Form, matches: (item: Value) => boolean, standing: Standing): readonly Setting[] {
  const items = itemsOf(list, standing)
  if (list.is !== 'fact' || !items || !isPlainList(list.fact, standing)) return []
  const { fact } = list
  return items.flatMap((item, index) => (matches(item) ? [{ fact, to: items.toSpliced(index, 1) }] : []))
}

/** What stands in records, such as what a firm took part in, cannot be taken back. */
function isPlainList(fact: FactName, standing: Standing): boolean {
  const type = standing.scope.evaluator.typeOfFact(fact)
  return type?.is === 'list' && type.of.is !== 'record'
}
