/** Boarding one more leg on a label. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { bestOf } from './bounds.ts'
import type { FactSet } from './fact-sets.ts'
import type { Front } from './front.ts'
import type { Gain } from './gains.ts'
import type { Holdings } from './holdings.ts'
import type { Label } from './label.ts'
import { isLean, needs as needsTrip } from './lean.ts'
import { remembered, rememberedPairs, rememberedTable } from './memo.ts'
import { type Offer, offersOf } from './offers.ts'
import { type Need, programmesOf } from './open-needs.ts'
import type { Opening } from './openings.ts'
import type { Outcome, Outlook } from './outlook.ts'
import { type Parallels, sorted } from './parallels.ts'
import { mayReach, type Reader, type Reading, read } from './reading.ts'
import { statesOf } from './state.ts'
import { tailsOf } from './tails.ts'
import type { Line, Timetable } from './timetable.ts'
import { type Trip, tripOf } from './trip.ts'
import { isAt } from './waypoint.ts'

export interface Needs {
  readonly timetable: Timetable
  readonly outlook: Outlook
  readonly holdings: Holdings
  readonly reader: Reader
  /** The day from which legs can be applied for. */
  readonly on: DayNumber
  readonly end: DayNumber
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
  const { timetable, outlook, holdings, reader, on, end, maxLegs, standing } = needs
  const { via } = reader
  const states = statesOf(timetable, reader, holdings)
  /** Where all waypoints are places, what has been read stays read, and each waypoint takes a leg. */
  const isPlain = via.every(({ is }) => is === 'place')
  const isAlwaysLean = isPlain && timetable.lines.every(({ helps }) => !helps)
  const offers = offersOf(timetable, outlook, on, end)
  const offerOf = new Map(offers.map(offer => [offer.line, offer]))

  /** Per line, the waypoints that it is at. */
  const places = timetable.lines.map(({ programme }) => via.map(waypoint => isAt(programme, waypoint)))

  /**
   * Whether a leg that reaches nothing itself may still be needed while so many legs are left behind it: by a leg that has a later
   * place, or by another such leg that is needed in turn.
   */
  const needed = rememberedTable(timetable.lines.length, (via.length + 1) * maxLegs, (number, ahead): boolean => {
    if (!isPlain) return true
    const [index, legsLeft] = [Math.floor(ahead / maxLegs), ahead % maxLegs]
    if (legsLeft < Math.max(via.length - index, 1)) return false
    const line = timetable.lines[number]!
    return timetable.lines.some(
      other => timetable.helpsTo(line.programme, other.programme) && mayFollow(other, index, legsLeft),
    )
  })
  const canBeNeeded = ({ number }: Line, index: number, legsLeft: number) => needed(number, index * maxLegs + legsLeft)

  /** Whether a line may be among the legs that are left: it has a later place, or is needed by one behind it and leaves legs for the places. */
  function mayFollow(line: Line, index: number, legsLeft: number): boolean {
    return places[line.number]!.includes(true, index) || mayFollowWithout(line, index, legsLeft)
  }

  /** The same without reaching a waypoint. */
  function mayFollowWithout(line: Line, index: number, legsLeft: number): boolean {
    return line.helps && legsLeft > via.length - index && canBeNeeded(line, index, legsLeft - 1)
  }

  const best = bestOf(offers, timetable, via, (line, index, legsLeft) => canBeNeeded(line, index, legsLeft))

  /** What may be boarded while a waypoint is current. */
  const offersFor = remembered((index: number) => {
    const mayBeBoarded = ({ line }: Offer) => line.helps || timetable.maySkip(line) || places[line.number]![index]!
    return sorted(
      offers.filter(mayBeBoarded),
      on,
      ({ line }) => isPlain && !line.helps && !timetable.maySkip(line),
      ({ line }) => timetable.isFollowed(line.programme.id),
      (decided, ready) => (index + 1 < via.length ? best.soonest(index + 1, ready) : decided),
    )
  })

  const tripsMade = new Map<Opening, Map<DayNumber, Trip>>()
  function tripOn(line: Line, { opening, day, outcome: { support } }: Ride): Trip {
    const made = tripsMade.get(opening) ?? new Map<DayNumber, Trip>()
    tripsMade.set(opening, made)
    const known = made.get(day)
    const trip = known?.gains[0].granted === support ? known : tripOf(line, opening, day, support)
    made.set(day, trip)
    return trip
  }

  const programmes = programmesOf(offers, timetable.helpsTo)
  const tails = tailsOf(
    via.map(waypoint => offers.filter(({ line }) => isAt(line.programme, waypoint))),
    best,
    programmes,
    rememberedPairs((index: number, legsLeft: number) =>
      programmes.of(
        timetable.lines.filter(line => mayFollowWithout(line, index, legsLeft)).map(line => line.programme),
      ),
    ),
    { facts: outlook.facts, front, maxLegs, end },
  )

  interface Ride {
    readonly opening: Opening
    readonly day: DayNumber
    readonly reaches: boolean
    readonly outcome: Outcome
  }

  /** The days on which a line can be boarded behind a label: as early as can be, when it may only be needed by another, and when it reaches. */
  function* ridesOn(label: Label, { line, openings }: Pick<Offer, 'line' | 'openings'>): Iterable<Ride> {
    const { trips, reading, gains } = label
    const { programme, number } = line
    if (!programme.repeatable && trips.some(trip => trip.line.programme === programme)) return
    const index = reading.reached.length
    const isThere = places[number]![index] ?? false
    const mayEnable = canBeNeeded(line, index, maxLegs - trips.length - 1)
    const mayBeEarly = (line.helps || timetable.maySkip(line)) && (mayEnable || isThere)
    if (!isThere && !mayBeEarly) return

    let from = Math.max(on, trips.at(-1)?.apply ?? on)
    for (const trip of trips) if (trip.ends >= from && timetable.conflict(trip.line, line)) from = trip.ends + 1
    const soonest = Math.max(from, Math.min(reading.ready, reading.from?.decided ?? reading.ready))
    const reaches = (day: DayNumber) => mayReach(reading, programme.id, day, reader.isFollowOn)
    const suiting = { suits: reaches, turns: [reading.ready, ...timetable.followOnDays(programme.id)] }

    for (const opening of openings) {
      if (opening.closes < from) continue
      if (opening.opens > end) return
      const early = mayBeEarly ? outlook.firstOpen(line, opening, gains, from) : undefined
      const isReaching = early !== undefined && isThere && reaches(early.day)
      if (early !== undefined && (isReaching || mayEnable)) yield { opening, ...early, reaches: isReaching }
      if (!isThere || isReaching || opening.closes < soonest) continue
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
    const ready = reaches ? trip.ends : reading.ready
    const decided = reaches ? trip.decided : (reading.from?.decided ?? reading.ready)
    const left = via.length - index
    const from = Math.max(Math.min(ready, decided), trip.apply)
    const soonest = left === 0 ? trip.decided : best.soonest(index, from)
    return (
      soonest > end ||
      front.beats({
        arrives: soonest,
        support: label.support + outcome.support + best.besides(trips, trip.line, index, maxLegs - trips.length - 1),
        ownCost: label.ownCost + outcome.ownCost,
        legs: trips.length + 1 + left,
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
      gains: mattering([trip], label.gains),
      support: label.support + outcome.support,
      ownCost: label.ownCost + outcome.ownCost,
      unknown: label.unknown | outcome.unknown,
      needed: isAlwaysLean ? label.needed : neededBy(trips, label.needed),
      needs: [],
      isDominated: false,
    }
  }

  /** The trips of which it is settled that they are needed, when one more is there; those that stand need not be. */
  function neededBy(trips: readonly Trip[], before: number): number {
    const last = trips.length - 1
    let needed = before
    for (let at = standing.trips.length; at < last; at++)
      if ((needed & (1 << at)) === 0 && needsTrip(trips, last, at, outlook)) needed |= 1 << at
    return needed
  }

  /** In the order of the days. */
  function mattering(trips: readonly Trip[], before: readonly Gain[] = []): readonly Gain[] {
    let gained: Gain[] | undefined
    for (const trip of trips)
      for (const gain of trip.gains) {
        if (!timetable.matters(gain.award)) continue
        gained ??= [...before]
        let place = gained.length
        while (place > 0 && gained[place - 1]!.day > gain.day) place--
        gained.splice(place, 0, gain)
      }
    return gained ?? before
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

  const isOpen = (needed: number, at: number) => at >= standing.trips.length && (needed & (1 << at)) === 0

  /** Who may yet need the trips of which that is still open; undefined where one of them nobody can need any more. */
  function needsOf({ trips, reading, gains, needed }: Label): readonly Need[] | undefined {
    if (isAlwaysLean || !isPlain || trips.length === 0) return []
    const { apply } = trips.at(-1)!
    let held: string | undefined
    const open: Need[] = []
    for (const [at, trip] of trips.entries()) {
      if (!isOpen(needed, at) || reading.reached.some(({ by }) => by === at)) continue
      const others = trips.filter((_, other) => other !== at)
      // What is held from now on is the same without it: nobody will miss it.
      held ??= holdings(gains, apply)
      if (holdings(mattering(others), apply) === held) return undefined
      const need = needOf(trip, others, reading, apply)
      if (need.by.length === 0) return undefined
      open.push(need)
    }
    return open
  }

  /** Whether a label that has not arrived can still become an itinerary that is better than those found. */
  function isPromising(label: Label): boolean {
    const { trips, reading, needs } = label
    if (!isPlain) return trips.length < maxLegs
    const ready = Math.min(reading.ready, reading.from?.decided ?? reading.ready)
    const from = Math.max(ready, trips.at(-1)?.apply ?? ready)
    return tails.hasPromise(label, { index: reading.reached.length, from }, needs)
  }

  /**
   * Who may yet need a leg that reaches nothing itself: lines that may yet be boarded, ask for what it brings, and do not have it
   * from the others by the day on which it is brought. Every leg that could rely on it comes after that day.
   */
  function needOf(trip: Trip, others: readonly Trip[], { reached }: Reading, apply: DayNumber): Need {
    const gains = mattering(others)
    const legsLeft = maxLegs - others.length - 1
    const isAhead = (line: Line) =>
      (line.programme.repeatable ||
        (line.programme !== trip.line.programme && !others.some(other => other.line.programme === line.programme))) &&
      mayFollow(line, reached.length, legsLeft)
    const by = new Set<Offer>()
    for (const { award, day } of trip.gains) {
      const held = gains.filter(gain => gain.day <= day)
      for (const { line, demands } of timetable.demandsFor(award)) {
        const offer = offerOf.get(line)
        if (offer && isAhead(line) && demands.some(demand => !outlook.isMetForGood(demand, held))) by.add(offer)
      }
    }
    return {
      by: [...by],
      from: Math.max(apply, trip.gains[0].day),
      onlyReaching: ![...by].some(({ line }) => mayFollowWithout(line, reached.length, legsLeft)),
    }
  }

  function* boarded(label: Label, offer: Pick<Offer, 'line' | 'openings'>): Iterable<Label> {
    for (const ride of ridesOn(label, offer)) {
      const trip = tripOn(offer.line, ride)
      if (isPlain && isBeaten(label, trip, ride)) continue
      const further = carriedOn(label, trip, ride)
      arrive(further)
      const needs = needsOf(further)
      const next = needs && { ...further, needs }
      if (next && isPromising(next)) yield next
    }
  }

  function* boardedInParallel(label: Label, { support, ownCost, unknown, rides }: Parallels): Iterable<Label> {
    const { trips, reading } = label
    const index = reading.reached.length + 1
    const from = trips.at(-1)?.apply ?? on
    const most = {
      support: label.support + support + best.besides(trips, undefined, index, maxLegs - trips.length - 1),
      ownCost: label.ownCost + ownCost,
      legs: trips.length + 1 + via.length - index,
      unknowns: outlook.facts.size(label.unknown | unknown),
    }
    for (const { offer, opening, arrives } of rides) {
      if (opening.closes < from) continue
      if (arrives > end || front.beats({ ...most, arrives })) return
      yield* boarded(label, { line: offer.line, openings: [opening] })
    }
  }

  return {
    start() {
      const label: Label = {
        ...standing,
        reading: read(standing.trips, reader),
        gains: mattering(standing.trips),
        needed: 0,
        needs: [],
        isDominated: false,
      }
      arrive(label)
      return label
    },
    *onward(label) {
      const { parallels, others } = offersFor(label.reading.reached.length)
      for (const offer of others) yield* boarded(label, offer)
      for (const each of parallels) yield* boardedInParallel(label, each)
    },
    isPromising,
    stateOf: ({ trips, reading, gains }) => states.of(trips, reading, gains),
    shadowsOf(label) {
      const { trips } = label
      if (isAlwaysLean) return noShadows
      const { apply } = trips.at(-1)!
      return new Set(
        trips.flatMap((_, at) => {
          if (!isOpen(label.needed, at)) return []
          const others = trips.filter((_, other) => other !== at)
          return [states.shadowOf(others, mattering(others), apply)]
        }),
      )
    },
  }
}

const noShadows: ReadonlySet<string> = new Set()

function readOn(reading: Reading, from: Trip, by: number): Reading {
  return { reached: [...reading.reached, { day: from.decided, by }], ready: from.ends, after: by + 1, from }
}
