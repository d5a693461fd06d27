/**
 * What the rest of a way owes to legs of which it is still open whether they are needed. Each must yet be needed by a leg behind it,
 * and these legs take some of those that are left: one for each waypoint, and a few besides that must be needed themselves.
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

/** Programmes as bits. */
export type ProgrammeSet = bigint

export interface Programmes {
  of(programmes: Iterable<RuledProgramme>): ProgrammeSet
  /** The most that any of them gives. */
  most(set: ProgrammeSet): number
  /** All that any of them helps. */
  helpedBy(set: ProgrammeSet): ProgrammeSet
}

export function programmesOf(
  offers: readonly Offer[],
  helps: (from: Offer, to: RuledProgramme) => boolean,
): Programmes {
  const all = [...Map.groupBy(offers, ({ line }) => line.programme)]
  const bits = new Map(all.map(([programme], at) => [programme, 1n << BigInt(at)]))
  const mostKnown = new Map<ProgrammeSet, number>()
  const helpedKnown = new Map<ProgrammeSet, ProgrammeSet>()
  const within = (set: ProgrammeSet) => all.filter(([programme]) => (bits.get(programme)! & set) !== 0n)
  const of = (programmes: Iterable<RuledProgramme>) => {
    let set = 0n
    for (const programme of programmes) set |= bits.get(programme) ?? 0n
    return set
  }
  return {
    of,
    most(set) {
      const known = mostKnown.get(set)
      if (known !== undefined) return known
      const most = Math.max(0, ...within(set).flatMap(([, own]) => own.map(({ support }) => support)))
      mostKnown.set(set, most)
      return most
    },
    helpedBy(set) {
      const known = helpedKnown.get(set)
      if (known !== undefined) return known
      const helpers = within(set).map(([, own]) => own[0]!)
      const helped = of(all.map(([programme]) => programme).filter(to => helpers.some(from => helps(from, to))))
      helpedKnown.set(set, helped)
      return helped
    },
  }
}

/** The legs that are left. */
export interface Room {
  /** For each waypoint that is left, the programmes that have it. */
  readonly reaching: readonly ProgrammeSet[]
  /** Legs besides, and the programmes that may be boarded without reaching a waypoint. */
  readonly besides: number
  readonly helpers: ProgrammeSet
  /** The most that so many legs besides give. */
  readonly mostBesides: (legs: number) => number
}

/**
 * The most support that legs which meet all the needs can give, were there no windows and no criteria; undefined when they have no
 * room. One leg may meet several needs; one that reaches nothing is another need.
 */
export function mostWithin(needs: readonly ProgrammeSet[], room: Room, programmes: Programmes): number | undefined {
  function place(
    [need, ...rest]: readonly ProgrammeSet[],
    reaching: readonly ProgrammeSet[],
    besides: readonly ProgrammeSet[],
  ): number | undefined {
    if (need === undefined)
      return (
        [...reaching, ...besides].reduce((sum, set) => sum + programmes.most(set), 0) +
        room.mostBesides(room.besides - besides.length)
      )
    let most: number | undefined
    const take = (found: number | undefined) => {
      if (found !== undefined && (most === undefined || found > most)) most = found
    }
    for (const [at, set] of reaching.entries())
      if ((set & need) !== 0n) take(place(rest, reaching.with(at, set & need), besides))
    for (const [at, set] of besides.entries())
      if ((set & need) !== 0n) take(place(rest, reaching, besides.with(at, set & need)))
    const helping = need & room.helpers
    if (besides.length < room.besides && helping !== 0n)
      take(place([...rest, programmes.helpedBy(helping)], reaching, [...besides, helping]))
    return most
  }
  return place(needs, room.reaching, [])
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
