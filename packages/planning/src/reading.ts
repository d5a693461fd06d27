/** Reads a sequence of trips for the waypoints that it reaches. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { FollowOn } from './links.ts'
import type { Line } from './timetable.ts'
import type { Trip } from './trip.ts'
import { isAt, type Waypoint } from './waypoint.ts'

export interface Reached {
  readonly day: DayNumber
  /** Position of the trip that reached it; none for a fact. */
  readonly by?: number
}

/** How far a sequence of trips has come. */
export interface Reading {
  /** One entry a waypoint that has been reached. */
  readonly reached: readonly Reached[]
  /** From this day on the current waypoint can be reached. */
  readonly ready: DayNumber
  /** Trips from this position on have not been read. */
  readonly after: number
  /** The trip that reached the waypoint before; none at the start and after a fact. */
  readonly from?: Trip
}

export interface Reader {
  readonly via: readonly Waypoint[]
  readonly on: DayNumber
  readonly isFollowOn: FollowOn
  /** The first day, not before the one given, on which a sentence is met with what the trips bring. */
  readonly firstDayOf: (sentence: number, trips: readonly Trip[], from: DayNumber) => DayNumber | undefined
}

/** Whether a leg applied for on a day reaches the current waypoint, given that it has its stage or programme. */
export function mayReach({ ready, from }: Reading, programme: string, apply: DayNumber, isFollowOn: FollowOn): boolean {
  if (apply >= ready) return true
  return from !== undefined && apply >= from.decided && isFollowOn(from.line.programme.id, programme, apply)
}

/** No leg applied for sooner reaches the current waypoint. `goesOnAtOnce`: whether a link may lead on from one that reached one before. */
export function reachableFrom(
  { reached, ready, from }: Reading,
  goesOnAtOnce: (line: Line, index: number) => boolean,
): DayNumber {
  return from && goesOnAtOnce(from.line, reached.length - 1) ? Math.min(from.decided, ready) : ready
}

/** Reads the trips in order; each reaches one waypoint at most. */
export function read(trips: readonly Trip[], reader: Reader): Reading {
  let reading: Reading = { reached: [], ready: reader.on, after: 0 }
  for (const waypoint of reader.via) {
    const further =
      waypoint.is === 'place'
        ? readPlace(reading, waypoint, trips, reader)
        : readFact(reading, waypoint.sentence, trips, reader)
    if (!further) return reading
    reading = further
  }
  return reading
}

function readPlace(
  reading: Reading,
  waypoint: Waypoint,
  trips: readonly Trip[],
  { isFollowOn }: Reader,
): Reading | undefined {
  for (let by = reading.after; by < trips.length; by++) {
    const from = trips[by]!
    if (!isAt(from.line.programme, waypoint) || !mayReach(reading, from.line.programme.id, from.apply, isFollowOn))
      continue
    return { reached: [...reading.reached, { day: from.decided, by }], ready: from.ends, after: by + 1, from }
  }
  return undefined
}

function readFact(reading: Reading, sentence: number, trips: readonly Trip[], reader: Reader): Reading | undefined {
  const day = reader.firstDayOf(sentence, trips, reading.ready)
  return day === undefined ? undefined : { reached: [...reading.reached, { day }], ready: day, after: reading.after }
}
