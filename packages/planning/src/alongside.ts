/**
 * What else could be used on the way: programmes that delay no leg of an itinerary and shut none out. Each by itself; two of them may
 * exclude each other.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import { criticalDays, type Rulebook, type RuledEdition, type RuledProgramme } from '@ieum/rules'
import { type Gain, gainsOfLegs } from './gains.ts'
import { decidedOn, endsOn, type Opening, openingsLeft } from './openings.ts'
import type { Itinerary, Leg, PlanRequest } from './plan.ts'
import { type Prospect, prospectOf, type Standpoint, situationWith, standpointOf } from './prospects.ts'
import { sentencesOf } from './ties.ts'

export type Companion = Pick<
  Leg,
  'programme' | 'edition' | 'apply' | 'decided' | 'ends' | 'forecast' | 'support' | 'ownCost' | 'assumes'
>

/** Looks for several itineraries of one firm. */
export function companionsFor(
  rulebook: Rulebook,
  request: Pick<PlanRequest, 'firm' | 'on' | 'standing' | 'barred' | 'timeIsUp'>,
): (itinerary: Itinerary, most?: number) => readonly Companion[] {
  const { on, barred = [], timeIsUp = () => false } = request
  const standpoint = standpointOf(rulebook, request)
  const from = dayNumber(on)
  /** The programmes with the most support first, then those that are open soonest; `most` of them. */
  return (itinerary, most = 10) => {
    const journey = new Journey(rulebook, standpoint, itinerary.legs)
    const until = dayNumber(itinerary.arrives)
    const used = new Set(itinerary.legs.map(({ programme }) => programme))
    const found: Companion[] = []
    for (const programme of rulebook.programmes) {
      if (timeIsUp()) break
      if (used.has(programme.id)) continue
      for (const opening of openingsLeft(programme, from, until, barred)) {
        const companion = journey.with(opening, Math.max(opening.opens, from), Math.min(opening.closes, until))
        if (!companion) continue
        found.push(companion)
        break
      }
    }
    return found
      .sort((a, b) => b.support - a.support || (a.apply < b.apply ? -1 : a.apply > b.apply ? 1 : 0))
      .slice(0, most)
  }
}

interface Known {
  readonly leg: Leg
  readonly programme: RuledProgramme
  readonly edition: RuledEdition
}

/** What legs bring, each decided on the day given for it. */
function gainsWhere(legs: readonly Known[], decidedOn: (leg: Leg) => DayNumber): readonly Gain[] {
  return gainsOfLegs(
    legs.map(({ leg, programme, edition }) => ({
      programme: programme.id,
      edition,
      decided: decidedOn(leg),
      ends: dayNumber(leg.ends),
      support: leg.support,
    })),
  )
}

/** The legs of an itinerary with what they bring, and how each stands without anything beside it. */
class Journey {
  readonly #standpoint: Standpoint
  readonly #legs: readonly (Known & { readonly alone: Prospect })[]
  readonly #gains: readonly Gain[]

  constructor(rulebook: Rulebook, standpoint: Standpoint, legs: readonly Leg[]) {
    this.#standpoint = standpoint
    const known = legs.map(leg => {
      const programme = rulebook.programmes.find(({ id }) => id === leg.programme)!
      return { leg, programme, edition: programme.editions.find(({ edition }) => edition === leg.edition)! }
    })
    this.#gains = gainsWhere(known, ({ decided }) => dayNumber(decided))
    this.#legs = known.map(each => ({
      ...each,
      alone: this.#prospect(each.programme, each.edition, dayNumber(each.leg.apply), this.#gains),
    }))
  }

  /** The first day on which an opening can be used without harm. */
  with(opening: Opening, from: DayNumber, until: DayNumber): Companion | undefined {
    const { programme, edition } = opening
    for (const day of this.#daysToTry(edition, from, until)) {
      const prospect = this.#surely(programme, edition, day)
      if (!prospect) continue
      const decided = decidedOn(opening, day)
      const ends = endsOn(opening, decided)
      // What it brings may be decided before a leg behind it is, or after: it must do no harm either way.
      const isHarmful = [day, decided].some(from => this.#harms(opening, from, ends, prospect.support))
      if (this.#isExcluded(programme, edition, day, ends) || isHarmful) continue
      return {
        programme: programme.id,
        edition: edition.edition,
        forecast: opening.forecast,
        apply: dayOfNumber(day),
        decided: dayOfNumber(decided),
        ends: dayOfNumber(ends),
        support: prospect.support,
        ownCost: prospect.ownCost,
        assumes: prospect.assumes,
      }
    }
    return undefined
  }

  /**
   * How an application would stand, whether the legs that were applied for by then are decided first or it is itself: the one in which
   * it gets less. Undefined where it is shut in one of them.
   */
  #surely(programme: RuledProgramme, edition: RuledEdition, day: DayNumber): Prospect | undefined {
    const asDecided = gainsWhere(this.#legs, ({ apply, decided }) =>
      dayNumber(apply) <= day ? day : dayNumber(decided),
    )
    const prospects = [this.#gains, asDecided].map(gains => this.#prospect(programme, edition, day, gains))
    if (!prospects.every(({ isOpen }) => isOpen)) return undefined
    return prospects.reduce((a, b) => (b.support < a.support ? b : a))
  }

  /** The first day, those on which a leg brings something, and those on which time turns what is asked. */
  #daysToTry(edition: RuledEdition, from: DayNumber, until: DayNumber): readonly DayNumber[] {
    const { evaluator } = this.#standpoint
    const situation = situationWith(this.#standpoint, [], from)
    const days = new Set([from, ...this.#gains.map(({ day }) => day)])
    for (const sentence of sentencesOf(edition))
      for (const day of criticalDays(evaluator, evaluator.form(sentence), situation, dayOfNumber(until))) days.add(day)
    return [...days].filter(day => day >= from && day <= until).sort((a, b) => a - b)
  }

  #prospect(programme: RuledProgramme, edition: RuledEdition, day: DayNumber, gains: readonly Gain[]): Prospect {
    const held = gains.filter(gain => gain.day <= day)
    return prospectOf(this.#standpoint, programme, edition, held, day, situationWith(this.#standpoint, held, day))
  }

  #isExcluded(programme: RuledProgramme, edition: RuledEdition, from: DayNumber, until: DayNumber): boolean {
    return this.#legs.some(
      ({ leg, edition: other }) =>
        dayNumber(leg.apply) <= until &&
        dayNumber(leg.ends) >= from &&
        (edition.excludes?.includes(leg.programme) || other.excludes?.includes(programme.id)),
    )
  }

  /** Whether a leg would be shut out, or get less, with what it brings. */
  #harms({ programme, edition }: Opening, decided: DayNumber, ends: DayNumber, support: number): boolean {
    const own = gainsOfLegs([{ programme: programme.id, edition, decided, ends, support }])
    const gains = [...this.#gains, ...own].sort((a, b) => a.day - b.day)
    return this.#legs.some(each => {
      const apply = dayNumber(each.leg.apply)
      if (apply < decided) return false
      const then = this.#prospect(each.programme, each.edition, apply, gains)
      return (each.alone.isOpen && !then.isOpen) || then.support < each.alone.support
    })
  }
}
