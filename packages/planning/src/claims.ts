/**
 * What the rest of a way owes to legs of which it is still open whether they are needed. Each must yet be needed by a leg behind it, and so
 * claims one of the legs that are left: one for each waypoint, and a few besides that must be needed themselves.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { RuledProgramme } from '@ieum/rules'
import type { Followers } from './followers.ts'
import type { Holdings } from './holdings.ts'
import type { Label } from './label.ts'
import { reliesOn } from './lean.ts'
import { type Offer, soonestOf } from './offers.ts'
import { decidedOn } from './openings.ts'
import type { Outlook } from './outlook.ts'
import type { ProgrammeSet, ProgrammeSets } from './programme-sets.ts'
import type { Reading } from './reading.ts'
import type { Line, Timetable } from './timetable.ts'
import { gainsTold, type Trip } from './trip.ts'

/** Those who may yet need one leg. */
export interface Claim {
  readonly by: ProgrammeSet
  /** What the leg brings is held from this day on: none of them needs it sooner. */
  readonly from: DayNumber
  /** No way that meets the claim arrives before this day. */
  readonly arrives: DayNumber
}

/** The legs that are left. */
export interface Room {
  /** For each waypoint that is left, the programmes that have it. */
  readonly reaching: readonly ProgrammeSet[]
  /** Legs besides, and the programmes that may be boarded without reaching a waypoint. */
  readonly besides: number
  readonly helpers: ProgrammeSet
  readonly used: ReadonlySet<RuledProgramme>
}

/**
 * The most support that legs which meet all the claims can give, were there no windows and no criteria; undefined when they have no
 * room. One leg may meet several claims; one that reaches nothing makes another.
 */
export function mostWithin(claims: readonly ProgrammeSet[], room: Room, programmes: ProgrammeSets): number | undefined {
  function place(
    [claim, ...rest]: readonly ProgrammeSet[],
    reaching: readonly ProgrammeSet[],
    besides: readonly ProgrammeSet[],
  ): number | undefined {
    if (claim === undefined) {
      const boarded = [...reaching, ...besides]
      const served = boarded.reduce((all, set) => all | set, 0n)
      const more = programmes.mostHelping(served, room.besides - besides.length, room.used) ?? 0
      return boarded.reduce((sum, set) => sum + programmes.most(set), more)
    }
    let most: number | undefined
    const take = (found: number | undefined) => {
      if (found !== undefined && (most === undefined || found > most)) most = found
    }
    for (const [at, set] of reaching.entries())
      if ((set & claim) !== 0n) take(place(rest, reaching.with(at, set & claim), besides))
    for (const [at, set] of besides.entries())
      if ((set & claim) !== 0n) take(place(rest, reaching, besides.with(at, set & claim)))
    const helping = claim & room.helpers
    if (besides.length < room.besides && helping !== 0n)
      take(place([...rest, programmes.helpedBy(helping)], reaching, [...besides, helping]))
    return most
  }
  return place(claims, room.reaching, [])
}

export interface Claims {
  /** The trips of which it is settled that they are needed, when the last of some is there; `before`: without it. Bits by position. */
  neededBy(trips: readonly Trip[], before: number): number
  isOpen(needed: number, at: number): boolean
  /** Who may yet need the trips of which that is still open; undefined where one of them nobody can need any more. */
  of(label: Omit<Label, 'claims'>): readonly Claim[] | undefined
}

/** For ways whose waypoints are all places. The first `standing` trips need not be needed. */
export function claimsOf(
  timetable: Timetable,
  outlook: Outlook,
  holdings: Holdings,
  { mayFollow, mayFollowWithout }: Followers,
  offers: readonly Offer[],
  programmes: ProgrammeSets,
  maxLegs: number,
  standing: number,
): Claims {
  const offerOf = new Map(offers.map(offer => [offer.line, offer]))
  const isOpen: Claims['isOpen'] = (needed, at) => at >= standing && (needed & (1 << at)) === 0

  /**
   * Who may yet need a leg that reaches nothing itself: lines that may yet be boarded, ask for what it brings, and do not have it
   * from the others by the day on which it is brought. Every leg that could rely on it comes after that day.
   */
  function claimOf(trip: Trip, others: readonly Trip[], { reached }: Reading, apply: DayNumber): Claim {
    const gains = gainsTold(others, timetable)
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
    const from = Math.max(apply, trip.gains[0].day)
    const all = [...by]
    const onlyReaching = !all.some(({ line }) => mayFollowWithout(line, reached.length, legsLeft))
    return {
      by: programmes.of(all.map(({ line }) => line.programme)),
      from,
      arrives: soonestOf(all, from, onlyReaching ? decidedOn : (_, apply) => apply),
    }
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
        const claim = claimOf(trip, others, reading, apply)
        if (claim.by === 0n) return undefined
        open.push(claim)
      }
      return open
    },
  }
}
