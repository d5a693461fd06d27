/**
 * Why a way cannot be gone: the first waypoint that is out of reach, what stands before each programme there, and the single changes
 * (of the firm, of a window, a new link, more time or legs) with which the planner does find a way. Every change was tried.
 */
import { addDays, dayNumber, dayOfNumber, daysBetween } from '@ieum/catalogue/days'
import type { Day, Firm, Link, Value } from '@ieum/catalogue/records'
import { windowDays as windowDaysOf } from '@ieum/catalogue/windows'
import { type Change, changeOf } from '@ieum/matching'
import { criticalDays, type RuledEdition, type RuledProgramme, type Situation, SmallestChanges } from '@ieum/rules'
import { type Gain, gainsOfLegs } from './gains.ts'
import { endOfHorizon } from './horizon.ts'
import { type FollowOn, followOnOf } from './links.ts'
import { type Opening, openingsLeft, openingsOf } from './openings.ts'
import type { Itinerary, Plan, PlanRequest } from './plan.ts'
import { type Planner, plannerOf, usualHorizon, usualMaxLegs } from './planner.ts'
import { prospectOf, rulesOf, type Standpoint, situationWith, standpointOf, waivedRules } from './prospects.ts'
import { isAt } from './waypoint.ts'

/** What stands before one programme. */
export type Hindrance =
  /** Reached, but only after the horizon or with more legs. */
  | { readonly is: 'beyond' }
  /** Its window closes before `ready`, from when on it could be applied for. */
  | { readonly is: 'too late'; readonly closes: Day; readonly ready: Day; readonly days: number }
  /** It may not be held at the same time as a programme in front of it. */
  | { readonly is: 'excluded'; readonly by: string }
  /** Rules that stand against the firm on the day: ids of criteria that are unmet and exclusions that are met. */
  | {
      readonly is: 'shut'
      readonly on: Day
      readonly criteria: readonly string[]
      readonly exclusions: readonly string[]
    }
  | { readonly is: 'used before' }
  /** All that is left is a window that was refused or missed. */
  | { readonly is: 'barred' }
  /** No window within the horizon, announced or forecast; the last before it. */
  | { readonly is: 'no window'; readonly lastClosed?: Day }

export interface Hindered {
  readonly programme: string
  readonly edition: string
  /** All that would have to be otherwise for the firm to come nearest to it. */
  readonly hindrances: readonly Hindrance[]
}

/** One change. */
export type Proposal =
  | { readonly is: 'firm'; readonly changes: readonly Change[] }
  | {
      readonly is: 'window'
      readonly programme: string
      readonly edition: string
      readonly opens: Day
      readonly closes: Day
    }
  /** A link of kind `follow-on`. */
  | { readonly is: 'link'; readonly from: string; readonly to: string }
  | { readonly is: 'legs'; readonly maxLegs: number }
  | { readonly is: 'horizon'; readonly horizon: string }

/** A change with which the planner finds a way to the waypoint. */
export type Remedy = Proposal & {
  /** The day on which the waypoint is then reached. */
  readonly arrives: Day
  /** Whether all the waypoints behind it are then reached as well; left out when there was no time to find out. */
  readonly opensAll?: boolean
}

export interface WhyNot {
  /** Position in `via` of the first waypoint that cannot be reached. */
  readonly waypoint: number
  /** The soonest way to the waypoint before it; null at the first. */
  readonly before: Itinerary | null
  /** What stands before each programme there, the nearest first. */
  readonly hindered: readonly Hindered[]
  /** How many programmes there are at the waypoint. */
  readonly programmes: number
  readonly remedies: readonly Remedy[]
}

const most = { ways: 8, hindered: 12, tried: 16, remedies: 6, sets: 2 } as const
/** A window that a council could ask for. */
const windowDays = 30
const longestHorizon = 'P10Y'
const mostLegs = 8

/** Undefined when there is a way after all, or time was up before that was known. */
export function whyNot(planner: Planner, request: PlanRequest): WhyNot | undefined {
  const { via, timeIsUp = () => false } = request
  let before: Plan | undefined
  let waypoint = 0
  for (; waypoint < via.length; waypoint++) {
    const plan = planner.plan({ ...request, via: via.slice(0, waypoint + 1) })
    if (plan.itineraries.length === 0) {
      if (!plan.complete) return undefined
      break
    }
    before = plan
  }
  if (waypoint === via.length) return undefined
  const ways = before ? before.itineraries.slice(0, most.ways) : [undefined]
  const place = via[waypoint]!
  const look = new Look(planner, request, waypoint)
  const found = planner.rulebook.programmes
    .filter(programme => isAt(programme, { is: 'place', place }))
    .map(programme => look.nearest(programme, ways))
    .sort((a, b) => a.distance - b.distance)
  const remedies: Remedy[] = []
  let tried = 0
  for (const proposal of look.proposals(found)) {
    if (timeIsUp() || remedies.length === most.remedies || tried++ === most.tried) break
    const remedy = look.tried(proposal)
    if (remedy) remedies.push(remedy)
  }
  return {
    waypoint,
    before: ways[0] ?? null,
    hindered: found
      .slice(0, most.hindered)
      .map(({ programme, edition, hindrances }) => ({ programme, edition, hindrances })),
    programmes: found.length,
    remedies,
  }
}

