/** Whether every leg of an itinerary is needed. */
import type { Outlook } from './outlook.ts'
import { type Reader, read } from './reading.ts'
import { gainsOf, type Trip } from './trip.ts'

/**
 * Take any one leg away, leave the days of the others: a waypoint is not reached, or another leg is harmed. The first `standing` ones
 * cannot be taken away any more.
 */
export function isLean(trips: readonly Trip[], reader: Reader, outlook: Outlook, standing: number): boolean {
  return trips.every((_, at) => {
    if (at < standing) return true
    const others = trips.filter((_, other) => other !== at)
    return read(others, reader).reached.length < reader.via.length || harms(trips, at, outlook)
  })
}

/** Whether, without the trip at a position, a criterion of a later one is no longer met or an exclusion now is. */
function harms(trips: readonly Trip[], at: number, outlook: Outlook): boolean {
  return trips.some((_, later) => later > at && reliesOn(trips, later, at, outlook))
}

/** Whether a trip would lose a criterion that is met, or an exclusion that is not, without one in front of it. */
export function reliesOn(trips: readonly Trip[], at: number, other: number, outlook: Outlook): boolean {
  const { line, apply } = trips[at]!
  const { gains } = trips[other]!
  if (gains[0].day > apply || !gains.some(({ award }) => outlook.concerns(line, award))) return false
  const before = trips.slice(0, at)
  const withIt = outlook.outcome(line, gainsOf(before), apply)
  const withoutIt = outlook.outcome(line, gainsOf(before.filter((_, index) => index !== other)), apply)
  return withIt !== withoutIt && withIt.sound.some((sound, rule) => sound && !withoutIt.sound[rule])
}
