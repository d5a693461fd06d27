/**
 * What the rest of a way owes to legs of which it is still open whether they are needed. Each must yet be needed by a leg behind it, and so
 * claims one of the legs that are left: one for each waypoint, and a few besides that must be needed themselves.
 */

import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Claim } from './claim.ts'
import type { Followers } from './followers.ts'
import type { Gain } from './gains.ts'
import type { Demand } from './helping.ts'
import type { Holdings } from './holdings.ts'
import type { Label } from './label.ts'
import { reliesOn } from './lean.ts'
import { remembered, rememberedPairs } from './memo.ts'
import { type Offer, soonestOf } from './offers.ts'
import { decidedOn } from './openings.ts'
import type { Outlook } from './outlook.ts'
import type { ProgrammeSets } from './programme-sets.ts'
import { reachableFrom } from './reading.ts'
import type { Line, Timetable } from './timetable.ts'
import { gainsTold, type Trip } from './trip.ts'

/** What of a label, and of what may come behind it, decides who may need a leg. */
interface Ahead {
  readonly index: number
  readonly legsLeft: number
  /** Nothing can be applied for sooner, and no leg that reaches a waypoint before it can be reached. */
  readonly apply: DayNumber
  readonly reaching: DayNumber
  readonly isUsed: (line: Line) => boolean
  /** What is held without the leg, and with it. */
  readonly gains: readonly Gain[]
  readonly all: readonly Gain[]
}

interface Needer {
  readonly offer: Offer
  /** The first day on which it can be applied for. */
  readonly soonest: DayNumber
  /** It has no leg to spare for reaching nothing. */
  readonly isOnlyReaching: boolean
}

export interface Claims {
  /** The trips of which it is settled that they are needed, when the last of some is there; `before`: without it. Bits by position. */
  neededBy(trips: readonly Trip[], before: number): number
  isOpen(needed: number, at: number): boolean
  /** After this day nobody can be applied for who asks for anything that a line brings. */
  lastNeed(line: Line): DayNumber
  /** The lines that can bring nothing any more that anyone asks for and does not have for good from what is held on a day. */
  idle(gains: readonly Gain[], day: DayNumber): (line: Line) => boolean
  /** Who may yet need the trips of which that is still open; undefined where one of them nobody can need any more. */
  of(label: Omit<Label, 'claims'>): readonly Claim[] | undefined
}

