import { isDay as isDayText } from '@ieum/catalogue/days'
import type { Day, FactName, Value } from '@ieum/catalogue/records'
import { fewest, repairs } from './changes/repairs.ts'
import {
  factsByName,
  isSame,
  itemsOf,
  type Scope,
  type Setting,
  Standing,
  settableFacts,
  textOf,
  valueAtStart,
} from './changes/standing.ts'
import type { Evaluator, Situation } from './evaluator.ts'
import type { Truth } from './truth.ts'

/** One fact that would have to be otherwise. Without `from` it is not known now. Of the fact `on` it is a day to wait for. */
export interface Flip {
  readonly fact: FactName
  readonly from?: Value
  readonly to: Value
}

/** A truth that a sentence should have. */
export interface Want {
  readonly sentence: number
  readonly wanted: boolean
  /** Whether not known is good enough. */
  readonly orUnknown?: true
}

export interface Bounds {
  /** The last day that is worth waiting for; nothing is waited for without it. */
  readonly until?: Day
  /** Facts that wait for an answer: they may get any value, and no other is touched. Every fact that can change when left out. */
  readonly answers?: ReadonlySet<FactName>
}

/** Firms that are looked at for one question; sets of facts after which larger sets are not looked for; sets that are given. */
const most = { tried: 256, facts: 8, given: 24 } as const

/**
 * Looks for the smallest sets of fact changes. A firm is changed step by step: of the sentences that do not have their truth the one
 * with the fewest ways to mend it is taken, and each way is gone on with, so that what mending one sentence breaks in another is
 * seen and mended in turn. Keep it for all questions about one firm on one day: what is found out for one serves the next.
 */
export class SmallestChanges {
  readonly #evaluator: Evaluator
  readonly #start: Standing
  readonly #repairs = new Map<Standing, Map<string, readonly Setting[]>>()

  constructor(evaluator: Evaluator, situation: Situation, { until, answers }: Bounds = {}) {
    const scope: Scope = {
      evaluator,
      start: situation,
      facts: factsByName(evaluator),
      settable: answers ?? settableFacts(evaluator),
      isAnswering: answers !== undefined,
      ...(until !== undefined && { until }),
    }
    this.#evaluator = evaluator
    this.#start = Standing.atStart(scope)
  }

