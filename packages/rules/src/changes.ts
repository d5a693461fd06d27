import { withCoreFacts } from '@ieum/catalogue/core-facts'
import type { Fact, FactName, Value } from '@ieum/catalogue/records'
import type { Search } from './changes/search.ts'
import { settings } from './changes/settings.ts'
import type { Evaluator, Situation } from './evaluator.ts'
import type { Form } from './form.ts'
import type { Truth } from './truth.ts'

/** One fact that would have to be otherwise. Without `from` it is not known now. */
export interface Flip {
  readonly fact: FactName
  readonly from?: Value
  readonly to: Value
}

/** Sets that are looked at, and facts in one set: what would need more is no advice. */
const most = { sets: 48, facts: 4, depth: 24 } as const

/**
 * The smallest sets of fact changes that give a sentence the wanted truth on the situation's day, fewest first. Every set
 * was tried: with it the sentence has that truth, and without any one of its changes it has not. Empty when the facts
 * that may change cannot do it, `[[]]` when nothing needs to change.
 */
export function flips(
  evaluator: Evaluator,
  sentence: number,
  wanted: boolean,
  situation: Situation,
): readonly (readonly Flip[])[] {
  const isWanted = (truth: Truth) => (wanted ? truth === true : truth === false || truth === null)
  if (isWanted(evaluator.truth(sentence, situation))) return [[]]
  const search: Search = { evaluator, situation, facts: factsByName(evaluator) }
  const holds = (set: readonly Flip[]) =>
    isWanted(evaluator.truth(sentence, evaluator.changed(situation, factsSet(set))))
  const tried = ways(evaluator.form(sentence), wanted, search, 0)
    .filter(set => set.length > 0 && set.length <= most.facts && holds(set))
    .map(set => lessened(set, holds))
  return smallest(tried)
}

/** The facts that a set of changes sets. */
export function factsSet(set: readonly Flip[]): Readonly<Record<FactName, Value>> {
  return Object.fromEntries(set.map(flip => [flip.fact, flip.to]))
}

const namesOf = new WeakMap<Evaluator, ReadonlyMap<FactName, Fact>>()

function factsByName(evaluator: Evaluator): ReadonlyMap<FactName, Fact> {
  const made = namesOf.get(evaluator)
  if (made) return made
  const facts = new Map(withCoreFacts(evaluator.rulebook.facts).map(fact => [fact.name, fact]))
  namesOf.set(evaluator, facts)
  return facts
}

type Ways = readonly (readonly Flip[])[]

const asItIs: Ways = [[]]

function ways(form: Form, wanted: boolean, search: Search, depth: number): Ways {
  if (depth > most.depth) return []
  const truth = truthOfForm(form, search)
  if (truth === wanted) return asItIs
  const inner = (part: Form, wanted: boolean) => ways(part, wanted, search, depth + 1)
  switch (form.is) {
    case 'not':
      return inner(form.of, !wanted)
    case 'and':
    case 'or': {
      const parts = form.of.map(part => inner(part, wanted))
      return (form.is === 'and') === wanted ? together(parts) : either(parts)
    }
    case 'if':
      return either([
        together([inner(form.when, true), inner(form.yes, wanted)]),
        together([inner(form.when, false), inner(form.no, wanted)]),
      ])
    case 'constant':
      return []
    default:
      return either(
        settings(form, wanted, search).map(setting => waysToSet(setting.fact, setting.to, search, depth + 1)),
      )
  }
}

function truthOfForm(form: Form, search: Search): Truth {
  return search.evaluator.ask(form, search.situation) as Truth
}

/**
 * A fact given a value: itself, unless it never changes or is derived. A derived one is reached through what it is derived
 * from where that can be seen (an `if` over values), else it is named itself.
 */
function waysToSet(name: FactName, to: Value, search: Search, depth: number): Ways {
  const fact = search.facts.get(name)
  if (!fact || name === 'on') return []
  const from = search.evaluator.value(name, search.situation)
  const isStated = Object.hasOwn(search.situation.facts, name)
  const derivation = isStated ? undefined : search.evaluator.derivation(name)
  if (derivation) {
    const through = waysToValue(derivation, to, search, depth + 1)
    if (through.length > 0) return through
  }
  if (fact.changes === 'never' || !isReachable(fact, from, to)) return []
  if (fact.changes === 'with-time' && !isLater(from, to)) return []
  return [[from === undefined ? { fact: name, to } : { fact: name, from, to }]]
}

