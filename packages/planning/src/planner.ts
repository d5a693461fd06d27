/** Itineraries for a firm through waypoints; what they are is said in docs/contracts.md, section Planning. */
import { dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import { isInForce } from '@ieum/catalogue/links'
import type { Agency, Day, Link } from '@ieum/catalogue/records'
import { choicesOf, factsOfFirm, isHeldBy, isStated } from '@ieum/matching'
import { type Evaluator, evaluatorOf, type Rulebook } from '@ieum/rules'
import type { Standing } from './boarding.ts'
import type { Journey } from './front.ts'
import { type Facts, statedSince } from './gains.ts'
import { holdingsOf } from './holdings.ts'
import { endOfHorizon } from './horizon.ts'
import { followOnOf } from './links.ts'
import { networkOf } from './network.ts'
import { oddsOf } from './odds.ts'
import { standingOpening } from './openings.ts'
import { type Outlook, outlookOf } from './outlook.ts'
import type { Itinerary, Leg, Plan, PlanRequest } from './plan.ts'
import { type Reader, read } from './reading.ts'
import { search } from './search.ts'
import { tiesOf } from './ties.ts'
import { type Timetable, timetableOf } from './timetable.ts'
import { gainsOf, type Trip, tripOn } from './trip.ts'
import type { Waypoint } from './waypoint.ts'

export interface Planner {
  readonly rulebook: Rulebook
  /** The Pareto set of itineraries. Throws a RangeError when the horizon is none, or when a `fact:` waypoint comes without its form. */
  plan(request: PlanRequest): Plan
}

export const usualHorizon = 'P5Y'
export const usualMaxLegs = 6

export function plannerOf(rulebook: Rulebook): Planner {
  const evaluator = evaluatorOf(rulebook)
  const numbers = new Map(rulebook.sentences.map(({ text }, number) => [text, number]))
  const isFollowOn = followOnOf(rulebook.links)
  const network = networkOf(rulebook, evaluator)
  const ownChoices = choicesOf(evaluator)
  const facts = new Map(rulebook.facts.map(fact => [fact.name, fact]))

  return {
    rulebook,
    plan({
      firm,
      on: day,
      via,
      sentences = {},
      standing = [],
      barred = [],
      horizon = usualHorizon,
      maxLegs = usualMaxLegs,
      timeIsUp = () => false,
    }) {
      const lastDay = endOfHorizon(day, horizon)
      if (lastDay === undefined) throw new RangeError(`not a horizon: ${horizon}`)
      const [on, end] = [dayNumber(day), dayNumber(lastDay)]
      if (via.length === 0) return { on: day, firm: firm.id, via, complete: true, itineraries: [] }

      // Sentences that are not the rulebook's go into an evaluator of their own, which is forgotten with the plan.
      const asked = via.some(text => sentences[text]) ? evaluatorOf(rulebook) : evaluator
      const waypoints = via.map((text): Waypoint => waypointOf(text, asked, sentences, numbers))
      const choices = asked === evaluator ? ownChoices : choicesOf(asked)
      const stated = statedSince(factsOfFirm(firm, rulebook.facts), { on: day, standing })
      // Legs that stand may have been applied for before: a `fact:` waypoint is read from then on.
      const start = Math.min(on, ...standing.map(({ apply }) => dayNumber(apply)))
      const ties = tiesOf(rulebook, network, asked, stated, start, end)
      const timetable = timetableOf(rulebook, network, ties, waypoints, on, end, { standing, barred, timeIsUp })
      if (!timetable) return { on: day, firm: firm.id, via, complete: false, itineraries: [] }
      const outlook = outlookOf(
        { evaluator: asked, facts, firm: stated, waivers: network.waivers, choices },
        timetable,
        ties,
        start,
        end,
      )
      const holdings = holdingsOf(timetable, stated, facts)
      const reader: Reader = {
        via: waypoints,
        on: start,
        isFollowOn,
        firstDayOf: (sentence, trips, from) => outlook.firstMet(sentence, gainsOf(trips), from),
      }
      const stands = standsOf(standing, timetable, outlook)
      const { journeys, complete } = search(
        { timetable, outlook, holdings, reader, on, end, maxLegs, standing: stands },
        timeIsUp,
      )
      return {
        on: day,
        firm: firm.id,
        via,
        complete,
        itineraries: [...journeys]
          .sort(inOrder)
          .map(journey => itineraryOf(journey, standing, rulebook, stated, reader, outlook)),
      }
    },
  }
}

function waypointOf(
  text: string,
  evaluator: Evaluator,
  sentences: NonNullable<PlanRequest['sentences']>,
  numbers: ReadonlyMap<string, number>,
): Waypoint {
  if (!text.startsWith('fact:')) return { is: 'place', place: text }
  const form = sentences[text]
  const sentence = form ? evaluator.withSentence(form) : numbers.get(text.slice('fact:'.length).trim())
  if (sentence === undefined) throw new RangeError(`the sentence of the waypoint ${text} was not given`)
  return { is: 'fact', sentence }
}

/** By arrival, then more support; the rest so that the order is always the same. */
function inOrder(a: Journey, b: Journey): number {
  return (
    a.arrives - b.arrives ||
    b.support - a.support ||
    a.ownCost - b.ownCost ||
    a.trips.length - b.trips.length ||
    a.unknowns - b.unknowns
  )
}

function itineraryOf(
  { arrives, support, ownCost, unknowns, trips }: Journey,
  standing: readonly Leg[],
  rulebook: Rulebook,
  firm: Facts,
  reader: Reader,
  outlook: Outlook,
): Itinerary {
  const { reached } = read(trips, reader)
  const agencies = new Map(rulebook.agencies.map(agency => [agency.id, agency]))
  const legs = trips.map((trip, at): Leg => {
    const { opening, line, apply } = trip
    const before = trips.slice(0, at)
    const waypoint = reached.findIndex(({ by }) => by === at)
    const reaches = waypoint < 0 ? null : waypoint
    const stood = standing[at]
    if (stood) return { ...stood, reaches }
    const outcome = outlook.outcome(line, gainsOf(before), apply)
    const { opens, closes, opensAt, closesAt, rolling, approximate, exact } = opening.window
    return {
      programme: line.programme.id,
      edition: line.edition.edition,
      agency: line.programme.agency,
      ministry: ministryOf(line.programme.agency, agencies),
      forecast: opening.forecast,
      apply: dayOfNumber(apply),
      decided: dayOfNumber(trip.decided),
      ends: dayOfNumber(trip.ends),
      support: outcome.support,
      ownCost: outcome.ownCost,
      link: linkTo(trip, before, rulebook.links, firm)?.id ?? null,
      assumes: outcome.assumes,
      reaches,
      window: {
        opens,
        closes,
        ...(opensAt && { opensAt }),
        ...(closesAt && { closesAt }),
        ...(rolling && { rolling }),
        ...(approximate && { approximate }),
        ...(exact && { exact }),
      },
    }
  })
  return {
    arrives: dayOfNumber(arrives),
    support,
    ownCost,
    unknowns,
    transfers: legs.filter(({ ministry }, at) => at > 0 && ministry !== legs[at - 1]!.ministry).length,
    reached: reached.map(({ day }): Day => dayOfNumber(day)),
    odds: oddsOf(
      trips.map(({ line }) => line),
      dayOfNumber(arrives),
    ),
    legs,
  }
}

/** Legs that stand, as trips of the timetable. */
function standsOf(standing: readonly Leg[], { held }: Timetable, { facts }: Outlook): Standing {
  return {
    trips: standing.map((leg, at) => {
      const line = held[at]!
      const opening = standingOpening(line.programme, line.edition, leg)
      const { apply, decided, ends, support } = leg
      const days = { apply: dayNumber(apply), decided: dayNumber(decided), ends: dayNumber(ends) }
      return tripOn(line, opening, { ...days, support })
    }),
    support: standing.reduce((sum, { support }) => sum + support, 0),
    ownCost: standing.reduce((sum, { ownCost }) => sum + ownCost, 0),
    unknown: facts.of(standing.flatMap(({ assumes }) => assumes.flatMap(each => each.facts))),
  }
}

/** The ministry an agency works for; one that works for none stands for itself. */
function ministryOf(id: string, agencies: ReadonlyMap<string, Agency>): string {
  return agencies.get(id)?.ministry ?? id
}

/**
 * The link in force along which a leg is joined to one in front of it, a `follow-on` before any other; else one that waives
 * something of it for what the firm took part in before.
 */
function linkTo({ line, apply }: Trip, before: readonly Trip[], links: readonly Link[], firm: Facts): Link | undefined {
  const day = dayOfNumber(apply)
  const leading = links.filter(link => link.to === line.programme.id && isInForce(link, day))
  const joined = leading.filter(link =>
    before.some(({ gains }) =>
      gains.some(
        ({ award, day: held }) =>
          held <= apply &&
          (isHeldBy(link, award) || (link.kind === 'follow-on' && award.programme === link.from.programme)),
      ),
    ),
  )
  return (
    joined.find(({ kind }) => kind === 'follow-on') ??
    joined[0] ??
    leading.find(link => link.waives?.length && isStated(link, firm, day))
  )
}
