/** Boarding one more leg on a label. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { bestOf } from './bounds.ts'
import { noFacts } from './fact-sets.ts'
import type { Front } from './front.ts'
import type { Gain } from './gains.ts'
import type { Label } from './label.ts'
import { harms, isLean } from './lean.ts'
import { remembered } from './memo.ts'
import type { Outlook } from './outlook.ts'
import { mayReach, type Reader, type Reading, read } from './reading.ts'
import { statesOf } from './state.ts'
import type { Line, Stop, Timetable } from './timetable.ts'
import { type Trip, tripOf } from './trip.ts'
import { isAt } from './waypoint.ts'

export interface Needs {
  readonly timetable: Timetable
  readonly outlook: Outlook
  readonly reader: Reader
  readonly end: DayNumber
  readonly maxLegs: number
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
  const { timetable, outlook, reader, end, maxLegs } = needs
  const { via } = reader
  const states = statesOf(timetable, reader)
  /** Where all waypoints are places, what has been read stays read, and each waypoint takes a leg. */
  const isPlain = via.every(({ is }) => is === 'place')
  const isAlwaysLean = isPlain && timetable.lines.every(({ helps }) => !helps)

  const best = bestOf(timetable, via, maxLegs, outlook.facts)

  /** The stops that may be boarded while a waypoint is current. */
  const stopsFor = remembered((index: number): readonly Stop[] => {
    const waypoint = via[index]
    return timetable.stops.filter(
      ({ line }) => line.helps || timetable.maySkip(line) || (waypoint !== undefined && isAt(line.programme, waypoint)),
    )
  })

  /** Whether a leg that reaches nothing itself may still be needed: by a leg that has a later place, or by another such leg. */
  function canBeNeeded(line: Line, index: number, legsLeft: number): boolean {
    if (!isPlain) return true
    const waypointsLeft = via.length - index
    if (legsLeft < Math.max(waypointsLeft, 1)) return false
    return timetable.lines.some(
      ({ programme, helps }) =>
        timetable.helpsTo(line, programme) &&
        ((helps && legsLeft > waypointsLeft) || via.slice(index).some(waypoint => isAt(programme, waypoint))),
    )
  }

  function* daysFor(label: Label, { opening, line }: Stop): Iterable<{ day: DayNumber; reaches: boolean }> {
    const { trips, reading, gains } = label
    if (!line.programme.repeatable && trips.some(trip => trip.line.programme === line.programme)) return
    let from = Math.max(opening.opens, trips.at(-1)?.apply ?? reader.on)
    for (const trip of trips) if (trip.ends >= from && timetable.conflict(trip.line, line)) from = trip.ends + 1
    const until = Math.min(opening.closes, end)
    if (from > until) return

    const waypoint = via[reading.reached.length]
    const reaches = (day: DayNumber) => mayReach(reading, line.programme.id, day, reader.isFollowOn)
    const isThere = waypoint !== undefined && isAt(line.programme, waypoint)
    const early =
      line.helps || timetable.maySkip(line) || !isThere ? outlook.firstOpen(line, gains, from, until) : undefined
    if (early !== undefined) yield { day: early, reaches: isThere && reaches(early) }
    if (!isThere || (early !== undefined && reaches(early))) return
    const soonest = Math.max(from, Math.min(reading.ready, reading.from?.decided ?? reading.ready))
    const turns = [reading.ready, ...timetable.followOnDays(line.programme.id)]
    const reaching = outlook.firstOpen(line, gains, soonest, until, { suits: reaches, turns })
    if (reaching !== undefined) yield { day: reaching, reaches: true }
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

  function mattering(trips: readonly Trip[], before: readonly Gain[] = []): readonly Gain[] {
    const gained = trips.flatMap(({ gains }) => gains).filter(({ award }) => timetable.matters(award))
    return gained.length === 0 ? before : [...before, ...gained].sort((a, b) => a.day - b.day)
  }

  /** Whether an itinerary can still come of a label that has not arrived. */
  function isAlive(label: Label): boolean {
    const { trips, reading } = label
    if (!isPlain) return trips.length < maxLegs
    const left = via.length - reading.reached.length
    const soonest = Math.min(reading.ready, reading.from?.decided ?? reading.ready)
    if (left === 0 || trips.length + left > maxLegs || soonest > end) return false
    return !front.beats(best(label))
  }

  function offer({ trips, reading, support, ownCost, unknown }: Label): void {
    if (reading.reached.length < via.length) return
    const arrives = reading.reached.at(-1)!.day
    if (arrives > end) return
    const journey = { arrives, support, ownCost, legs: trips.length, unknowns: outlook.facts.size(unknown), trips }
    if (!front.takes(journey)) return
    const isSurelyLean = isPlain && trips.length === via.length
    if (isSurelyLean || isLean(trips, reader, outlook)) front.add(journey)
  }

  /** For every trip of which it is still open whether it is needed, the state without it; undefined when one can never be. */
  function shadowsOf({ trips, reading }: Label): ReadonlySet<string> | undefined {
    if (isAlwaysLean) return new Set()
    const { apply } = trips.at(-1)!
    const shadows = new Set<string>()
    for (const [at, trip] of trips.entries()) {
      if (harms(trips, at, outlook)) continue
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
    const isAhead = ({ programme, helps }: Line) =>
      (programme.repeatable ||
        (programme !== trip.line.programme && !others.some(({ line }) => line.programme === programme))) &&
      (helps || via.slice(reached.length).some(waypoint => isAt(programme, waypoint)))
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
        trips: [],
        reading: read([], reader),
        gains: [],
        support: 0,
        ownCost: 0,
        unknown: noFacts,
        shadows: new Set(),
        isDominated: false,
      }
      offer(label)
      return label
    },
    *onward(label) {
      const index = label.reading.reached.length
      const legsLeft = maxLegs - label.trips.length - 1
      for (const stop of stopsFor(index)) {
        for (const { day, reaches } of daysFor(label, stop)) {
          if (!reaches && !canBeNeeded(stop.line, index, legsLeft)) continue
          const further = carriedOn(label, tripOf(stop, day), reaches)
          offer(further)
          const shadows = isAlive(further) ? shadowsOf(further) : undefined
          if (shadows) yield { ...further, shadows }
        }
      }
    },
    isPromising: label => !isPlain || !front.beats(best(label)),
    stateOf: ({ trips, reading, gains }) => states.of(trips, reading, gains),
  }
}

function readOn(reading: Reading, from: Trip, by: number): Reading {
  return { reached: [...reading.reached, { day: from.decided, by }], ready: from.ends, after: by + 1, from }
}
