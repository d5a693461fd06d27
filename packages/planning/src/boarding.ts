/** Boarding one more leg on a label. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { bestOf } from './bounds.ts'
import { claimsOf } from './claims.ts'
import type { FactSet } from './fact-sets.ts'
import type { Fare } from './fare.ts'
import { faresOf, joined } from './fares.ts'
import { followersOf } from './followers.ts'
import type { Front } from './front.ts'
import type { Holdings } from './holdings.ts'
import type { Label } from './label.ts'
import { isLean } from './lean.ts'
import { remembered, rememberedPairs } from './memo.ts'
import type { Offer } from './offers.ts'
import { decidedOn, endsOn, type Opening } from './openings.ts'
import type { Outcome, Outlook } from './outlook.ts'
import { enablingOf, parallelsOf } from './parallels.ts'
import { placementsOf } from './placements.ts'
import { type ProgrammeSet, programmeSets } from './programme-sets.ts'
import { mayReach, type Reader, type Reading, reachableFrom, read } from './reading.ts'
import { neededTogether } from './rivals.ts'
import { statesOf } from './state.ts'
import { type Stage, tailsOf } from './tails.ts'
import type { Line, Timetable } from './timetable.ts'
import { gainsTold, type Trip, tripOf } from './trip.ts'
import { isAt } from './waypoint.ts'

export interface Needs {
  readonly timetable: Timetable
  readonly outlook: Outlook
  readonly holdings: Holdings
  readonly reader: Reader
  readonly offers: readonly Offer[]
  /** The day from which legs can be applied for. */
  readonly on: DayNumber
  readonly end: DayNumber
  /** Ways with fewer legs have been looked at; 0 when left out. */
  readonly fewestLegs?: number
  readonly maxLegs: number
  /** Trips that stand already, with what they give. */
  readonly standing: Standing
}

export interface Standing {
  readonly trips: readonly Trip[]
  readonly support: number
  readonly ownCost: number
  readonly unknown: FactSet
}

/** Whether a leg is boarded as one that reaches the current waypoint, or only for others to need it. */
type Purpose = 'reach' | 'enable'

export interface Boarding {
  start(): Label
  /** The label with one more leg, in every way that may lead to an itinerary; those that have arrived are offered to the front. */
  onward(label: Label): Iterable<Label>
  stateOf(label: Label): string
  shadowsOf(label: Label): ReadonlySet<string>
  /** Whether what has been found since leaves the label a chance. */
  isPromising(label: Label): boolean
}

