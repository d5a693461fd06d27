/**
 * What of a way so far the rest of it can tell. Two labels in the same state can be carried on by the same legs on the same days, and
 * these reach the same waypoints: every later leg sees only the day, the current waypoint, what is held, what is used up and what is shut out.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Followers } from './followers.ts'
import type { Gain } from './gains.ts'
import type { Holdings } from './holdings.ts'
import { rememberedPairs } from './memo.ts'
import { type Reader, type Reading, read } from './reading.ts'
import type { Line, Timetable } from './timetable.ts'
import type { Trip } from './trip.ts'
import { isAt } from './waypoint.ts'

export interface States {
  /** The state after some trips. */
  of(trips: readonly Trip[], reading: Reading, gains: readonly Gain[]): string
  /** What of it decides whether the trip left out was needed: waypoints and gains; the day of applying is that of the whole. */
  shadowOf(others: readonly Trip[], gains: readonly Gain[], apply: DayNumber): string
}

export function statesOf(
  timetable: Timetable,
  reader: Reader,
  holdings: Holdings,
  { goesOnAtOnce }: Pick<Followers, 'goesOnAtOnce'>,
): States {
  const { via } = reader
  const comesAgain = rememberedPairs(
    (line: Line, index: number) => line.helps || via.slice(index).some(waypoint => isAt(line.programme, waypoint)),
  )
  const shutsOut = rememberedPairs((line: Line, index: number) =>
    timetable.lines
      .filter(other => timetable.conflict(line, other) && comesAgain(other, index))
      .map(({ number }) => number)
      .join('.'),
  )

  /** Waypoints that no later leg can undo: all up to a fact that was not yet met before the last day of applying. */
  function firmOf(trips: readonly Trip[], reading: Reading, apply: DayNumber): Reading {
    const open = via.findIndex(
      (waypoint, index) =>
        waypoint.is === 'fact' && !((reading.reached[index]?.day ?? Number.POSITIVE_INFINITY) < apply),
    )
    if (open < 0 || open > reading.reached.length) return reading
    return open === reading.reached.length ? reading : read(trips, { ...reader, via: via.slice(0, open) })
  }

  function way(trips: readonly Trip[], reading: Reading, apply: DayNumber): string {
    const firm = firmOf(trips, reading, apply)
    const index = firm.reached.length
    if (firm.ready <= apply && via[index]?.is !== 'fact') return `${index}`
    const { from } = firm
    const isJoined = from !== undefined && goesOnAtOnce(from.line, index - 1)
    const follows = isJoined ? `${from.line.programme.id}@${Math.max(from.decided, apply)}` : ''
    // After a fact that is still open, legs of this very day may yet reach the waypoints behind it.
    const unread =
      via[index]?.is === 'fact'
        ? trips
            .slice(firm.after)
            .filter(trip => trip.apply === apply)
            .map(({ line, decided, ends }) => `${line.number}@${decided}-${ends}`)
        : []
    return `${index}>${Math.max(firm.ready, apply)} ${follows} ${unread.join(' ')}`
  }

  return {
    of(trips, reading, gains) {
      const { apply } = trips.at(-1)!
      const index = firmOf(trips, reading, apply).reached.length
      const used = trips.flatMap(({ line }) =>
        comesAgain(line, index) && !line.programme.repeatable ? [line.programme.id] : [],
      )
      const shut = trips.flatMap(({ line, ends }) => {
        const lines = ends >= apply ? shutsOut(line, index) : ''
        return lines === '' ? [] : [`${lines}@${ends}`]
      })
      return [
        apply,
        way(trips, reading, apply),
        holdings(gains, apply),
        used.sort().join(' '),
        shut.sort().join(' '),
      ].join('|')
    },
    shadowOf: (others, gains, apply) => `${way(others, read(others, reader), apply)}|${holdings(gains, apply)}`,
  }
}
