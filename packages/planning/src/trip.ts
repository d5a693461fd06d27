import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { type Gain, gainsOfLeg } from './gains.ts'
import { decidedOn, endsOn, type Opening } from './openings.ts'
import type { Line, Timetable } from './timetable.ts'

/** RAPTOR's word: an opening boarded on a day. What the contract calls a leg, in day numbers. */
export interface Trip {
  readonly opening: Opening
  readonly line: Line
  readonly apply: DayNumber
  readonly decided: DayNumber
  readonly ends: DayNumber
  /** What the firm holds from the day it is decided, and from the day it ends. */
  readonly gains: readonly [selected: Gain, completed: Gain]
}

/** `support`: what the leg gives. */
export function tripOf(line: Line, opening: Opening, apply: DayNumber, support: number): Trip {
  const decided = decidedOn(opening, apply)
  return tripOn(line, opening, { apply, decided, ends: endsOn(opening, decided), support })
}

/** A trip whose days are given. */
export function tripOn(
  line: Line,
  opening: Opening,
  { apply, decided, ends, support }: Pick<Trip, 'apply' | 'decided' | 'ends'> & { readonly support: number },
): Trip {
  const gains = gainsOfLeg(line.selected, line.completed, { decided, ends, support })
  return { opening, line, apply, decided, ends, gains }
}

/** Everything that trips bring, in the order of the days; of one day, in the order of the trips. */
export function gainsOf(trips: readonly Trip[]): readonly Gain[] {
  return trips.flatMap(({ gains }) => gains).sort((a, b) => a.day - b.day)
}

/** What of it can be told by anything ahead, added to what was held before them. */
export function gainsTold(
  trips: readonly Trip[],
  { matters }: Pick<Timetable, 'matters'>,
  before: readonly Gain[] = [],
): readonly Gain[] {
  let gained: Gain[] | undefined
  for (const trip of trips)
    for (const gain of trip.gains) {
      if (!matters(gain.award)) continue
      gained ??= [...before]
      let place = gained.length
      while (place > 0 && gained[place - 1]!.day > gain.day) place--
      gained.splice(place, 0, gain)
    }
  return gained ?? before
}
