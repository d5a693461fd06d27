/**
 * The contract's section Planning, sentence by sentence, by trying everything: every sequence of windows, every day of each.
 * Slow on purpose, and written apart from the planner so that the two can be held against each other.
 */
import { addDays, addMonths, addYears } from '@ieum/catalogue/days'
import type { Day, Firm, Link, Value } from '@ieum/catalogue/records'
import { decidedBy, shiftYears, type WindowDays, windowDays } from '@ieum/catalogue/windows'
import { type Evaluator, evaluatorOf, type Form, type Rule, type Rulebook, type RuledEdition } from '@ieum/rules'
import type { Leg } from '../plan.ts'

type Programme = Rulebook['programmes'][number]

interface Chance {
  readonly programme: Programme
  readonly edition: RuledEdition
  readonly window: WindowDays
  readonly by: Day | undefined
  readonly forecast: boolean
}

interface BruteLeg extends Chance {
  readonly apply: Day
  readonly decided: Day
  readonly ends: Day
  /** Its support, as it was when it was applied for. */
  readonly support: number
}

export interface BruteItinerary {
  readonly arrives: Day
  readonly support: number
  readonly ownCost: number
  readonly unknowns: number
  readonly legs: readonly BruteLeg[]
}

export interface BruteRequest {
  readonly firm: Firm
  readonly on: Day
  readonly via: readonly (string | Form)[]
  readonly end: Day
  readonly maxLegs: number
  /** Legs that stand, in the order of their apply days; none of them later than `on`. */
  readonly standing?: readonly Leg[]
}

interface Standing {
  readonly stopped: boolean
  readonly met: readonly boolean[]
  readonly unknown: readonly string[]
  readonly support: number
  readonly ownCost: number
}

export function byBruteForce(
  rulebook: Rulebook,
  { firm, on, via, end, maxLegs, standing: stood = [] }: BruteRequest,
): BruteItinerary[] {
  const evaluator = evaluatorOf(rulebook)
  const waypoints = via.map(waypoint => (typeof waypoint === 'string' ? waypoint : evaluator.withSentence(waypoint)))
  const known = new Map<string, Standing>()
  const chances = rulebook.programmes.flatMap(programme => chancesOf(programme, end))
  const found: BruteItinerary[] = []

  /** What stands was applied for before, and is read from then on. */
  const start = [on, ...stood.map(({ apply }) => apply)].sort()[0]!
  const factsOn = (legs: readonly BruteLeg[], day: Day) => factsAfter(rulebook, firm, start, legs, day)

  function standing(legs: readonly BruteLeg[], { programme, edition }: Chance, day: Day): Standing {
    const key = `${programme.id} ${edition.edition} ${day} ${heldBy(legs, day).map(held => Object.values(held).join(' '))}`
    const made = known.get(key) ?? standingOf(rulebook, evaluator, firm, factsOn(legs, day), programme, edition, day)
    known.set(key, made)
    return made
  }

  /** The earliest day on which a window can be applied for behind some legs, and which suits. */
  function applyDay(legs: readonly BruteLeg[], chance: Chance, suits: (day: Day) => boolean): Day | undefined {
    const { opens, closes } = chance.window
    for (
      let day = [opens, on, legs.at(-1)?.apply ?? on].sort().at(-1)!;
      day <= closes && day <= end;
      day = addDays(day, 1)
    ) {
      const { decided, ends } = datesOf(chance, day)
      const leg = { ...chance, apply: day, decided, ends, support: 0 }
      if (!suits(day) || legs.some(other => shutOut(leg, other)) || standing(legs, chance, day).stopped) continue
      return day
    }
    return undefined
  }

  function firstDayOf(sentence: number, legs: readonly BruteLeg[], from: Day): Day | undefined {
    for (let day = from; day <= end; day = addDays(day, 1))
      if (evaluator.truth(sentence, evaluator.situation(factsOn(legs, day), day)) === true) return day
    return undefined
  }

  /** Reads the legs in order: the day of each waypoint reached, and from when the current one can be. */
  function readLegs(legs: readonly BruteLeg[]) {
    const days: Day[] = []
    let next = 0
    let suits = (_programme: string, apply: Day): boolean => apply >= start
    let ready = start
    for (const waypoint of waypoints) {
      if (typeof waypoint === 'number') {
        const day = firstDayOf(waypoint, legs, ready)
        if (day === undefined) break
        days.push(day)
        ready = day
        suits = (_programme, apply) => apply >= day
        continue
      }
      const at = legs.findIndex(
        ({ programme, apply }, index) => index >= next && isAt(programme, waypoint) && suits(programme.id, apply),
      )
      const leg = legs[at]
      if (!leg) break
      days.push(leg.decided)
      next = at + 1
      ready = leg.ends
      suits = (programme, apply) =>
        apply >= leg.ends || (apply >= leg.decided && followsOn(rulebook.links, leg.programme.id, programme, apply))
    }
    return { days, suits, current: waypoints[days.length] }
  }

  const reachesAll = (legs: readonly BruteLeg[]) => readLegs(legs).days.length === waypoints.length

  function isLean(legs: readonly BruteLeg[]): boolean {
    return legs.every((leg, at) => {
      if (at < stood.length) return true
      const others = legs.filter(other => other !== leg)
      if (!reachesAll(others)) return true
      return legs.some((later, index) => {
        if (index <= at) return false
        const before = legs.slice(0, index)
        const withLeg = standing(before, later, later.apply).met
        const without = standing(
          before.filter(other => other !== leg),
          later,
          later.apply,
        ).met
        return withLeg.some((met, rule) => met && !without[rule])
      })
    })
  }

  function extend(legs: readonly BruteLeg[]): void {
    const { days, suits, current } = readLegs(legs)
    if (days.length === waypoints.length && days.at(-1)! <= end && isLean(legs)) {
      const each = legs.map((leg, at) => recorded(stood[at]) ?? standing(legs.slice(0, at), leg, leg.apply))
      found.push({
        arrives: days.at(-1)!,
        support: each.reduce((sum, { support }) => sum + support, 0),
        ownCost: each.reduce((sum, { ownCost }) => sum + ownCost, 0),
        unknowns: new Set(each.flatMap(({ unknown }) => unknown)).size,
        legs,
      })
    }
    if (legs.length === maxLegs) return
    for (const chance of chances) {
      const { programme } = chance
      if (!programme.repeatable && legs.some(leg => leg.programme === programme)) continue
      const early = applyDay(legs, chance, () => true)
      const isCurrent = typeof current === 'string' && isAt(programme, current)
      const reaching = isCurrent ? applyDay(legs, chance, day => suits(programme.id, day)) : undefined
      for (const apply of new Set([early, reaching]))
        if (apply !== undefined) {
          const { support } = standing(legs, chance, apply)
          extend([...legs, { ...chance, apply, ...datesOf(chance, apply), support }])
        }
    }
  }

  extend(stood.map(leg => bruteLeg(rulebook, leg)))
  return paretoSet(found)
}

