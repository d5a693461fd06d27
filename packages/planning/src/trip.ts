import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Gain } from './gains.ts'
import { decidedOn, endsOn, type Opening } from './openings.ts'
import type { Line } from './timetable.ts'

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

export function tripOf(line: Line, opening: Opening, apply: DayNumber): Trip {
  const decided = decidedOn(opening, apply)
  return tripOn(line, opening, apply, decided, endsOn(opening, decided))
}

/** A trip whose days are given. */
export function tripOn(line: Line, opening: Opening, apply: DayNumber, decided: DayNumber, ends: DayNumber): Trip {
  return {
    opening,
    line,
    apply,
    decided,
    ends,
    gains: [
      { award: line.selected, day: decided },
      { award: line.completed, day: ends },
    ],
  }
}

/** Everything that trips bring, in the order of the days; of one day, in the order of the trips. */
export function gainsOf(trips: readonly Trip[]): readonly Gain[] {
  return trips.flatMap(({ gains }) => gains).sort((a, b) => a.day - b.day)
}
