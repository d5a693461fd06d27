import { withCoreFacts } from '@ieum/catalogue/core-facts'
import type { Day, Fact, FactName, Value } from '@ieum/catalogue/records'
import type { Evaluator, Situation } from '../evaluator.ts'
import type { Form } from '../form.ts'
import type { Truth } from '../truth.ts'
import { turnsWithTime } from '../turns.ts'

/** A fact and a value that it could be given; for the fact `on`, a day to wait for. */
export interface Setting {
  readonly fact: FactName
  readonly to: Value
}

/** Items of a list that are looked at one by one. */
export const mostItems = 24

/** What may be changed, and from where one starts. */
export interface Scope {
  readonly evaluator: Evaluator
  readonly start: Situation
  readonly facts: ReadonlyMap<FactName, Fact>
  /** The last day that is worth waiting for; nothing is waited for without it. */
  readonly until?: Day
  /** Facts that may be set at all. */
  readonly settable: ReadonlySet<FactName>
  /** They are not changed but answered: any value is possible. */
  readonly isAnswering: boolean
}

/** The firm with some facts set otherwise, or on a later day; `set` holds what differs from the start. */
export class Standing {
  readonly scope: Scope
  readonly set: ReadonlyMap<FactName, Value>
  readonly #known: Map<string, Standing>
  #situation: Situation | undefined

  private constructor(scope: Scope, set: ReadonlyMap<FactName, Value>, known: Map<string, Standing>) {
    this.scope = scope
    this.set = set
    this.#known = known
  }

  static atStart(scope: Scope): Standing {
    const start = new Standing(scope, new Map(), new Map())
    start.#situation = scope.start
    start.#known.set('', start)
    return start
  }

  get situation(): Situation {
    this.#situation ??= this.scope.evaluator.changed(
      this.scope.start,
      factsSet(this.set),
      this.set.get('on') as Day | undefined,
    )
    return this.#situation
  }

  /** The firm with one more fact set; setting it back to what it was at the start unsets it. */
  after({ fact, to }: Setting): Standing {
    const set = new Map(this.set)
    if (isSame(to, valueAtStart(fact, this.scope))) set.delete(fact)
    else set.set(fact, to)
    return this.#holding(set)
  }

  without(fact: FactName): Standing {
    const set = new Map(this.set)
    set.delete(fact)
    return this.#holding(set)
  }

  #holding(set: ReadonlyMap<FactName, Value>): Standing {
    const key = [...set]
      .map(([fact, to]) => `${fact}=${textOf(to)}`)
      .sort()
      .join(';')
    const known = this.#known.get(key)
    if (known) return known
    const made = new Standing(this.scope, set, this.#known)
    this.#known.set(key, made)
    return made
  }
}

/** What stands in a situation, which keeps its day apart. */
function factsSet(set: ReadonlyMap<FactName, Value>): Readonly<Record<FactName, Value>> {
  const facts = Object.fromEntries(set)
  delete facts.on
  return facts
}

export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && textOf(a) === textOf(b))
}

/** Records read alike in whatever order their fields stand: what is asked of a firm has another order than its file. */
export const textOf = (value: Value): string =>
  hasRecords(value) ? JSON.stringify(value, inOrder) : JSON.stringify(value)

const hasRecords = (value: Value): boolean =>
  Array.isArray(value) ? value.some(hasRecords) : typeof value === 'object' && value !== null

const inOrder = (_: string, each: Value): Value =>
  typeof each === 'object' && each !== null && !Array.isArray(each)
    ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
    : each

const factsMade = new WeakMap<Evaluator, ReadonlyMap<FactName, Fact>>()

export function factsByName(evaluator: Evaluator): ReadonlyMap<FactName, Fact> {
  const made = factsMade.get(evaluator)
  if (made) return made
  const facts = new Map(withCoreFacts(evaluator.rulebook.facts).map(fact => [fact.name, fact]))
  factsMade.set(evaluator, facts)
  return facts
}

/** What a form that stands in no loop is worth. */
export function worth(form: Form, { scope, situation }: Standing): Value | undefined {
  return scope.evaluator.ask(form, situation)
}

export function truthOf(form: Form, standing: Standing): Truth {
  return worth(form, standing) as Truth
}

export function itemsOf(form: Form, standing: Standing): readonly Value[] | undefined {
  const value = worth(form, standing)
  return Array.isArray(value) ? (value as readonly Value[]) : undefined
}

/** The value of a fact before anything is changed. */
export function valueAtStart(fact: FactName, { evaluator, start }: Scope): Value | undefined {
  return evaluator.value(fact, start)
}

const settableMade = new WeakMap<Evaluator, ReadonlySet<FactName>>()

/** The facts that can change and that the catalogue lets be advised: not the day, which is waited for. */
export function settableFacts(evaluator: Evaluator): ReadonlySet<FactName> {
  const made = settableMade.get(evaluator)
  if (made) return made
  const facts = [...factsByName(evaluator).values()].filter(
    ({ name, changes, reachable }) =>
      name !== 'on' && changes !== 'never' && !(typeof reachable === 'object' && reachable.length === 0),
  )
  const settable = new Set(facts.map(({ name }) => name))
  settableMade.set(evaluator, settable)
  return settable
}

/** Whether anything can bear on a form: a fact that may be set, or time. */
export function canTurn(form: Form, { evaluator, settable, until }: Scope): boolean {
  if (until !== undefined && turnsWithTime(evaluator, form)) return true
  for (const fact of evaluator.factsBehind(form)) if (settable.has(fact)) return true
  return false
}

/** Whether a fact may be given a value, seen from where the firm starts. */
export function mayBeSet({ fact: name, to }: Setting, scope: Scope): boolean {
  if (!scope.settable.has(name)) return false
  if (scope.isAnswering) return true
  const fact = scope.facts.get(name)!
  const from = valueAtStart(name, scope)
  if (fact.changes === 'with-time' && !isLater(from, to)) return false
  return isReachable(fact, from, to)
}

/** Nobody shrinks a firm or founds it anew to be let in: the catalogue says what can be advised. */
function isReachable({ ask, reachable }: Fact, from: Value | undefined, to: Value): boolean {
  if (ask === 'declaration' && to === true) return false
  if (reachable === undefined) return true
  if (typeof reachable !== 'string') return added(from, to).every(each => reachable.includes(each as string))
  if (typeof from !== 'number' || typeof to !== 'number') return true
  return reachable === 'up' ? to > from : to < from
}

/** What a list gains; a single value is all there is to gain. */
function added(from: Value | undefined, to: Value): readonly Value[] {
  if (!Array.isArray(to)) return [to]
  const before: readonly Value[] = Array.isArray(from) ? from : []
  return to.filter(each => !before.includes(each))
}

/** Time only adds. */
function isLater(from: Value | undefined, to: Value): boolean {
  if (from === undefined || from === null) return false
  return (
    (typeof from === 'number' && typeof to === 'number' && to > from) ||
    (typeof from === 'string' && typeof to === 'string' && to > from)
  )
}