/** What a leg that stands gives, costs and assumes does not change any more. */
const recorded = (leg: Leg | undefined) => leg && { ...leg, unknown: leg.assumes.flatMap(({ facts }) => facts) }

function bruteLeg({ programmes }: Rulebook, leg: Leg): BruteLeg {
  const programme = programmes.find(({ id }) => id === leg.programme)!
  const edition = programme.editions.find(({ edition }) => edition === leg.edition)!
  const { window, forecast, apply, decided, ends, support } = leg
  return { programme, edition, window, by: undefined, forecast, apply, decided, ends, support }
}

const isAt = ({ id, stages }: Programme, waypoint: string) => id === waypoint || stages.includes(waypoint)

function chancesOf(programme: Programme, end: Day): Chance[] {
  const announced = programme.editions.flatMap(edition =>
    edition.windows.map(window => ({
      programme,
      edition,
      window: windowDays(window, edition),
      by: decidedBy(edition.decision),
      forecast: false,
    })),
  )
  if (programme.recurs !== 'yearly') return announced
  const lastOpening = announced
    .map(({ window }) => window.opens)
    .sort()
    .at(-1)
  const last = announced.findLast(({ window }) => window.opens === lastOpening)?.edition
  const forecast: Chance[] = []
  for (const chance of announced.filter(({ edition }) => edition === last))
    for (let years = 1; shiftYears(chance.window, years).opens <= end; years++)
      forecast.push({
        ...chance,
        window: shiftYears(chance.window, years),
        by: chance.by === undefined ? undefined : addYears(chance.by, years),
        forecast: true,
      })
  return [...announced, ...forecast]
}

function datesOf({ edition, window, by }: Chance, apply: Day): { decided: Day; ends: Day } {
  const days = edition.decision?.days ?? 60
  const decided = by !== undefined ? (by > apply ? by : apply) : addDays(window.rolling ? apply : window.closes, days)
  return { decided, ends: addMonths(decided, edition.months ?? 0) }
}

/** Two programmes of which one names the other do not overlap in [apply, ends]. */
function shutOut(a: BruteLeg, b: BruteLeg): boolean {
  const isNamed = a.edition.excludes?.includes(b.programme.id) || b.edition.excludes?.includes(a.programme.id)
  return (isNamed ?? false) && a.apply <= b.ends && b.apply <= a.ends
}

const inForce = ({ valid }: Link, day: Day) => (valid?.from ?? day) <= day && day <= (valid?.to ?? day)

const followsOn = (links: readonly Link[], from: string, to: string, day: Day) =>
  links.some(link => link.kind === 'follow-on' && link.from.programme === from && link.to === to && inForce(link, day))

