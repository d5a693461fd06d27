/**
 * What the rest of a way owes to legs of which it is still open whether they are needed: each must yet be needed by a leg behind it,
 * and these legs take some of those that are left.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { RuledProgramme } from '@ieum/rules'
import type { Offer } from './offers.ts'
import { decidedOn } from './openings.ts'

/** Those who may yet need one leg. */
export interface Need {
  readonly by: readonly Offer[]
  /** What the leg brings is held from this day on. */
  readonly from: DayNumber
  /** None of them can be boarded without reaching a waypoint. */
  readonly onlyReaching: boolean
}

export interface Slots {
  readonly reaching: number
  readonly all: number
}

/** Whether there are legs enough for all needs. Needs that have no one in common take a leg each. */
export function haveRoom(needs: readonly Need[], { reaching, all }: Slots): boolean {
  return apart(needs) <= all && apart(needs.filter(({ onlyReaching }) => onlyReaching)) <= reaching
}

/** So many of the needs, at least, have no one in common. */
function apart(needs: readonly Need[]): number {
  const taken: ReadonlySet<RuledProgramme>[] = []
  for (const { by } of [...needs].sort((a, b) => a.by.length - b.by.length)) {
    const own = new Set(by.map(({ line }) => line.programme))
    if (taken.every(other => ![...own].some(programme => other.has(programme)))) taken.push(own)
  }
  return taken.length
}

/** No way that meets a need arrives before this day. */
export function soonestFor({ by, from, onlyReaching }: Need): DayNumber {
  let soonest = Number.POSITIVE_INFINITY
  for (const offer of by)
    for (const opening of offer.openings) {
      if (opening.closes < from) continue
      const apply = offer.soonest(opening, from)
      if (apply === undefined) continue
      soonest = Math.min(soonest, onlyReaching ? decidedOn(opening, apply) : apply)
    }
  return soonest
}