interface Looked extends Hindered {
  /** How far the firm is from it; only the order counts. */
  readonly distance: number
  /** Changes that may open it, not tried yet. */
  readonly proposals: () => readonly Proposal[]
}

/** How far one has come when the waypoint is current. */
interface Stand {
  readonly legs: Itinerary['legs']
  readonly gains: readonly Gain[]
  /** From this day on the waypoint can be reached, and from this one behind a `follow-on`. */
  readonly ready: Day
  readonly decided: Day
  readonly apply: Day
  readonly from?: string
}

class Look {
  readonly #planner: Planner
  readonly #request: PlanRequest
  readonly #waypoint: number
  readonly #standpoint: Standpoint
  readonly #isFollowOn: FollowOn
  readonly #end: Day

  constructor(planner: Planner, request: PlanRequest, waypoint: number) {
    this.#planner = planner
    this.#request = request
    this.#waypoint = waypoint
    this.#standpoint = standpointOf(planner.rulebook, request)
    this.#isFollowOn = followOnOf(planner.rulebook.links)
    this.#end = endOfHorizon(request.on, request.horizon ?? usualHorizon)!
  }

  /** What may open the waypoint, each worked out when it is asked for. */
  *proposals(looked: readonly Looked[]): Generator<Proposal> {
    yield* this.#room()
    for (const { proposals } of looked) yield* proposals()
    yield* this.#ofFact()
  }