export function boardingOf(needs: Needs, front: Front): Boarding {
  const { timetable, outlook, holdings, reader, offers, on, end, fewestLegs = 0, maxLegs, standing } = needs
  const { via } = reader
  /** Where all waypoints are places, what has been read stays read, and each waypoint takes a leg. */
  const isPlain = via.every(({ is }) => is === 'place')
  const isAlwaysLean = isPlain && timetable.lines.every(({ helps }) => !helps)
  const followers = followersOf(timetable, via, maxLegs)
  const states = statesOf(timetable, reader, holdings, followers)
  const { isThere, canBeNeeded, mayFollowWithout, goesOnAtOnce } = followers
  const programmes = programmeSets(
    offers,
    timetable.held.map(({ programme }) => programme),
    timetable.helpsTo,
  )
  const claims = claimsOf(
    timetable,
    outlook,
    holdings,
    followers,
    offers,
    programmes,
    maxLegs,
    end,
    standing.trips.length,
  )

  const toldBy = remembered((line: Line) =>
    programmes.of(
      [...timetable.lines, ...timetable.held]
        .filter(({ selected, completed }) => timetable.concerns(line, selected) || timetable.concerns(line, completed))
        .map(({ programme }) => programme),
    ),
  )

  const best = bestOf(offers, via, followers)

  const offersAt = via.map(waypoint => offers.filter(({ line }) => isAt(line.programme, waypoint)))
  const enabling = offers.filter(({ line }) => line.helps || timetable.mayBoardBeforeKnown)
  /** What reaches a waypoint of a plain way. */
  const parallelsAt = remembered((index: number) =>
    parallelsOf(
      offersAt[index] ?? [],
      toldBy,
      on,
      ({ line }) => goesOnAtOnce(line, index),
      (decided, ready) => (index + 1 < via.length ? best.soonest(index + 1, ready) : decided),
      programmes,
    ),
  )
  const enablingAt = rememberedPairs((index: number, legsLeft: number) =>
    enablingOf(
      enabling.filter(({ line }) => canBeNeeded(line, index, legsLeft)),
      toldBy,
      programmes,
    ),
  )

  /** The programmes that may be among so many legs while a waypoint is current. */
  const aheadOf = rememberedPairs((index: number, legsLeft: number) =>
    programmes.of(
      timetable.lines.filter(line => followers.mayFollow(line, index, legsLeft)).map(({ programme }) => programme),
    ),
  )

  const tripsMade = new Map<Opening, Map<DayNumber, Trip>>()
  function tripOn(line: Line, { opening, day, outcome: { support } }: Ride): Trip {
    const made = tripsMade.get(opening) ?? new Map<DayNumber, Trip>()
    tripsMade.set(opening, made)
    const known = made.get(day)
    const trip = known?.gains[0].granted === support ? known : tripOf(line, opening, day, support)
    made.set(day, trip)
    return trip
  }

  const helpersFor = rememberedPairs((index: number, legsLeft: number) =>
    programmes.of(timetable.lines.filter(line => mayFollowWithout(line, index, legsLeft)).map(line => line.programme)),
  )
  const fares = faresOf(offersAt, offers, programmes, toldBy, helpersFor, goesOnAtOnce, end)
  const placements = placementsOf(programmes, neededTogether(timetable, outlook, programmes))
  const tails = tailsOf(fares, best, programmes, placements, helpersFor, {
    facts: outlook.facts,
    front,
    fewestLegs,
    maxLegs,
    end,
  })

  interface Ride {
    readonly opening: Opening
    readonly day: DayNumber
    readonly reaches: boolean
    readonly outcome: Outcome
  }

  /** The days on which a line can be boarded behind a label: as early as can be, when it may only be needed by another, or when it reaches. */
  function* ridesOn(label: Label, { line, openings }: Pick<Offer, 'line' | 'openings'>, to: Purpose): Iterable<Ride> {
    const { trips, reading, gains } = label
    const { programme } = line
    if (!programme.repeatable && trips.some(trip => trip.line.programme === programme)) return
    const index = reading.reached.length
    const hasIt = isThere(line, index)
    if (to === 'reach' ? !hasIt : !canBeNeeded(line, index, maxLegs - trips.length - 1)) return

    let from = Math.max(on, trips.at(-1)?.apply ?? on)
    for (const trip of trips) if (trip.ends >= from && timetable.conflict(trip.line, line)) from = trip.ends + 1
    const soonest = Math.max(from, reachableFrom(reading, goesOnAtOnce))
    const reaches = (day: DayNumber) => mayReach(reading, programme.id, day, reader.isFollowOn)
    const suiting = { suits: reaches, turns: [reading.ready, ...timetable.followOnDays(programme.id)] }

    for (const opening of openings) {
      if (opening.closes < from) continue
      if (opening.opens > end) return
      if (to === 'enable') {
        const early = outlook.firstOpen(line, opening, gains, from)
        if (early !== undefined && !(hasIt && reaches(early.day))) yield { opening, ...early, reaches: false }
        continue
      }
      if (opening.closes < soonest) continue
      // A window that opens when the waypoint can be reached anyway needs no look at which days suit.
      const isAnyDay = opening.opens >= reading.ready
      const reaching = outlook.firstOpen(line, opening, gains, soonest, isAnyDay ? undefined : suiting)
      if (reaching !== undefined) yield { opening, ...reaching, reaches: true }
    }
  }

  /** Whether a label with one more trip, not yet made, has no chance any more. */
  function isBeaten(label: Label, trip: Trip, { reaches, outcome }: Ride): boolean {
    const { reading, trips } = label
    const index = reading.reached.length + (reaches ? 1 : 0)
    const reached = goesOnAtOnce(trip.line, index - 1) ? trip.decided : trip.ends
    const left = via.length - index
    const from = Math.max(reaches ? reached : reachableFrom(reading, goesOnAtOnce), trip.apply)
    const soonest = left === 0 ? trip.decided : best.soonest(index, from)
    return (
      soonest > end ||
      front.beats({
        arrives: soonest,
        support: label.support + outcome.support + best.besides(trips, trip.line, index, maxLegs - trips.length - 1),
        ownCost: label.ownCost + outcome.ownCost,
        legs: Math.max(trips.length + 1 + left, fewestLegs),
        unknowns: outlook.facts.size(label.unknown | outcome.unknown),
      })
    )
  }

  function carriedOn(label: Label, trip: Trip, { reaches, outcome }: Ride): Label {
    const trips = [...label.trips, trip]
    return {
      trips,
      reading: isPlain
        ? reaches
          ? readOn(label.reading, trip, label.trips.length)
          : label.reading
        : read(trips, reader),
      gains: gainsTold([trip], timetable, label.gains),
      support: label.support + outcome.support,
      ownCost: label.ownCost + outcome.ownCost,
      unknown: label.unknown | outcome.unknown,
      needed: isAlwaysLean ? label.needed : claims.neededBy(trips, label.needed),
      claims: [],
      isDominated: false,
    }
  }

  function arrive({ trips, reading, support, ownCost, unknown }: Label): void {
    if (reading.reached.length < via.length) return
    const arrives = reading.reached.at(-1)!.day
    if (arrives > end) return
    const journey = { arrives, support, ownCost, legs: trips.length, unknowns: outlook.facts.size(unknown), trips }
    if (!front.takes(journey)) return
    const isSurelyLean = isPlain && trips.length === via.length
    if (isSurelyLean || isLean(trips, reader, outlook, standing.trips.length)) front.add(journey)
  }

  /** Whether a label that has not arrived can still become an itinerary that is better than those found. */
  function isPromising(label: Label): boolean {
    return isPlain ? tails.hasPromise(stageOf(label), label.claims) : label.trips.length < maxLegs
  }

  function stageOf({ trips, reading, support, ownCost, unknown }: Label): Stage {
    const used = new Set(trips.map(({ line }) => line.programme))
    const applied = Math.max(on, trips.at(-1)?.apply ?? on)
    return {
      index: reading.reached.length,
      applied,
      from: Math.max(reachableFrom(reading, goesOnAtOnce), applied),
      legs: trips.length,
      used,
      held: programmes.of(used),
      support,
      ownCost,
      unknown,
    }
  }

  function* boarded(label: Label, offer: Pick<Offer, 'line' | 'openings'>, to: Purpose): Iterable<Label> {
    for (const ride of ridesOn(label, offer, to)) {
      const trip = tripOn(offer.line, ride)
      if (isPlain && !ride.reaches && trip.decided > claims.lastNeed(offer.line)) continue
      if (isPlain && isBeaten(label, trip, ride)) continue
      const further = carriedOn(label, trip, ride)
      arrive(further)
      const owed = isPlain && !isAlwaysLean ? claims.of(further) : []
      const next = owed && { ...further, claims: owed }
      if (next && isPromising(next)) yield next
    }
  }

  /** No way on which an opening reaches a waypoint arrives sooner when it is applied for from a day on. */
  function arrivesBehind(offer: Offer, opening: Opening, index: number, from: DayNumber): DayNumber {
    const apply = offer.soonest(opening, from)
    if (apply === undefined) return Number.POSITIVE_INFINITY
    const decided = decidedOn(opening, apply)
    if (index + 1 === via.length) return decided
    const ready = goesOnAtOnce(offer.line, index) ? decided : endsOn(opening, decided)
    return best.soonest(index + 1, Math.max(ready, apply))
  }

  function* onwardPlainly(label: Label): Iterable<Label> {
    const stage = stageOf(label)
    const { index, applied, from, legs, held } = stage
    const beside = (fare: Fare, own: ProgrammeSet) => ({
      ...stage,
      ...joined(stage, fare),
      legs: legs + 1,
      held: held | own,
    })
    /** What is still owed when one of some programmes has been boarded. */
    const leftBy = (own: ProgrammeSet) => label.claims.filter(({ by }) => (by & own) === 0n)
    /** Whether others can still meet that when so many waypoints have been reached. */
    const isMeetable = (own: ProgrammeSet, reached: number) => {
      const ahead = reached === via.length ? 0n : aheadOf(reached, maxLegs - legs - 1)
      return label.claims.every(({ by }) => (by & (own | ahead)) !== 0n)
    }
    const mayEnable = (lines: readonly Line[], fare: Fare, own: ProgrammeSet) => {
      const claim = { lines, by: programmes.helpedBy(own), from: applied, arrives: from }
      return tails.mayHavePromise(beside(fare, own), [...leftBy(own), claim])
    }
    const isIdle = claims.idle(label.gains, applied)
    for (const { lines, programmes: own, offers, ...fare } of enablingAt(index, maxLegs - legs - 1)) {
      if (!mayEnable(lines, fare, own)) continue
      for (const { offer, programme, isSo } of offers)
        if (isSo(held) && !isIdle(offer.line) && isMeetable(programme, index)) yield* boarded(label, offer, 'enable')
    }
    for (const { programmes: own, rides, ...fare } of parallelsAt(index)) {
      const further = { ...beside(fare, own), index: index + 1 }
      if (index + 1 < via.length && !tails.mayHavePromise(further, leftBy(own))) continue
      const ideal = {
        support: further.support + best.besides(label.trips, undefined, index + 1, maxLegs - legs - 1),
        ownCost: further.ownCost,
        legs: Math.max(legs + via.length - index, fewestLegs),
        unknowns: outlook.facts.size(further.unknown),
      }
      const isTooLate = (arrives: DayNumber) => arrives > end || front.beats({ ...ideal, arrives })
      if (isTooLate(best.soonest(index, from))) continue
      for (const { offer, programme, isSo, opening, arrives } of rides) {
        if (opening.closes < applied || !isSo(held) || !isMeetable(programme, index + 1)) continue
        if (isTooLate(arrives)) break
        if (isTooLate(arrivesBehind(offer, opening, index, from))) continue
        yield* boarded(label, { line: offer.line, openings: [opening] }, 'reach')
      }
    }
  }

  return {
    start() {
      const label: Label = {
        ...standing,
        reading: read(standing.trips, reader),
        gains: gainsTold(standing.trips, timetable),
        needed: 0,
        claims: [],
        isDominated: false,
      }
      arrive(label)
      return label
    },
    *onward(label) {
      if (isPlain) return yield* onwardPlainly(label)
      for (const offer of offers) {
        if (offer.line.helps || timetable.mayBoardBeforeKnown) yield* boarded(label, offer, 'enable')
        yield* boarded(label, offer, 'reach')
      }
    },
    isPromising,
    stateOf: ({ trips, reading, gains }) => states.of(trips, reading, gains),
    shadowsOf(label) {
      const { trips } = label
      if (isAlwaysLean) return noShadows
      const { apply } = trips.at(-1)!
      return new Set(
        trips.flatMap((_, at) => {
          if (!claims.isOpen(label.needed, at)) return []
          const others = trips.filter((_, other) => other !== at)
          return [states.shadowOf(others, gainsTold(others, timetable), apply)]
        }),
      )
    },
  }
}

const noShadows: ReadonlySet<string> = new Set()

function readOn(reading: Reading, from: Trip, by: number): Reading {
  return { reached: [...reading.reached, { day: from.decided, by }], ready: from.ends, after: by + 1, from }
}