  /**
   * Sets of changes with each of which all sentences have the wanted truth, fewest changes first. Every set was tried: it does
   * not do without any one of its changes, and no set changes all the facts of another and more. Empty when no change can do it,
   * `[[]]` when nothing needs to change.
   */
  thatGive(wants: readonly Want[]): readonly (readonly Flip[])[] {
    const found: Standing[] = []
    const factSets = new Set<string>()
    const seen = new Set([this.#start])
    const frontier = new Frontier()
    frontier.add(this.#start, this.#wrong(wants, this.#start).length)
    for (let tried = 0; tried < most.tried; tried++) {
      const standing = frontier.take(factSets.size < most.facts ? Number.POSITIVE_INFINITY : largest(found))
      if (!standing) break
      if (found.some(other => isLarger(standing, other))) continue
      const wrong = this.#wrong(wants, standing)
      if (wrong.length === 0) {
        const needed = this.#lessened(standing, wants)
        found.push(needed)
        factSets.add([...needed.set.keys()].sort().join())
        continue
      }
      if (wrong.some(want => this.#isBeyond(want, standing))) continue
      for (const setting of fewest(wrong.map(want => () => this.#waysToMend(want, standing)))) {
        const next = standing.after(setting)
        if (seen.has(next)) continue
        seen.add(next)
        frontier.add(next, this.#wrong(wants, next).length)
      }
    }
    return smallest(found)
      .slice(0, most.given)
      .map(standing => this.#flips(standing))
  }

  #wrong(wants: readonly Want[], standing: Standing): readonly Want[] {
    return wants.filter(want => !this.#isGiven(want, standing))
  }

  #isGiven({ sentence, wanted, orUnknown }: Want, standing: Standing): boolean {
    const truth: Truth = this.#evaluator.truth(sentence, standing.situation)
    if (truth === undefined) return orUnknown === true
    return (truth === true) === wanted
  }

  /** Whether it is known already that nothing mends a sentence. */
  #isBeyond({ sentence, wanted }: Want, standing: Standing): boolean {
    return this.#repairs.get(standing)?.get(`${sentence} ${wanted}`)?.length === 0
  }

  #waysToMend({ sentence, wanted }: Want, standing: Standing): readonly Setting[] {
    const known = this.#repairs.get(standing) ?? new Map<string, readonly Setting[]>()
    this.#repairs.set(standing, known)
    const key = `${sentence} ${wanted}`
    const made = known.get(key)
    if (made) return made
    const ways = repairs(this.#evaluator.form(sentence), wanted, standing)
    known.set(key, ways)
    return ways
  }

  /** Without the changes, and the items of lists, that it does not need. */
  #lessened(standing: Standing, wants: readonly Want[]): Standing {
    let needed = standing
    const tryFewer = (fewer: Standing) => {
      if (this.#wrong(wants, fewer).length === 0) needed = fewer
    }
    for (const fact of standing.set.keys()) tryFewer(needed.without(fact))
    for (const [fact, to] of needed.set)
      for (const fewer of listsBetween(this.#itemsAtStart(fact), to)) {
        const kept = needed.set.get(fact)
        if (Array.isArray(kept) && kept.length > fewer.length) tryFewer(needed.after({ fact, to: fewer }))
      }
    return needed
  }

  /** As the evaluator reads them: so do all lists that are tried. */
  #itemsAtStart(fact: FactName): readonly Value[] {
    return itemsOf({ is: 'fact', fact }, this.#start) ?? []
  }

  /** What the firm has said already stays as it said it, fields that nothing reads included. */
  #asStated(fact: FactName, from: Value | undefined, to: Value): Value {
    if (!Array.isArray(from) || !Array.isArray(to)) return to
    const before: (Value | undefined)[] = [...this.#itemsAtStart(fact)]
    return (to as readonly Value[]).map(each => {
      const at = before.findIndex(old => isSame(old, each))
      if (at === -1) return each
      before[at] = undefined
      return (from as readonly Value[])[at]!
    })
  }

  #flips({ scope, set }: Standing): Flip[] {
    const flip = (fact: FactName, changed: Value): Flip => {
      const from = valueAtStart(fact, scope)
      const to = this.#asStated(fact, from, changed)
      return from === undefined ? { fact, to } : { fact, from, to }
    }
    const inOrder = set.size < 2 ? set.keys() : scope.facts.keys()
    const flips = [...inOrder].flatMap(fact => (fact !== 'on' && set.has(fact) ? [flip(fact, set.get(fact)!)] : []))
    const day = set.get('on')
    return day === undefined ? flips : [flip('on', day), ...flips]
  }
}

/** Standings to look at: those first that have few changes and leave little to mend. */
class Frontier {
  readonly #waiting: Standing[][] = []

  add(standing: Standing, wrong: number): void {
    const cost = standing.set.size + wrong
    this.#waiting[cost] ??= []
    this.#waiting[cost].push(standing)
  }

  /** The next one; undefined when all that wait have more changes, with what they leave to mend, than `size`, or none waits. */
  take(size: number): Standing | undefined {
    for (let cost = 0; cost < this.#waiting.length && cost <= size; cost++) {
      const next = this.#waiting[cost]?.shift()
      if (next) return next
    }
    return undefined
  }
}

const largest = (found: readonly Standing[]): number => Math.max(...found.map(({ set }) => set.size))

/** Whether a standing changes all the facts that another changes, and more. */
function isLarger(standing: Standing, other: Standing): boolean {
  return standing.set.size > other.set.size && [...other.set.keys()].every(fact => standing.set.has(fact))
}

/** Without repeats, without sets that hold another, and of several steps in one direction the shortest. */
function smallest(found: readonly Standing[]): readonly Standing[] {
  const first = new Map<string, Standing>()
  for (const standing of found) {
    const key = keyOf(standing)
    if (!first.has(key)) first.set(key, standing)
  }
  const each = [...first.values()].sort((a, b) => a.set.size - b.set.size)
  return each.filter(standing => !each.some(other => isLarger(standing, other) || goesFarther(standing, other)))
}

/** Of the numbers and days that one which is not known might turn out to be, the first that was found is enough. */
function keyOf({ set, scope }: Standing): string {
  return [...set]
    .map(([fact, to]) => {
      const isAnyOfMany = valueAtStart(fact, scope) === undefined && (typeof to === 'number' || isDay(to))
      return isAnyOfMany ? fact : `${fact}=${textOf(to)}`
    })
    .sort()
    .join()
}

/** Whether a standing sets the same facts as another, none less far and one farther. */
function goesFarther(standing: Standing, other: Standing): boolean {
  if (standing === other || standing.set.size !== other.set.size) return false
  for (const [fact, to] of standing.set) {
    const near = other.set.get(fact)
    if (near === undefined) return false
    if (!isSame(near, to) && !isBetween(valueAtStart(fact, standing.scope), near, to)) return false
  }
  return true
}

function isBetween(from: Value | undefined, near: Value, to: Value): boolean {
  if (Array.isArray(to) && Array.isArray(near)) {
    const [whole, part] = [differences(from, to), differences(from, near)]
    return part.size < whole.size && [...part].every(each => whole.has(each))
  }
  if (typeof from !== typeof to || typeof near !== typeof to || (typeof to !== 'number' && !isDay(to))) return false
  return (from! < near! && near! < to!) || (to! < near! && near! < from!)
}

const isDay = (value: Value): boolean => typeof value === 'string' && isDayText(value)

/** What one list has and the other has not, either way. */
function differences(before: Value | undefined, after: readonly Value[]): ReadonlySet<string> {
  const different = new Set(after.map(textOf))
  for (const each of Array.isArray(before) ? before : []) {
    const text = textOf(each as Value)
    if (!different.delete(text)) different.add(text)
  }
  return different
}

/** A list that gained several items, without one of them. */
function listsBetween(before: readonly Value[], to: Value): readonly (readonly Value[])[] {
  if (!Array.isArray(to)) return []
  const added = to.filter(each => !before.some(old => isSame(old, each)))
  return added.length < 2 ? [] : added.map(each => to.filter(item => item !== each))
}