  /** The nearest that one comes to a programme, on any of the ways to the waypoint before. */
  nearest(programme: RuledProgramme, ways: readonly (Itinerary | undefined)[]): Looked {
    const { on, barred = [] } = this.#request
    const openings = openingsLeft(programme, dayNumber(on), dayNumber(this.#end), barred)
    if (openings.length === 0) return this.#withoutWindow(programme, ways)
    const looked = ways
      .map(way => this.#standAfter(way))
      .flatMap(stand => openings.map(opening => this.#look(opening, stand)))
    return looked.reduce((best, each) => (each.distance < best.distance ? each : best))
  }

  /** More legs, or a longer time. */
  #room(): readonly Proposal[] {
    const { maxLegs = usualMaxLegs, horizon = usualHorizon, on } = this.#request
    const proposals: Proposal[] = []
    if (maxLegs < mostLegs)
      proposals.push({ is: 'legs', maxLegs: Math.min(mostLegs, Math.max(maxLegs + 1, this.#waypoint + 1)) })
    const longer = endOfHorizon(on, longestHorizon)!
    if (longer > endOfHorizon(on, horizon)!) proposals.push({ is: 'horizon', horizon: longestHorizon })
    return proposals
  }

  /** Changes of the firm with which a `fact:` waypoint is met today. */
  #ofFact(): readonly Proposal[] {
    const text = this.#request.via[this.#waypoint]!
    if (!text.startsWith('fact:')) return []
    const { rulebook } = this.#planner
    const form = this.#request.sentences?.[text]
    const own = rulebook.sentences.findIndex(sentence => sentence.text === text.slice('fact:'.length).trim())
    const sentence = form ? this.#standpoint.evaluator.withSentence(form) : own
    if (sentence < 0) return []
    const situation = this.#standpoint.evaluator.situation(this.#standpoint.firm, this.#request.on)
    return this.#firmChanges(
      new SmallestChanges(this.#standpoint.evaluator, situation).thatGive([{ sentence, wanted: true }]),
      situation,
    )
  }

  tried(proposal: Proposal): Remedy | undefined {
    const { via } = this.#request
    const plan = this.#planWith(proposal, via.slice(0, this.#waypoint + 1))
    const arrives = plan.itineraries[0]?.arrives
    if (arrives === undefined) return undefined
    if (this.#waypoint === via.length - 1) return { ...proposal, arrives, opensAll: true }
    const whole = this.#planWith(proposal, via)
    const isKnown = whole.complete || whole.itineraries.length > 0
    return { ...proposal, arrives, ...(isKnown && { opensAll: whole.itineraries.length > 0 }) }
  }

  #planWith(proposal: Proposal, via: readonly string[]): Plan {
    const request = { ...this.#request, via }
    const { rulebook } = this.#planner
    switch (proposal.is) {
      case 'firm': {
        const set = Object.fromEntries(proposal.changes.map(({ fact, to }) => [fact, to]))
        const firm: Firm = { ...request.firm, facts: { ...this.#standpoint.firm, ...set } }
        return this.#planner.plan({ ...request, firm })
      }
      case 'link': {
        const link: Link = { id: 'proposed', from: { programme: proposal.from }, to: proposal.to, kind: 'follow-on' }
        return plannerOf({ ...rulebook, links: [...rulebook.links, link] }).plan(request)
      }
      case 'window': {
        const { opens, closes } = proposal
        const programmes = rulebook.programmes.map(programme =>
          programme.id === proposal.programme ? withWindow(programme, proposal.edition, { opens, closes }) : programme,
        )
        return plannerOf({ ...rulebook, programmes }).plan(request)
      }
      case 'legs':
        return this.#planner.plan({ ...request, maxLegs: proposal.maxLegs })
      case 'horizon':
        return this.#planner.plan({ ...request, horizon: proposal.horizon })
    }
  }

  #standAfter(way: Itinerary | undefined): Stand {
    const { on, standing = [] } = this.#request
    const legs = way?.legs ?? standing
    const gains = gainsOfLegs(
      legs.map(({ programme, edition, decided, ends, support }) => ({
        programme,
        edition: this.#editionOf(programme, edition),
        decided: dayNumber(decided),
        ends: dayNumber(ends),
        support,
      })),
    )
    const apply = later(on, legs.at(-1)?.apply ?? on)
    if (!way) return { legs, gains, ready: on, decided: on, apply }
    const leg = legs.find(({ reaches }) => reaches === this.#waypoint - 1)
    const ready = leg?.ends ?? way.reached[this.#waypoint - 1]!
    return { legs, gains, ready, decided: leg?.decided ?? ready, apply, ...(leg && { from: leg.programme }) }
  }

  #editionOf(programme: string, edition: string): RuledEdition {
    const { editions } = this.#planner.rulebook.programmes.find(({ id }) => id === programme)!
    return editions.find(each => each.edition === edition)!
  }

  #withoutWindow(programme: RuledProgramme, ways: readonly (Itinerary | undefined)[]): Looked {
    const { on } = this.#request
    const edition = programme.editions.at(-1)!
    const isBarred = openingsOf(programme, dayNumber(on), dayNumber(this.#end)).length > 0
    const closed = edition.windows
      .map(window => windowDaysOf(window, edition).closes)
      .sort()
      .at(-1)
    const stand = this.#standAfter(ways[0])
    const day = later(stand.ready, stand.apply)
    const shutting = this.#shutting(programme, edition, stand, day)
    const missing: Hindrance = isBarred
      ? { is: 'barred' }
      : { is: 'no window', ...(closed !== undefined && closed < on && { lastClosed: closed }) }
    const isAlone = shutting.hindrances.length === 0
    return {
      programme: programme.id,
      edition: edition.edition,
      hindrances: [missing, ...shutting.hindrances],
      distance: 20 + shutting.rules,
      proposals: () => (isAlone ? [this.#window(programme, edition, day)] : []),
    }
  }

  #look({ programme, edition, opens, closes }: Opening, stand: Stand): Looked {
    const { legs, ready, decided, apply, from } = stand
    const last = dayOfNumber(closes)
    const hindrances: Hindrance[] = []
    let distance = 0
    if (!programme.repeatable && legs.some(leg => leg.programme === programme.id)) {
      hindrances.push({ is: 'used before' })
      distance += 15
    }
    const rival = legs.find(leg => leg.ends >= last && this.#excludes(leg.programme, programme, edition))
    if (rival) {
      hindrances.push({ is: 'excluded', by: rival.programme })
      distance += 3
    }
    const isJoined = from !== undefined && this.#isFollowOn(from, programme.id, Math.max(opens, dayNumber(decided)))
    const soonest = later(isJoined ? decided : ready, apply)
    const joining: Proposal[] = []
    if (last < soonest) {
      const days = daysBetween(last, soonest)
      hindrances.push({ is: 'too late', closes: last, ready: soonest, days })
      distance += 1 + days / 366
      if (from !== undefined && !isJoined && last >= later(decided, apply))
        joining.push({ is: 'link', from, to: programme.id })
      joining.push(this.#window(programme, edition, soonest))
    }
    const shutting = this.#leastShutting(programme, edition, stand, later(dayOfNumber(opens), soonest), last)
    hindrances.push(...shutting.hindrances)
    // No single change does away with two of them.
    const [first, second] = hindrances
    const proposals = () => (second ? [] : first?.is === 'shut' ? shutting.proposals() : joining)
    return {
      programme: programme.id,
      edition: edition.edition,
      hindrances: first ? hindrances : [{ is: 'beyond' }],
      distance: distance + shutting.rules,
      proposals,
    }
  }

  #excludes(held: string, programme: RuledProgramme, edition: RuledEdition): boolean {
    const other = this.#planner.rulebook.programmes.find(({ id }) => id === held)
    return (
      (edition.excludes?.includes(held) ?? false) ||
      (other?.editions.some(each => each.excludes?.includes(programme.id)) ?? false)
    )
  }

  /** The same on the first of the days until another on which the fewest rules stand against the firm. */
  #leastShutting(programme: RuledProgramme, edition: RuledEdition, stand: Stand, from: Day, until: Day) {
    const { evaluator } = this.#standpoint
    const [first, last] = [dayNumber(from), dayNumber(until)]
    const held = stand.gains.filter(({ day }) => day <= first)
    const situation = situationWith(this.#standpoint, held, first)
    const turns = rulesOf(edition).flatMap(({ rule: { sentence } }) =>
      sentence === undefined ? [] : criticalDays(evaluator, evaluator.form(sentence), situation, until),
    )
    const days = [...turns, ...stand.gains.map(({ day }) => day)].filter(day => day > first && day <= last)
    return [first, ...[...new Set(days)].sort((a, b) => a - b)]
      .map(day => this.#shutting(programme, edition, stand, dayOfNumber(day)))
      .reduce((least, each) => (each.rules < least.rules ? each : least))
  }

  /** The rules that stand against the firm on a day, and the changes that would do away with them. */
  #shutting(programme: RuledProgramme, edition: RuledEdition, { gains }: Stand, on: Day) {
    const { evaluator } = this.#standpoint
    const day = dayNumber(on)
    const held = gains.filter(gain => gain.day <= day)
    const situation = situationWith(this.#standpoint, held, day)
    const { unmet, barring } = prospectOf(this.#standpoint, programme, edition, held, day, situation)
    const rules = unmet.length + barring.length
    const proposals = () => {
      const waived = waivedRules(this.#standpoint, programme, held, day)
      const wants = [...edition.criteria, ...edition.exclusions].flatMap(({ id, sentence }, index) =>
        sentence === undefined || waived.has(id)
          ? []
          : [{ sentence, wanted: index < edition.criteria.length, orUnknown: true as const }],
      )
      return this.#firmChanges(new SmallestChanges(evaluator, situation).thatGive(wants), situation)
    }
    const hindrances: Hindrance[] = rules === 0 ? [] : [{ is: 'shut', on, criteria: unmet, exclusions: barring }]
    return { hindrances, rules, proposals }
  }

  /** Changes of the firm as it is, though they were found for the firm with what the way brings. */
  #firmChanges(sets: ReturnType<SmallestChanges['thatGive']>, { facts }: Situation): readonly Proposal[] {
    return sets.slice(0, most.sets).map(set => ({
      is: 'firm',
      changes: set.map(({ fact, to }) => {
        const from = this.#standpoint.firm[fact]
        const own = Array.isArray(to) ? changedAlike(from, facts[fact], to) : to
        return changeOf({ fact, from, to: own }, this.#standpoint.facts)
      }),
    }))
  }

  #window(programme: RuledProgramme, edition: RuledEdition, opens: Day): Proposal {
    return {
      is: 'window',
      programme: programme.id,
      edition: edition.edition,
      opens,
      closes: addDays(opens, windowDays),
    }
  }
}

function withWindow(programme: RuledProgramme, name: string, window: { opens: Day; closes: Day }): RuledProgramme {
  const editions = programme.editions.map(edition => {
    if (edition.edition !== name) return edition
    // A day printed for the windows there were says nothing of this one.
    const { decision, ...rest } = edition
    const days = decision?.days
    return { ...rest, windows: [...edition.windows, window], ...(days !== undefined && { decision: { days } }) }
  })
  return { ...programme, editions }
}

/** A list changed as another was: the same items added, the same left out. */
function changedAlike(own: Value | undefined, before: Value | undefined, after: readonly Value[]): readonly Value[] {
  const has = (list: Value | undefined, item: Value) =>
    Array.isArray(list) && list.some(each => JSON.stringify(each) === JSON.stringify(item))
  const kept = (Array.isArray(own) ? (own as readonly Value[]) : []).filter(
    item => !has(before, item) || has(after, item),
  )
  return [...kept, ...after.filter(item => !has(before, item))]
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
