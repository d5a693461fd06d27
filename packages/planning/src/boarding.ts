/** Boarding one more leg on a label. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { bestOf } from './bounds.ts'
import type { FactSet } from './fact-sets.ts'
import type { Front } from './front.ts'
import type { Gain } from './gains.ts'
import type { Label } from './label.ts'
import { harms, isLean } from './lean.ts'
import { remembered, rememberedTable } from './memo.ts'
import type { Opening } from './openings.ts'
import type { Outlook } from './outlook.ts'
import { mayReach, type Reader, type Reading, read } from './reading.ts'
import { statesOf } from './state.ts'
import type { Line, Timetable } from './timetable.ts'
import { type Trip, tripOf } from './trip.ts'
import { isAt } from './waypoint.ts'

export interface Needs {
  readonly timetable: Timetable
  readonly outlook: Outlook
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
  /** Whether what has been found since leaves the label a chance. */
  isPromising(label: Label): boolean
}

export function boardingOf(needs: Needs, front: Front): Boarding {
  const { timetable, outlook, reader, on, end, maxLegs, standing } = needs
  const { via } = reader
  const states = statesOf(timetable, reader)
  /** Where all waypoints are places, what has been read stays read, and each waypoint takes a leg. */
  const isPlain = via.every(({ is }) => is === 'place')
  const isAlwaysLean = isPlain && timetable.lines.every(({ helps }) => !helps)

  /** Per line, the waypoints that it is at. */
  const places = timetable.lines.map(({ programme }) => via.map(waypoint => isAt(programme, waypoint)))

  /** The lines that may be boarded while a waypoint is current. */
  const linesFor = remembered((index: number): readonly Line[] =>
    timetable.lines.filter(line => line.helps || timetable.maySkip(line) || places[line.number]![index]),
  )

  /**
   * Whether a leg that reaches nothing itself may still be needed while so many legs are left behind it: by a leg that has a later
   * place, or by another such leg that is needed in turn.
   */
  const needed = rememberedTable(timetable.lines.length, (via.length + 1) * maxLegs, (number, ahead): boolean => {
    if (!isPlain) return true
    const [index, legsLeft] = [Math.floor(ahead / maxLegs), ahead % maxLegs]
    if (legsLeft < Math.max(via.length - index, 1)) return false
    const line = timetable.lines[number]!
    return timetable.lines.some(other => timetable.helpsTo(line, other.programme) && mayFollow(other, index, legsLeft))
  })
  const canBeNeeded = ({ number }: Line, index: number, legsLeft: number) => needed(number, index * maxLegs + legsLeft)

  /** Whether a line may be among the legs that are left: it has a later place, or is needed by one behind it and leaves legs for the places. */
  function mayFollow(line: Line, index: number, legsLeft: number): boolean {
    if (places[line.number]!.includes(true, index)) return true
    return line.helps && legsLeft > via.length - index && canBeNeeded(line, index, legsLeft - 1)
  }

  const best = bestOf(timetable, via, maxLegs, outlook.facts, (line, index, legsLeft) =>
    canBeNeeded(line, index, legsLeft),
  )

  interface Ride {
    readonly opening: Opening
    readonly day: DayNumber
    readonly reaches: boolean
  }

  /** The days on which a line can be boarded behind a label: as early as can be, when it may only be needed by another, and when it reaches. */
  function* ridesOn(label: Label, line: Line): Iterable<Ride> {
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

    for (const opening of line.openings) {
      if (opening.closes < from) continue
      if (opening.opens > end) return
      const until = Math.min(opening.closes, end)
      const early = mayBeEarly ? outlook.firstOpen(line, gains, Math.max(opening.opens, from), until) : undefined
      const isReaching = early !== undefined && isThere && reaches(early)
      if (early !== undefined && (isReaching || mayEnable)) yield { opening, day: early, reaches: isReaching }
      if (!isThere || isReaching || opening.closes < soonest) continue
      const reaching = outlook.firstOpen(line, gains, Math.max(opening.opens, soonest), until, suiting)
      if (reaching !== undefined) yield { opening, day: reaching, reaches: true }
    }
  }

  /** Whether a label with one more trip, not yet made, has no chance any more. */
  function isBeaten(label: Label, trip: Trip, reaches: boolean): boolean {
    const outcome = outlook.outcome(trip.line, label.gains, trip.apply)
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

  function carriedOn(label: Label, trip: Trip, reaches: boolean): Label {
    const trips = [...label.trips, trip]
    const outcome = outlook.outcome(trip.line, label.gains, trip.apply)
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
      shadows: new Set(),
      isDominated: false,
    }
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

  /** Whether an itinerary can still come of a label that has not arrived. */
  function isAlive(label: Label): boolean {
    const { trips, reading } = label
    if (!isPlain) return trips.length < maxLegs
    const left = via.length - reading.reached.length
    if (left === 0 || trips.length + left > maxLegs) return false
    const measures = best.of(label)
    return measures.arrives <= end && !front.beats(measures)
  }

  function offer({ trips, reading, support, ownCost, unknown }: Label): void {
    if (reading.reached.length < via.length) return
    const arrives = reading.reached.at(-1)!.day
    if (arrives > end) return
    const journey = { arrives, support, ownCost, legs: trips.length, unknowns: outlook.facts.size(unknown), trips }
    if (!front.takes(journey)) return
    const isSurelyLean = isPlain && trips.length === via.length
    if (isSurelyLean || isLean(trips, reader, outlook, standing.trips.length)) front.add(journey)
  }

  /** For every trip of which it is still open whether it is needed, the state without it; undefined when one can never be. */
  function shadowsOf({ trips, reading }: Label): ReadonlySet<string> | undefined {
    if (isAlwaysLean) return new Set()
    const { apply } = trips.at(-1)!
    const shadows = new Set<string>()
    for (const [at, trip] of trips.entries()) {
      if (at < standing.trips.length || harms(trips, at, outlook)) continue
      const others = trips.filter((_, other) => other !== at)
      if (isPlain && !reading.reached.some(({ by }) => by === at) && !canStillBeNeeded(trip, others, reading)) return
      shadows.add(states.shadowOf(others, mattering(others), apply))
    }
    return shadows
  }

  /**
   * Whether a leg that reaches nothing itself can still be needed by a later one: some line that may yet be boarded asks for what it
   * brings, and does not have it from the others by the day on which it is brought. Every leg that could rely on it comes after that day.
   */
  function canStillBeNeeded(trip: Trip, others: readonly Trip[], { reached }: Reading): boolean {
    const gains = mattering(others)
    const legsLeft = maxLegs - others.length - 1
    const isAhead = (line: Line) =>
      (line.programme.repeatable ||
        (line.programme !== trip.line.programme && !others.some(other => other.line.programme === line.programme))) &&
      mayFollow(line, reached.length, legsLeft)
    return trip.gains.some(({ award, day }) =>
      timetable.lines.some(
        line =>
          isAhead(line) &&
          timetable.demands(line, award).some(
            demand =>
              !outlook.isMetForGood(
                demand,
                gains.filter(gain => gain.day <= day),
              ),
          ),
      ),
    )
  }

  return {
    start() {
      const label: Label = {
        ...standing,
        reading: read(standing.trips, reader),
        gains: mattering(standing.trips),
        shadows: new Set(),
        isDominated: false,
      }
      offer(label)
      return label
    },
    *onward(label) {
      for (const line of linesFor(label.reading.reached.length))
        for (const ride of ridesOn(label, line)) {
          const { support } = outlook.outcome(line, label.gains, ride.day)
          const trip = tripOf(line, ride.opening, ride.day, support)
          if (isPlain && isBeaten(label, trip, ride.reaches)) continue
          const further = carriedOn(label, trip, ride.reaches)
          offer(further)
          const shadows = isAlive(further) ? shadowsOf(further) : undefined
          if (shadows) yield { ...further, shadows }
        }
    },
    isPromising: label => !isPlain || !front.beats(best.of(label)),
    stateOf: ({ trips, reading, gains }) => states.of(trips, reading, gains),
  }
}

function readOn(reading: Reading, from: Trip, by: number): Reading {
  return { reached: [...reading.reached, { day: from.decided, by }], ready: from.ends, after: by + 1, from }
}
