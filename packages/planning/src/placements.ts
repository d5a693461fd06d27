/**
 * Which of the legs that are left meet which claims. Each way to place them is held against what was found by all measures at once:
 * where one leg would bring the support, and another keep the cost down, there must be room for both.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { RuledProgramme } from '@ieum/rules'
import type { Claim } from './claim.ts'
import type { Fare } from './fare.ts'
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

/** The same with the day before which it is not applied for, since it meets claims; left out when it meets none. */
export interface Place {
  readonly post: Post
  readonly from?: DayNumber
}

/** The legs that are left. */
export interface Room {
  /** One for each waypoint that is left. */
  readonly reaching: readonly Place[]
  /** Legs besides that there are, and how many there may be with them. */
  readonly boarded: readonly Place[]
  readonly besides: number
  /** The programmes that may be boarded without reaching a waypoint. */
  readonly helpers: Post
  readonly used: ReadonlySet<RuledProgramme>
}

/** One way to meet all claims. */
export interface Placement {
  readonly reaching: readonly Place[]
  readonly besides: readonly Place[]
  /** The most that no leg more, one more, two more and so on bring, as far as any of the others may need them. */
  more(): readonly number[]
}

/** What meets a claim, whenever that is. */
type Asked = Pick<Claim, 'by'> & Partial<Pick<Claim, 'lines'>>

export interface Owed {
  readonly asked: Asked
  readonly from: DayNumber
}

export interface Placements {
  /** A leg of any of some programmes, of which nothing is owed. */
  post(set: ProgrammeSet): Post
  /** Whether any of the ways to meet all claims is of use. One leg may meet several claims; one that reaches nothing makes another. */
  some(claims: readonly Owed[], room: Room, isOfUse: (placement: Placement) => boolean): boolean
}

/** Of more programmes than these nobody asks which two of them one leg can need at once. */
const mostTold = 12

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

  const linesOf = rememberedSets((set): readonly Line[] | undefined => {
    const members = programmes.within(set)
    return members.length > mostTold ? undefined : members.flatMap(({ lines }) => lines)
  })

  /** A leg with a claim met; undefined when it cannot meet that as well. A label's claims are asked about again and again. */
  const meetings = new WeakMap<Asked, WeakMap<Post, { readonly met: Post | undefined }>>()
  function meeting(leg: Post, asked: Asked): Post | undefined {
    const ofClaim = meetings.get(asked) ?? new WeakMap<Post, { readonly met: Post | undefined }>()
    meetings.set(asked, ofClaim)
    const known = ofClaim.get(leg) ?? { met: meetingOf(leg, asked) }
    ofClaim.set(leg, known)
    return known.met
  }
  function meetingOf({ set, needing }: Post, { lines, by }: Asked): Post | undefined {
    let within = set & by
    if (lines) for (const others of needing) within &= together(others, lines)
    if (within === 0n) return undefined
    const { fare, helpers } = post(within)
    const all = lines ? [...needing, lines] : needing
    const companionsOfAll = all.reduce((left, own) => left & companions(own)(within), helpers)
    return { set: within, fare, helpers: companionsOfAll, needing: all }
  }
  const askedBy = rememberedSets((set): Asked => {
    const lines = linesOf(set)
    return { by: programmes.helpedBy(set), ...(lines && { lines }) }
  })

  return {
    post,
    some(claims, room, isOfUse) {
      const more = (legs: readonly Place[], count: number): readonly number[] => {
        const helpers = legs.reduce((all, { post }) => all | post.helpers, 0n)
        const most = [0]
        for (let more = 1; more <= count; more++) {
          const support = mostOf(programmes.withHelpers(helpers, more - 1), more, room.used)
          if (support === undefined) break
          most.push(support)
        }
        return most
      }
      function place(
        at: number,
        made: readonly Owed[],
        reaching: readonly Place[],
        besides: readonly Place[],
      ): boolean {
        const claim = claims[at] ?? made[at - claims.length]
        if (claim === undefined) {
          const left = room.besides - besides.length
          return isOfUse({ reaching, besides, more: () => more([...reaching, ...besides], left) })
        }
        const { asked, from } = claim
        const among = (legs: readonly Place[], goesOn: (legs: readonly Place[]) => boolean): boolean =>
          legs.some((leg, number) => {
            const met = meeting(leg.post, asked)
            return met !== undefined && goesOn(legs.with(number, { post: met, from: Math.max(leg.from ?? from, from) }))
          })
        if (among(reaching, legs => place(at + 1, made, legs, besides))) return true
        if (among(besides, legs => place(at + 1, made, reaching, legs))) return true
        const helping = besides.length < room.besides ? meeting(room.helpers, asked) : undefined
        if (!helping) return false
        return place(at + 1, [...made, { asked: askedBy(helping.set), from }], reaching, [
          ...besides,
          { post: helping, from },
        ])
      }
      return place(0, [], room.reaching, room.boarded)
    },
  }
}
