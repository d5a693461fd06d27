/** Values that a sentence may turn on: those that it speaks of, those beside them, and some of what firms say. */
import { parseDay, printDay } from '@ieum/catalogue/day-numbers'
import { addDays, addYears } from '@ieum/catalogue/days'
import type { Day, FactName, Value } from '@ieum/catalogue/records'
import { type Evaluator, type Form, partsOf, type Situation, type Type } from '@ieum/rules'

/** The day on which firms are asked about unless a case says otherwise. */
export const usualDay: Day = '2026-06-01'

export interface Spoken {
  readonly texts: readonly string[]
  readonly numbers: readonly number[]
  readonly days: readonly Day[]
  /** Facts that the sentence itself reads, and fields of their records. */
  readonly facts: ReadonlyMap<FactName, Type>
  readonly fields: ReadonlySet<string>
}

const few = 8

export function spokenIn(form: Form, evaluator: Evaluator, situation: Situation): Spoken {
  const texts = new Set<string>()
  const numbers = new Set<number>()
  const days = new Set<Day>()
  const facts = new Map<FactName, Type>()
  const fields = new Set<string>()
  const note = (value: unknown): void => {
    if (typeof value === 'number') numbers.add(value)
    else if (typeof value === 'string') (parseDay(value) === undefined ? texts : days).add(value)
    else if (Array.isArray(value)) for (const each of spread(value)) note(each)
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) note(each)
  }
  const visit = (part: Form): void => {
    if (part.is === 'constant') {
      if (part.type === 'days' || part.type === 'months') days.add(moved(situation.on, part))
      else note(part.value)
    }
    if (part.is === 'parameter') note(evaluator.ask(part, situation))
    if (part.is === 'field' || part.is === 'each') fields.add(part.field)
    if (part.is === 'fact') facts.set(part.fact, evaluator.typeOfFact(part.fact)!)
    for (const each of partsOf(part)) visit(each)
  }
  visit(form)
  return { texts: [...texts], numbers: [...numbers], days: [...days], facts, fields }
}

function moved(on: Day, { type, value }: Extract<Form, { is: 'constant'; type: 'days' | 'months' }>): Day {
  return addDays(on, -Math.round(type === 'days' ? value : value * 30.4375))
}

/** Some of many, from all over. */
function spread<T>(all: readonly T[], most = few): T[] {
  if (all.length <= most) return [...all]
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]!)
}

/** What may be said of a fact or of a field; of records it is each field by itself (`search.ts`). */
export function valuesToTry(type: Type, spoken: Spoken, said: readonly Value[]): Value[] {
  switch (type.is) {
    case 'boolean':
      return [true, false]
    case 'number':
      return distinct([
        ...[0, 1, 3, 1_000, 1_000_000_000],
        ...spoken.numbers.flatMap(number =>
          [number - 1, number - 0.01, number, number + 0.01, number + 1].map(rounded),
        ),
        ...spread(said),
      ]).filter(value => typeof value === 'number')
    case 'date':
      return distinct([
        ...spoken.days.flatMap(day => [addDays(day, -1), day, addDays(day, 1)]),
        ...[0, 1, 2, 3, 5, 7, 10, 20, 40].map(years => addYears(usualDay, -years)),
        addYears(usualDay, 1),
      ])
    case 'text':
      if (type.values && type.values.length <= 24) return [...type.values]
      return distinct([...spoken.texts, ...(type.values ? spread(type.values) : []), ...spread(said), 'none'])
    case 'list':
      return type.of.is === 'record' ? [] : listsToTry(type.of, spoken, said)
    default:
      return spread(said)
  }
}

function listsToTry(of: Type, spoken: Spoken, said: readonly Value[]): Value[] {
  const single = valuesToTry(of, spoken, []).filter(
    value => of.is !== 'text' || !of.values || of.values.includes(value as string),
  )
  const relevant =
    of.is === 'text' ? distinct([...spoken.texts.filter(text => single.includes(text)), ...spread(single)]) : single
  const lengths = of.is === 'text' ? [2, 3, 4] : [2, 3]
  return distinct([
    [],
    ...relevant.map(value => [value]),
    ...lengths.map(length => spread(relevant, length)),
    ...(of.is === 'text'
      ? [relevant]
      : relevant.flatMap(value => lengths.map(length => new Array(length).fill(value)))),
    ...spread(said),
  ])
}

function rounded(value: number): number {
  return Number(value.toPrecision(15))
}

export function distinct(values: readonly Value[]): Value[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()]
}

/**
 * Values on both sides of each place at which `holds` turns as a number or a day grows, next to each other: whole numbers, or
 * hundredths where a fraction is spoken of.
 */
export function turning(values: readonly Value[], holds: (value: Value) => unknown): Value[] {
  const areDays = typeof values[0] === 'string'
  const step = areDays || values.every(Number.isInteger) ? 1 : 0.01
  const toNumber = (value: Value) => (areDays ? parseDay(value as Day)! : (value as number) / step)
  const toValue = (number: number): Value => (areDays ? printDay(number) : rounded(number * step))
  const sorted = values
    .map(toNumber)
    .map(Math.round)
    .sort((a, b) => a - b)
  const found: Value[] = []
  for (const [index, first] of sorted.slice(0, -1).entries()) {
    let [low, high] = [first, sorted[index + 1]!]
    const before = holds(toValue(low))
    if (before === holds(toValue(high))) continue
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (holds(toValue(middle)) === before) low = middle
      else high = middle
    }
    found.push(toValue(low), toValue(high))
  }
  return found
}