/** What the legs have brought by a day, in the order of the days. */
function heldBy(legs: readonly BruteLeg[], day: Day) {
  return legs
    .flatMap(({ programme, edition, decided, ends, support }) => {
      const own = { programme: programme.id, edition: edition.edition, role: 'lead' }
      return [
        { ...own, outcome: 'selected' as const, on: decided, granted: support },
        { ...own, outcome: 'completed' as const, on: ends, granted: 0 },
      ]
    })
    .filter(({ on }) => on <= day)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The firm's facts on a day, with what the legs have brought by then. */
function factsAfter(
  rulebook: Rulebook,
  firm: Firm,
  start: Day,
  legs: readonly BruteLeg[],
  day: Day,
): Record<string, Value> {
  const facts: Record<string, Value> = { stated_on: start, ...firm.facts }
  // A list that was never asked may hold anything besides: items that are not known.
  const itemsOf = (value: Value | undefined, unknown: unknown = undefined) =>
    value === undefined ? new Array(8).fill(unknown) : ((value ?? []) as Value[])
  for (const record of heldBy(legs, day)) {
    facts.participations = [...itemsOf(facts.participations, {}), record]
    const programme = rulebook.programmes.find(({ id }) => id === record.programme)!
    const { effects } = programme.editions.find(({ edition }) => edition === record.edition)!
    for (const effect of effects ?? []) {
      if (effect.on !== record.outcome) continue
      const isList = rulebook.facts.find(({ name }) => name === effect.fact)?.type === 'list'
      if (!isList) facts[effect.fact] = effect.value
      else if (!itemsOf(facts[effect.fact]).includes(effect.value))
        facts[effect.fact] = [...itemsOf(facts[effect.fact]), effect.value]
    }
  }
  return facts
}

function standingOf(
  rulebook: Rulebook,
  evaluator: Evaluator,
  firm: Firm,
  facts: Record<string, Value>,
  programme: Programme,
  edition: RuledEdition,
  day: Day,
): Standing {
  const situation = evaluator.situation(facts, day)
  const truth = ({ sentence }: { sentence?: number }) =>
    sentence === undefined ? undefined : evaluator.truth(sentence, situation)
  const held = ((facts.participations ?? []) as ({ programme: string; outcome: string } | undefined)[]).filter(
    each => each !== undefined,
  )
  const waived = rulebook.links
    .filter(({ to, from, waives }) => {
      const outcomes = from.outcome === 'completed' ? ['completed'] : ['selected', 'completed']
      return (
        to === programme.id &&
        waives &&
        held.some(each => each.programme === from.programme && outcomes.includes(each.outcome))
      )
    })
    .filter(link => inForce(link, day))
    .flatMap(({ waives }) => waives ?? [])

  const isWaived = (rule: Rule) => waived.includes(rule.id)
  const criteria = edition.criteria.map(rule => (isWaived(rule) ? true : truth(rule)))
  const exclusions = edition.exclusions.map(rule => (isWaived(rule) ? false : truth(rule)))
  const unknownRules = [
    ...edition.criteria.filter((rule, at) => !isWaived(rule) && criteria[at] === undefined),
    ...edition.exclusions.filter((_, at) => exclusions[at] === undefined),
  ]
  const unknown = unknownRules.flatMap(({ sentence }) => {
    if (sentence === undefined) return []
    const { missing } = evaluator.proof(sentence, situation)
    const openLists = evaluator
      .factsOf(sentence)
      .filter(fact => firm.facts[fact] === undefined && Array.isArray(facts[fact]))
    const isDerived = (name: string) => rulebook.derived.some(({ fact }) => fact === name)
    return openLists.length === 0 ? missing : [...missing.filter(name => !isDerived(name)), ...openLists]
  })

  const { max, rate } = edition.support ?? {}
  const banded =
    typeof max === 'object'
      ? (max.find(band => band.sentence === undefined || truth(band) === true)?.max ?? 0)
      : (max ?? 0)
  const leaves = (edition.caps ?? [])
    .filter(({ rule }) => !waived.includes(rule))
    .map(({ left }) => evaluator.ask(evaluator.form(left), situation))
  const given = Math.min(banded, ...leaves.flatMap(left => (typeof left === 'number' ? Math.floor(left) : [])))
  const support = given < 0 ? 0 : given
  const share =
    typeof rate === 'object' ? rate.find(band => band.sentence === undefined || truth(band) === true)?.rate : rate
  return {
    stopped: criteria.some(is => is === false || is === null) || exclusions.some(is => is === true),
    met: [...criteria.map(is => is === true), ...exclusions.map(is => is !== true)],
    unknown,
    support,
    ownCost: share ? Math.round(support / share) - support : 0,
  }
}

function paretoSet(found: readonly BruteItinerary[]): BruteItinerary[] {
  const measures = ({ arrives, support, ownCost, unknowns, legs }: BruteItinerary) =>
    [Number(arrives.replaceAll('-', '')), -support, ownCost, unknowns, legs.length] as const
  const noWorse = (a: BruteItinerary, b: BruteItinerary) =>
    measures(a).every((measure, at) => measure <= measures(b)[at]!)
  const sequence = ({ legs }: BruteItinerary) =>
    JSON.stringify([
      legs.map(({ programme }) => programme.id),
      legs.map(({ apply }) => apply),
      legs.map(({ edition }) => edition.edition),
      legs.map(({ decided }) => decided),
    ])
  return found.filter((mine, at) =>
    found.every((other, index) => {
      if (index === at || !noWorse(other, mine)) return true
      if (!noWorse(mine, other)) return false
      return sequence(mine) === sequence(other) ? at < index : sequence(mine) < sequence(other)
    }),
  )
}
