/**
 * Which of the legs that are left meet which claims. Each way to place them is held against what was found by all measures at once:
 * where one leg would bring the support, and another keep the cost down, there must be room for both.
 */
import type { RuledProgramme } from '@ieum/rules'
import type { Claim } from './claims.ts'
import { type Fare, joined } from './fares.ts'
import { remembered, rememberedSets } from './memo.ts'
import { mostOf, type ProgrammeSet, type ProgrammeSets } from './programme-sets.ts'
import type { NeededTogether } from './rivals.ts'
import type { Line } from './timetable.ts'

/** A leg that is left: the programmes that it may be of, and what any of them comes to at best. */
export interface Post {
  readonly set: ProgrammeSet
  readonly fare: Fare
  /** The programmes that it may need besides. */
  readonly helpers: ProgrammeSet
  /** The lines of the legs that need it, as far as they are told from others. */
  readonly needing: readonly (readonly Line[])[]
}

/** The legs that are left. */
export interface Room {
  /** One for each waypoint that is left. */
  readonly reaching: readonly Post[]
  /** Legs besides, and the programmes that may be boarded without reaching a waypoint. */
  readonly besides: number
  readonly helpers: ProgrammeSet
  readonly used: ReadonlySet<RuledProgramme>
}

export interface Placements {
  /** A leg of any of some programmes, of which nothing is owed. */
  post(set: ProgrammeSet): Post
  /**
   * The most support of ways to place the legs so that all claims are met, were there no windows and no criteria; undefined when there is
   * no room, or no way has promise. One leg may meet several claims; one that reaches nothing makes another. `hasPromise`: of what a way
   * comes to at best, with so many legs besides or more.
   */
  mostWithin(
    claims: readonly Pick<Claim, 'lines' | 'by'>[],
    room: Room,
    hasPromise: (fare: Fare, besides: number) => boolean,
  ): number | undefined
}

interface Owed {
  /** None where they are not told from others. */
  readonly lines: readonly Line[] | undefined
  readonly by: ProgrammeSet
}

export function placementsOf(programmes: ProgrammeSets, together: NeededTogether): Placements {
  const post = rememberedSets(
    (set): Post => ({ set, fare: programmes.best(set), helpers: programmes.helping(set), needing: [] }),
  )

  /** Those that some of a set may need together with one of some lines. */
  const companions = remembered((lines: readonly Line[]) =>
    rememberedSets(set =>
      programmes
        .within(programmes.helping(set))
        .reduce((all, helper) => ((together(lines, helper.lines) & set) === 0n ? all : all | helper.bit), 0n),
    ),
  )

  /** The leg with a claim met; undefined when it cannot meet that as well. */
  function meeting({ set, needing }: Post, { lines, by }: Owed): Post | undefined {
    let within = set & by
    if (lines) for (const others of needing) within &= together(others, lines)
    if (within === 0n) return undefined
    const all = lines ? [...needing, lines] : needing
    const { fare, helpers } = post(within)
    return {
      set: within,
      fare,
      helpers: all.reduce((left, own) => left & companions(own)(within), helpers),
      needing: all,
    }
  }

  return {
    post,
    mostWithin(claims, room, hasPromise) {
      function whole(boarded: readonly Post[], besides: number): number | undefined {
        const count = room.besides - besides
        const helpers = boarded.reduce((all, { helpers }) => all | helpers, 0n)
        const more = count === 0 ? 0 : (mostOf(programmes.withHelpers(helpers, count - 1), count, room.used) ?? 0)
        const sum = boarded.reduce((sum: Fare, { fare }) => joined(sum, fare), { ...nothing, support: more })
        return hasPromise(sum, besides) ? sum.support : undefined
      }
      function place(
        [claim, ...rest]: readonly Owed[],
        reaching: readonly Post[],
        besides: readonly Post[],
      ): number | undefined {
        if (claim === undefined) return whole([...reaching, ...besides], besides.length)
        let most: number | undefined
        const take = (found: number | undefined) => {
          if (found !== undefined && (most === undefined || found > most)) most = found
        }
        for (const [at, leg] of reaching.entries()) {
          const met = meeting(leg, claim)
          if (met) take(place(rest, reaching.with(at, met), besides))
        }
        for (const [at, leg] of besides.entries()) {
          const met = meeting(leg, claim)
          if (met) take(place(rest, reaching, besides.with(at, met)))
        }
        const helping = besides.length < room.besides && meeting(post(room.helpers), claim)
        if (helping)
          take(
            place([...rest, { lines: undefined, by: programmes.helpedBy(helping.set) }], reaching, [
              ...besides,
              helping,
            ]),
          )
        return most
      }
      return place(claims, room.reaching, [])
    },
  }
}

const nothing: Fare = { support: 0, ownCost: 0, unknown: 0n }
