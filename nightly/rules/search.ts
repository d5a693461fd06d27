/**
 * Firms that tell a sentence from its mutants. Climbs from a drawn firm, one value at a time, to where the changed place decides the
 * sentence, and there tries both sides of each place at which the condition turns. What it finds is only kept after it was asked.
 */
import type { Day, FactName, Value } from '@ieum/catalogue/records'
import { type Evaluator, type Form, partsOf, type Situation, type Type } from '@ieum/rules'
import type { Random } from '../../bench/firms.ts'
import type { Goal, Mutant } from './mutants.ts'
import { distinct, type Spoken, spokenIn, turning, usualDay, valuesToTry } from './values-to-try.ts'

export interface Case {
  readonly facts: Readonly<Record<FactName, Value>>
  readonly on: Day
}

export type Outcome = 'holds' | 'fails' | 'unknown'

type Fields = Readonly<Record<string, Value>>

/** Places of a case that can be set: a fact, a position in a list of numbers, or a field of all records of a fact. */
interface Place {
  readonly fact: FactName
  readonly field?: string
  readonly position?: number
  readonly values: readonly Value[]
  readonly isOrdered: boolean
}

export class Search {
  readonly #evaluator: Evaluator
  readonly form: Form
  readonly #random: Random
  readonly #places: readonly Place[]
  readonly #records: readonly FactName[]
  /** That the filters of the sentence let some record pass: where none does, nothing that is counted or added up changes. */
  readonly #passing: readonly Form[]

  constructor(evaluator: Evaluator, form: Form, said: ReadonlyMap<FactName, readonly Value[]>, random: Random) {
    this.#evaluator = evaluator
    this.form = form
    this.#random = random
    this.#passing = filtersIn(form).map(({ list, where }) => ({ is: 'some', list, satisfies: where }))
    const spoken = spokenIn(form, evaluator, evaluator.situation({}, usualDay))
    this.#records = [...spoken.facts].filter(([, type]) => isRecords(type)).map(([fact]) => fact)
    // The day of what is stated is the day asked about only where nothing else is said.
    const followsFromDay = (fact: FactName) => {
      const derivation = fact === 'stated_on' ? undefined : evaluator.derivation(fact)
      return derivation !== undefined && [...evaluator.factsBehind(derivation)].every(each => each === 'on')
    }
    const open = [...spoken.facts].filter(([fact]) => !followsFromDay(fact))
    this.#places = open.flatMap(([fact, type]) => placesOf(fact, type, spoken, said.get(fact) ?? []))
  }

  outcome(form: Form, situation: Situation): Outcome {
    const value = this.#evaluator.ask(form, situation)
    return value === undefined ? 'unknown' : value === true ? 'holds' : 'fails'
  }

  situation({ facts, on }: Case): Situation {
    return this.#evaluator.situation(facts, on)
  }

  /** A case in which the mutant says otherwise than the sentence; undefined when none is found. */
  telling(mutant: Mutant, from: readonly Case[], tries: number): Case | undefined {
    const tells = (one: Case) => {
      const situation = this.situation(one)
      const own = this.outcome(this.form, situation)
      return own !== 'unknown' && own !== this.outcome(mutant.form, situation)
    }
    return this.#look(mutant.goals, mutant.condition, tells, from, tries)
  }

  /** A case in which the sentence holds, or fails. */
  that(is: 'holds' | 'fails', tries: number): Case | undefined {
    const tells = (one: Case) => this.outcome(this.form, this.situation(one)) === is
    return this.#look([{ form: this.form, is: is === 'holds' }], this.form, tells, [], tries)
  }