/** For ways whose waypoints are all places. The first `standing` trips need not be needed. */
export function claimsOf(
  timetable: Timetable,
  outlook: Outlook,
  holdings: Holdings,
  { hasPlace, mayFollow, mayFollowWithout, goesOnAtOnce }: Followers,
  offers: readonly Offer[],
  programmes: ProgrammeSets,
  maxLegs: number,
  end: DayNumber,
  standing: number,
): Claims {
  const offerOf = new Map(offers.map(offer => [offer.line, offer]))
  const isOpen: Claims['isOpen'] = (needed, at) => at >= standing && (needed & (1 << at)) === 0

  const alone = remembered((line: Line): readonly Line[] => [line])
  const soonestOn = rememberedPairs((offer: Offer, from: DayNumber) => soonestOf([offer], from, (_, apply) => apply))
  const decidedFrom = rememberedPairs((offer: Offer, from: DayNumber) => soonestOf([offer], from, decidedOn))

  /** The lines that ask for something that is brought and is not there for good by the first day on which they can be applied for. */
  function* needersOf(brought: readonly Pick<Gain, 'award' | 'day'>[], ahead: Ahead): Iterable<Needer> {
    const { index, legsLeft, apply, reaching, isUsed, gains } = ahead
    for (const { award, day } of brought)
      for (const { line, demands } of timetable.demandsFor(award)) {
        const offer = offerOf.get(line)
        if (!offer || isUsed(line) || !mayFollow(line, index, legsLeft)) continue
        const isOnlyReaching = !mayFollowWithout(line, index, legsLeft)
        const soonest = soonestOn(offer, Math.max(apply, day, isOnlyReaching ? reaching : apply))
        if (soonest === Number.POSITIVE_INFINITY) continue
        const held = gains.filter(gain => gain.day <= soonest)
        const awards = held.map(gain => gain.award)
        const isMissed = (demand: Demand) =>
          !timetable.isBroughtAnyway(demand, award, awards) && !outlook.isMetForGood(demand, held)
        if (demands.some(isMissed)) yield { offer, soonest, isOnlyReaching }
      }
  }

  /** No way on which a line is applied for from a day on, and is needed itself, arrives sooner; infinite when there is none. */
  function arrivesBy({ offer, soonest, isOnlyReaching }: Needer, ahead: Ahead): DayNumber {
    const decided = decidedFrom(offer, soonest)
    if (isOnlyReaching || hasPlace(offer.line, ahead.index) || decided > end) return decided
    const { line } = offer
    const further = {
      ...ahead,
      apply: soonest,
      legsLeft: ahead.legsLeft - 1,
      isUsed: (other: Line) =>
        ahead.isUsed(other) || (other.programme === line.programme && !line.programme.repeatable),
      gains: ahead.all,
    }
    let arrives = Number.POSITIVE_INFINITY
    for (const needer of needersOf(
      [line.selected, line.completed].map(award => ({ award, day: decided })),
      further,
    ))
      arrives = Math.min(arrives, arrivesBy(needer, further))
    return arrives
  }

  /**
   * Who may yet need a leg that reaches nothing itself: lines that may yet be boarded, ask for what it brings, and do not have it
   * from the others by the first day on which they can be applied for once it is brought; those that reach nothing must be needed in turn.
   */
  function claimOf(
    trip: Trip,
    others: readonly Trip[],
    label: Pick<Label, 'reading' | 'gains'>,
    apply: DayNumber,
  ): Claim {
    const { reading, gains } = label
    const ahead: Ahead = {
      index: reading.reached.length,
      legsLeft: maxLegs - others.length - 1,
      apply,
      reaching: reachableFrom(reading, goesOnAtOnce),
      isUsed: ({ programme }) =>
        !programme.repeatable &&
        (programme === trip.line.programme || others.some(other => other.line.programme === programme)),
      gains: gainsTold(others, timetable),
      all: gains,
    }
    const by = new Set<Offer>()
    let soonest = Number.POSITIVE_INFINITY
    for (const needer of needersOf(trip.gains, ahead)) {
      const arrives = arrivesBy(needer, ahead)
      if (arrives > end) continue
      by.add(needer.offer)
      soonest = Math.min(soonest, arrives)
    }
    return {
      lines: alone(trip.line),
      by: programmes.of([...by].map(({ line }) => line.programme)),
      from: Math.max(apply, trip.gains[0].day),
      arrives: soonest,
    }
  }

  const lastNeed = remembered(({ selected, completed }: Line): DayNumber => {
    const asking = [selected, completed].flatMap(timetable.demandsFor)
    const openings = asking.flatMap(({ line }) => offerOf.get(line)?.openings ?? [])
    return openings.reduce((last, { closes }) => Math.max(last, closes), Number.NEGATIVE_INFINITY)
  })
  const idleWith = new Map<string, (line: Line) => boolean>()
  const isIdle = ({ selected, completed }: Line, held: readonly Gain[]) => {
    const awards = held.map(gain => gain.award)
    return [selected, completed].every(award =>
      timetable
        .demandsFor(award)
        .every(({ demands }) =>
          demands.every(
            demand => timetable.isBroughtAnyway(demand, award, awards) || outlook.isMetForGood(demand, held),
          ),
        ),
    )
  }

  return {
    neededBy(trips, before) {
      const last = trips.length - 1
      let needed = before
      for (let at = standing; at < last; at++)
        if ((needed & (1 << at)) === 0 && reliesOn(trips, last, at, outlook)) needed |= 1 << at
      return needed
    },
    isOpen,
    lastNeed,
    idle(gains, day) {
      const held = gains.filter(gain => gain.day <= day)
      const key = held.map(({ award, day, granted }) => `${award.number}@${day}:${granted}`).join()
      const known = idleWith.get(key) ?? remembered((line: Line) => isIdle(line, held))
      idleWith.set(key, known)
      return known
    },
    of({ trips, reading, gains, needed }) {
      if (trips.length === 0) return []
      const { apply } = trips.at(-1)!
      let held: string | undefined
      const open: Claim[] = []
      for (const [at, trip] of trips.entries()) {
        if (!isOpen(needed, at) || reading.reached.some(({ by }) => by === at)) continue
        const others = trips.filter((_, other) => other !== at)
        // What is held from now on is the same without it: nobody will miss it.
        held ??= holdings(gains, apply)
        if (holdings(gainsTold(others, timetable), apply) === held) return undefined
        const claim = claimOf(trip, others, { reading, gains }, apply)
        if (claim.by === 0n) return undefined
        open.push(claim)
      }
      return open
    },
  }
}