/** Nobody shrinks a firm or founds it anew to be let in: the catalogue says what can be advised. */
function isReachable({ ask, reachable }: Fact, from: Value | undefined, to: Value): boolean {
  if (ask === 'declaration' && to === true) return false
  if (reachable === undefined) return true
  if (typeof reachable !== 'string')
    return reachable.length > 0 && added(from, to).every(each => reachable.includes(each as string))
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

function waysToValue(form: Form, to: Value, search: Search, depth: number): Ways {
  if (depth > most.depth) return []
  if (form.is === 'constant') return form.value === to ? asItIs : []
  if (form.is === 'fact') return waysToSet(form.fact, to, search, depth + 1)
  if (form.is === 'if')
    return either([
      together([ways(form.when, true, search, depth + 1), waysToValue(form.yes, to, search, depth + 1)]),
      together([ways(form.when, false, search, depth + 1), waysToValue(form.no, to, search, depth + 1)]),
    ])
  return typeof to === 'boolean' ? ways(form, to, search, depth + 1) : []
}

function either(alternatives: readonly Ways[]): Ways {
  return fewestFirst(alternatives.flat())
}

/** One way of each, joined; two that set one fact to different values do not go together. */
function together(parts: readonly Ways[]): Ways {
  let joined: Ways = asItIs
  for (const part of parts) {
    joined = fewestFirst(
      joined.flatMap(set =>
        part.flatMap(other => {
          const both = joinTwo(set, other)
          return both && both.length <= most.facts ? [both] : []
        }),
      ),
    )
    if (joined.length === 0) return []
  }
  return joined
}

/** Two sets made into one; undefined when they want one fact to be two things. */
export function joinTwo(a: readonly Flip[], b: readonly Flip[]): readonly Flip[] | undefined {
  const set = [...a]
  for (const flip of b) {
    const same = set.findIndex(each => each.fact === flip.fact)
    if (same === -1) set.push(flip)
    else {
      const to = joinValues(set[same]!, flip)
      if (to === undefined) return undefined
      set[same] = { ...flip, to }
    }
  }
  return set
}

/** Two additions to one list go together; two bounds of a number do when they lie on the same side, the farther one counts. */
function joinValues(a: Flip, b: Flip): Value | undefined {
  if (JSON.stringify(a.to) === JSON.stringify(b.to)) return a.to
  if (Array.isArray(a.to) && Array.isArray(b.to) && (a.from === undefined || Array.isArray(a.from))) {
    const had = (a.from ?? []) as readonly Value[]
    const isAddition = a.to.length >= had.length && b.to.length >= had.length
    const there = new Set((a.to as readonly Value[]).map(each => JSON.stringify(each)))
    const added = (b.to as readonly Value[]).filter(each => !there.has(JSON.stringify(each)))
    return isAddition ? [...a.to, ...added] : undefined
  }
  if (typeof a.to === 'number' && typeof b.to === 'number' && typeof a.from === 'number') {
    if (a.to > a.from && b.to > a.from) return Math.max(a.to, b.to)
    if (a.to < a.from && b.to < a.from) return Math.min(a.to, b.to)
  }
  return undefined
}

function fewestFirst(sets: Ways): Ways {
  return [...sets].sort((a, b) => a.length - b.length).slice(0, most.sets)
}

/** A set without the changes that it does not need. */
function lessened(set: readonly Flip[], holds: (set: readonly Flip[]) => boolean): readonly Flip[] {
  let needed = set
  for (const flip of set) {
    const fewer = needed.filter(each => each !== flip)
    if (fewer.length > 0 && holds(fewer)) needed = fewer
  }
  return needed
}

/** Without repeats, without sets that hold another, and of several steps in one direction the shortest. */
function smallest(sets: Ways): Ways {
  const kept: { set: readonly Flip[]; keys: ReadonlySet<string> }[] = []
  for (const set of fewestFirst(sets)) {
    const keys = new Set(set.map(flip => `${flip.fact}=${JSON.stringify(flip.to)}`))
    const isMore = kept.some(other => [...other.keys].every(key => keys.has(key)))
    const isFarther = sets.some(other => other !== set && goesFarther(set, other))
    if (!isMore && !isFarther) kept.push({ set, keys })
  }
  return kept.map(each => each.set)
}

/** Whether a set changes the same facts as another, no number less far and one farther. */
function goesFarther(set: readonly Flip[], other: readonly Flip[]): boolean {
  if (set.length !== other.length) return false
  let isFarther = false
  for (const flip of set) {
    const near = other.find(each => each.fact === flip.fact)
    if (!near) return false
    if (JSON.stringify(near.to) === JSON.stringify(flip.to)) continue
    const [from, to, nearTo] = [flip.from, flip.to, near.to]
    if (typeof from !== 'number' || typeof to !== 'number' || typeof nearTo !== 'number') return false
    const isBetween = (from < nearTo && nearTo < to) || (to < nearTo && nearTo < from)
    if (!isBetween) return false
    isFarther = true
  }
  return isFarther
}
