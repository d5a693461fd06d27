/** What would have to be otherwise for a programme that shuts a firm out. */
import { addYears } from '@ieum/catalogue/days'
import type { Day, Fact, FactName } from '@ieum/catalogue/records'
import { type Evaluator, type Flip, factsSet, flips, joinTwo, type Situation, turnsOn } from '@ieum/rules'
import type { Line } from './lines.ts'
import type { Change } from './result.ts'

/** Beyond this, waiting is no advice. */
const yearsWorthWaiting = 10
/** Sets that are tried, and sets that are given: nobody reads more. */
const most = { tried: 96, given: 6 }

/** A way to turn one line: facts set otherwise, or nothing but waiting until a day. */
interface Way {
  readonly set: readonly Flip[]
  readonly day?: Day
}

/** The ways found for one firm on one day, each line looked at once however many programmes it shuts. */
export class Changes {
  readonly #evaluator: Evaluator
  readonly #situation: Situation
  readonly #facts: ReadonlyMap<FactName, Fact>
  readonly #ways = new Map<Line, readonly Way[]>()

  constructor(evaluator: Evaluator, situation: Situation, facts: ReadonlyMap<FactName, Fact>) {
    this.#evaluator = evaluator
    this.#situation = situation
    this.#facts = facts
  }

  /**
   * The smallest sets of changes after which none of the lines shuts the firm out, fewest changes first. Each set was tried on
   * all lines, and does not do without any of its changes. Lines that are not known stay so.
   */
  thatOpen(lines: readonly Line[]): Change[][] {
    const shut = lines.filter(line => this.#shuts(line, this.#situation))
    let ways: readonly Way[] = [{ set: [] }]
    for (const line of shut) {
      const further = this.#waysOf(line)
      ways = fewestFirst(ways.flatMap(way => further.flatMap(other => joined(way, other))))
      if (ways.length === 0) return []
    }
    const opening = ways.filter(way => this.#opens(way, lines)).map(way => this.#lessened(way, lines))
    return withoutLarger(opening)
      .slice(0, most.given)
      .map(way => this.#changes(way))
  }

  #waysOf(line: Line): readonly Way[] {
    const known = this.#ways.get(line)
    if (known) return known
    const wanted = !line.isExclusion
    const day = turnsOn(
      this.#evaluator,
      line.sentence!,
      this.#situation,
      addYears(this.#situation.on, yearsWorthWaiting),
      wanted,
    )
    const ways: Way[] = flips(this.#evaluator, line.sentence!, wanted, this.#situation).map(set => ({ set }))
    if (day !== undefined) ways.unshift({ set: [], day })
    this.#ways.set(line, ways)
    return ways
  }

  #opens({ set, day }: Way, lines: readonly Line[]): boolean {
    const then = this.#evaluator.changed(this.#situation, factsSet(set), day)
    return !lines.some(line => this.#shuts(line, then))
  }

  #shuts({ sentence, isExclusion }: Line, situation: Situation): boolean {
    if (sentence === undefined) return false
    const truth = this.#evaluator.truth(sentence, situation)
    return isExclusion ? truth === true : truth === false || truth === null
  }

  /** A way without the changes that the others, or the waiting, make needless. */
  #lessened(way: Way, lines: readonly Line[]): Way {
    let needed = way
    for (const flip of way.set) {
      const fewer = { ...needed, set: needed.set.filter(each => each !== flip) }
      if (this.#opens(fewer, lines)) needed = fewer
    }
    if (needed.day !== undefined && needed.set.length > 0 && this.#opens({ set: needed.set }, lines))
      return { set: needed.set }
    return needed
  }

  #changes({ set, day }: Way): Change[] {
    const { on } = this.#situation
    const waiting: Change[] = day === undefined ? [] : [{ fact: 'on', from: on, to: day, how: 'with-time', on: day }]
    return [
      ...waiting,
      ...set.map(({ fact, from, to }): Change => {
        const how = this.#facts.get(fact)?.changes
        return {
          fact,
          ...(from !== undefined && { from }),
          to,
          how: how === undefined || how === 'never' ? 'by-agency' : how,
        }
      }),
    ]
  }
}

function joined(a: Way, b: Way): Way[] {
  const set = joinTwo(a.set, b.set)
  const day = later(a.day, b.day)
  return set ? [{ set, ...(day !== undefined && { day }) }] : []
}

const later = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a

const size = ({ set, day }: Way): number => set.length + (day === undefined ? 0 : 1)

const fewestFirst = (ways: readonly Way[]): readonly Way[] =>
  [...ways].sort((a, b) => size(a) - size(b)).slice(0, most.tried)

/** Without repeats, and without ways that do all that another does and more. */
function withoutLarger(ways: readonly Way[]): Way[] {
  const kept: { way: Way; parts: ReadonlySet<string> }[] = []
  for (const way of fewestFirst(ways)) {
    const parts = new Set(way.set.map(({ fact, to }) => `${fact}=${JSON.stringify(to)}`))
    if (way.day !== undefined) parts.add('on')
    if (!kept.some(other => [...other.parts].every(part => parts.has(part)))) kept.push({ way, parts })
  }
  return kept.map(({ way }) => way)
}
