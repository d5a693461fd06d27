/**
 * What the rest of a way owes to legs of which it is still open whether they are needed. Each must yet be needed by a leg behind it,
 * and these legs take some of those that are left: one for each waypoint, and a few besides that must be needed themselves.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { RuledProgramme } from '@ieum/rules'
import { remembered, rememberedPairs } from './memo.ts'
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
  /**
   * The most that so many programmes give, none of them used, of which each helps one of a set or another of them; undefined when
   * there is none at all.
   */
  mostHelping(set: ProgrammeSet, count: number, used: ReadonlySet<RuledProgramme>): number | undefined
}

export function programmesOf(
  offers: readonly Offer[],
  helps: (from: RuledProgramme, to: RuledProgramme) => boolean,
): Programmes {
  const all = [...Map.groupBy(offers, ({ line }) => line.programme)].map(([programme, own], at) => ({
    programme,
    bit: 1n << BigInt(at),
    most: Math.max(0, ...own.map(({ support }) => support)),
  }))
  const bits = new Map(all.map(({ programme, bit }) => [programme, bit]))
  const within = (set: ProgrammeSet) => all.filter(({ bit }) => (bit & set) !== 0n)
  const of = (programmes: Iterable<RuledProgramme>) => {
    let set = 0n
    for (const programme of programmes) set |= bits.get(programme) ?? 0n
    return set
  }
  const helped = new Map(
    all.map(({ programme, bit }) => [
      bit,
      of(all.map(({ programme }) => programme).filter(to => helps(programme, to))),
    ]),
  )
  const helpersOf = remembered((set: ProgrammeSet) => {
    let helpers = 0n
    for (const [bit, targets] of helped) if ((targets & set) !== 0n) helpers |= bit
    return helpers
  })
  /** Those that help a set, or help those that do, and so on; with the most support first. */
  const helping = rememberedPairs((set: ProgrammeSet, depth: number) => {
    let found = helpersOf(set)
    for (let further = 1; further < depth; further++) found |= helpersOf(found)
    return within(found).sort((a, b) => b.most - a.most)
  })
  return {
    of,
    most: remembered((set: ProgrammeSet) => Math.max(0, ...within(set).map(({ most }) => most))),
    helpedBy: remembered((set: ProgrammeSet) => within(set).reduce((all, { bit }) => all | helped.get(bit)!, 0n)),
    mostHelping(set, count, used) {
      let left = count
      let sum: number | undefined
      for (const { programme, most } of helping(set, count)) {
        if (left === 0) break
        if (programme.repeatable) return (sum ?? 0) + left * most
        if (used.has(programme)) continue
        sum = (sum ?? 0) + most
        left--
      }
      return sum
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
  readonly used: ReadonlySet<RuledProgramme>
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
    if (need === undefined) {
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