  #look(
    goals: readonly Goal[],
    condition: Form,
    tells: (one: Case) => boolean,
    from: readonly Case[],
    tries: number,
  ): Case | undefined {
    const reached = (one: Case) => {
      const situation = this.situation(one)
      const wanted = goals.reduce((sum, { form, is }) => sum + this.#degree(form, is, situation), 0)
      const seen = this.#passing.reduce((sum, form) => sum + this.#degree(form, true, situation), 0)
      return 10 * wanted + seen
    }
    for (let go = 0; go < tries; go++) {
      let at = go < from.length ? this.#completed(from[go]!) : this.#drawn()
      if (tells(at)) return at
      let score = reached(at)
      for (let pass = 0; pass < 4; pass++) {
        const before = score
        for (const next of this.#moves(at)) {
          const moved = next(at)
          if (tells(moved)) return moved
          const then = reached(moved)
          if (then < score) continue
          // A move that changes nothing is made at times: what it opens shows later.
          if (then === score && this.#random() < 0.9) continue
          at = moved
          score = then
        }
        for (const turned of this.#turnings(at, condition)) if (tells(turned)) return turned
        if (score === before && pass > 0) break
      }
    }
    return undefined
  }

  /** How much of what is wanted is so: 1 when all of it is. */
  #degree(form: Form, is: boolean, situation: Situation): number {
    const inner = insideOf(form)
    if (inner.is === 'not') return this.#degree(inner.of, !is, situation)
    if (inner.is === 'and' || inner.is === 'or') {
      const parts = inner.of.map(part => this.#degree(part, is, situation))
      if ((inner.is === 'and') !== is) return Math.max(...parts)
      return parts.reduce((sum, each) => sum + each, 0) / parts.length
    }
    return (this.#evaluator.ask(inner, situation) === true) === is ? 1 : 0
  }

  #one<T>(all: readonly T[]): T {
    return all[Math.floor(this.#random() * all.length)]!
  }

  #drawn(): Case {
    return this.#completed({ facts: {}, on: usualDay })
  }

  /** A case with a value for everything that the sentence reads. */
  #completed({ facts, on }: Case): Case {
    let whole: Case = { facts, on }
    for (const fact of this.#records)
      if (!Object.hasOwn(facts, fact)) whole = { ...whole, facts: { ...whole.facts, [fact]: [{}] } }
    for (const place of this.#places)
      if (place.fact !== 'on' && valuesAt(place, whole).some(value => value === undefined))
        whole = put(place, this.#one(place.values), whole)
    return whole
  }

  /** One value set otherwise, of each place in turn; and one record, several alike, or none. */
  *#moves(at: Case): Generator<(from: Case) => Case> {
    for (const place of shuffled(this.#places, this.#random)) {
      const now = JSON.stringify(valuesAt(place, at)[0])
      for (const value of place.values) if (JSON.stringify(value) !== now) yield from => put(place, value, from)
    }
    for (const fact of this.#records) {
      for (const count of [0, 1, 2, 3, 4, 5])
        yield from => {
          const [first = {}] = recordsIn(from, fact)
          const completed = this.#completed({ ...from, facts: { ...from.facts, [fact]: [first] } })
          return { ...from, facts: { ...from.facts, [fact]: new Array(count).fill(recordsIn(completed, fact)[0]) } }
        }
      // Some of one kind and some of another, which differs in one field.
      for (const place of this.#places)
        if (place.fact === fact && place.field !== undefined)
          for (const [few, others] of mixtures)
            yield from => {
              const [first = {}] = recordsIn(from, fact)
              const other = { ...first, [place.field!]: this.#one(place.values) }
              return {
                ...from,
                facts: { ...from.facts, [fact]: [...new Array(few).fill(first), ...new Array(others).fill(other)] },
              }
            }
    }
  }

  *#turnings(at: Case, condition: Form): Generator<Case> {
    for (const place of this.#places) {
      if (!place.isOrdered) continue
      const holds = (value: Value) => this.#evaluator.ask(condition, this.situation(put(place, value, at)))
      for (const value of turning(place.values, holds)) yield put(place, value, at)
    }
  }

  /** The case without what it does not need for `stays` to remain so. */
  least(one: Case, stays: (one: Case) => boolean): Case {
    let left = one
    const keepIf = (next: Case) => {
      if (stays(next)) left = next
    }
    if (left.on !== usualDay) keepIf({ ...left, on: usualDay })
    for (const fact of Object.keys(one.facts)) {
      const { [fact]: _, ...others } = left.facts
      keepIf({ ...left, facts: others })
    }
    for (const fact of this.#records) {
      for (let index = recordsIn(left, fact).length - 1; index >= 0; index--)
        keepIf({ ...left, facts: { ...left.facts, [fact]: recordsIn(left, fact).toSpliced(index, 1) } })
      for (const [index, record] of recordsIn(left, fact).entries())
        for (const field of Object.keys(record)) {
          const now = recordsIn(left, fact)
          const { [field]: _, ...others } = now[index]!
          keepIf({ ...left, facts: { ...left.facts, [fact]: now.with(index, others) } })
        }
    }
    return left
  }
}

const isRecords = (type: Type): type is Extract<Type, { is: 'list' }> => type.is === 'list' && type.of.is === 'record'
function filtersIn(form: Form): Extract<Form, { is: 'filter' }>[] {
  if (form.is === 'filter') return [form, ...filtersIn(form.list)]
  return form.is === 'some' || form.is === 'every' ? filtersIn(form.list) : partsOf(form).flatMap(filtersIn)
}

/** How many of one kind of record stand beside how many of another. */
const mixtures = [
  [1, 1],
  [2, 1],
  [1, 2],
  [2, 2],
  [3, 2],
  [2, 3],
] as const

const areOrdered = (type: Type) => type.is === 'number' || type.is === 'date'

function placesOf(fact: FactName, type: Type, spoken: Spoken, said: readonly Value[]): Place[] {
  if (fact === 'on') return [{ fact, values: daysToAsk(spoken), isOrdered: true }]
  if (type.is === 'list' && type.of.is === 'number') {
    const values = valuesToTry(type.of, spoken, said.flat() as Value[])
    const positions = [0, 1, 2].map(position => ({ fact, position, values, isOrdered: true }))
    return [{ fact, values: valuesToTry(type, spoken, said), isOrdered: false }, ...positions]
  }
  if (!isRecords(type) || type.of.is !== 'record')
    return [{ fact, values: valuesToTry(type, spoken, said), isOrdered: areOrdered(type) }]
  const records = said.flat() as Fields[]
  const read = Object.entries(type.of.fields).filter(([field]) => spoken.fields.has(field))
  return read.map(([field, type]) => {
    const saidOfField = distinct(records.flatMap(record => (Object.hasOwn(record, field) ? [record[field]!] : [])))
    return { fact, field, values: valuesToTry(type, spoken, saidOfField), isOrdered: areOrdered(type) }
  })
}

function daysToAsk({ days }: Spoken): Day[] {
  return [...new Set([usualDay, '2024-06-03', '2025-12-31', ...days])]
}

const recordsIn = ({ facts }: Case, fact: FactName): readonly Fields[] => (facts[fact] as readonly Fields[]) ?? []

function valuesAt({ fact, field, position }: Place, one: Case): readonly (Value | undefined)[] {
  if (fact === 'on') return [one.on]
  if (position !== undefined) return [(one.facts[fact] as readonly Value[] | undefined)?.[position] ?? null]
  return field === undefined ? [one.facts[fact]] : recordsIn(one, fact).map(record => record[field])
}

function put({ fact, field, position }: Place, value: Value, one: Case): Case {
  if (fact === 'on') return { ...one, on: value as Day }
  if (position !== undefined) {
    const now = (one.facts[fact] ?? []) as readonly Value[]
    const filled = Array.from({ length: Math.max(now.length, position + 1) }, (_, index) => now[index] ?? value)
    return { ...one, facts: { ...one.facts, [fact]: filled.with(position, value) } }
  }
  if (field === undefined) return { ...one, facts: { ...one.facts, [fact]: value } }
  return {
    ...one,
    facts: { ...one.facts, [fact]: recordsIn(one, fact).map(record => ({ ...record, [field]: value })) },
  }
}

function shuffled<T>(all: readonly T[], random: Random): T[] {
  return all
    .map(each => [random(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each)
}

const insides = new WeakMap<Form, Form>()

/** `some x in list satisfies a and b`, of a list of one, is `(some … a) and (some … b)`: so the parts can be asked one by one. */
function insideOf(form: Form): Form {
  if (form.is !== 'some') return form
  const known = insides.get(form)
  if (known) return known
  const { list } = form
  const body = insideOf(form.satisfies)
  const each = (part: Form): Form => ({ is: 'some', list, satisfies: part })
  const made: Form =
    body.is === 'and' || body.is === 'or'
      ? { is: body.is, of: body.of.map(each) }
      : body.is === 'not'
        ? { is: 'not', of: each(body.of) }
        : form
  insides.set(form, made)
  return made
}
