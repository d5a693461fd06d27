/**
 * What may still come behind a label: whether any of it is better, in some measure, than all that was found. It is not held against one
 * bound made of the best of each measure, but against what legs that there are come to together: a tail that is soon and assumes much,
 * and one that is late and assumes little, are two.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { RuledProgramme } from '@ieum/rules'
import type { Best } from './bounds.ts'
import type { Claim } from './claim.ts'
import type { FactSets } from './fact-sets.ts'
import type { Fare } from './fare.ts'
import { type Choice, type Fares, type Helping, joined, noFare } from './fares.ts'
import type { Front } from './front.ts'
import { remembered, rememberedPairs } from './memo.ts'
import type { Owed, Place, Placement, Placements } from './placements.ts'
import { mostOf, type ProgrammeSet, type ProgrammeSets } from './programme-sets.ts'

/** How far one has come, or may come at best, and what that comes to. */
export interface Stage extends Fare {
  readonly index: number
  /** Nothing can be applied for sooner. */
  readonly applied: DayNumber
  /** No leg that reaches a waypoint can be. */
  readonly from: DayNumber
  readonly legs: number
  /** Programmes that have been used. */
  readonly used: ReadonlySet<RuledProgramme>
  /** The same, and all that may have been. */
  readonly held: ProgrammeSet
}

export interface Tails {
  /** `claims`: of the legs of which it is still open whether they are needed. */
  hasPromise(stage: Stage, claims: readonly Claim[]): boolean
  /** The same looked at less closely: it may say yes where that says no. */
  mayHavePromise(stage: Stage, claims: readonly Claim[]): boolean
}

export interface Bounds {
  readonly facts: FactSets
  readonly front: Front
  /** Ways with fewer legs have all been looked at. */
  readonly fewestLegs: number
  readonly maxLegs: number
  readonly end: DayNumber
}

export function tailsOf(
  fares: Fares,
  best: Best,
  programmes: ProgrammeSets,
  placements: Placements,
  /** The programmes that may be boarded without reaching a waypoint, with so many legs left. */
  helpersFor: (index: number, legsLeft: number) => ProgrammeSet,
  { facts, front, fewestLegs, maxLegs, end }: Bounds,
): Tails {
  const { placed } = fares
  const places = placed.map((set): Place => ({ post: placements.post(set) }))
  const placeOf = remembered(
    ({ programmes, ...helping }: Helping): Place => ({
      post: { ...placements.post(programmes), fare: helping },
    }),
  )
  const owedTo = remembered((helping: Helping) =>
    remembered((applied: DayNumber): Owed => ({ asked: helping, from: helping.soonest(applied) })),
  )
  const helpersAt = rememberedPairs((index: number, count: number) =>
    programmes.withHelpers(programmes.helping(placed.slice(index).reduce((all, set) => all | set, 0n)), count - 1),
  )
  const noHelpers = placements.post(0n)
  const helpersPost = rememberedPairs((index: number, legsLeft: number) => placements.post(helpersFor(index, legsLeft)))

  function hasPromise(stage: Stage, claims: readonly Claim[], isRough: boolean): boolean {
    const { index, applied, from, legs, used, held } = stage
    const left = placed.length - index
    const most = maxLegs - legs - left
    const fewest = Math.max(0, fewestLegs - legs - left)
    if (left <= 0 || most < fewest) return false
    let soonest = best.soonest(index, from)
    for (const claim of claims) soonest = Math.max(soonest, claim.arrives)
    if (soonest > end) return false
    const owed = claims.map((claim): Owed => ({ asked: claim, from: claim.from }))
    const helpers = most > 0 ? helpersPost(index, maxLegs - legs) : noHelpers

    /** The most that so many legs bring which reach nothing, as far as there are any. */
    const helping: number[] = [0]
    for (let count = 1; count <= most; count++) {
      const more = mostOf(helpersAt(index, count), count, used)
      if (more === undefined) break
      helping.push(more)
    }

    const isBetter = (arrives: DayNumber, sum: Fare, more: number, besides: number) =>
      !front.beats({
        arrives: Math.max(soonest, arrives),
        support: sum.support + more,
        ownCost: sum.ownCost,
        legs: legs + left + besides,
        unknowns: facts.size(sum.unknown),
      })

    /** Whether any legs at the waypoints that are left lead to something better, placed in one way. */
    function leadsOn({ reaching, besides, more }: Placement, mostBesides: number): boolean {
      const start = besides.reduce((sum: Fare, { post }) => joined(sum, post.fare), stage)
      const ahead: Fare[] = [noFare]
      for (let place = left - 1; place >= 0; place--) ahead.unshift(joined(ahead[0]!, reaching[place]!.post.fare))
      const mayBring = helping[Math.min(mostBesides - besides.length, helping.length - 1)]!
      if (!isBetter(soonest, joined(start, ahead[0]!), mayBring, Math.max(fewest, besides.length))) return false

      const counts = more()
        .map((support, others) => ({ support, count: besides.length + others }))
        .filter(({ count }) => count >= fewest)
      if (counts.length === 0) return false
      const [{ count: least }, { support: mostMore }] = [counts[0]!, counts.at(-1)!]
      // Of legs more than those that are placed it is not known which they are.
      const mayHoldMore = counts.at(-1)!.count > besides.length
      let gained = besides.reduce((all, { post }) => all | post.set, mayHoldMore ? held | helpers.set : held)
      const choices = reaching.map(({ post: { set }, from }, place) => {
        const before = gained
        gained |= set
        let made: ((from: DayNumber) => readonly Choice[]) | undefined
        return (day: DayNumber) => {
          made ??= fares.choices(index + place, before, from === undefined ? undefined : set)
          return made(Math.max(day, from ?? day))
        }
      })
      function goesOn(place: number, day: DayNumber, sum: Fare): boolean {
        if (place === left) return counts.some(({ count, support }) => isBetter(day, sum, support, count))
        if (!isBetter(best.soonest(index + place, day), joined(sum, ahead[place]!), mostMore, least)) return false
        return choices[place]!(day).some(choice => goesOn(place + 1, choice.next, joined(sum, choice)))
      }
      return goesOn(0, from, start)
    }
    const some = (owed: readonly Owed[], boarded: readonly Place[], besides: number) =>
      placements.some(owed, { reaching: places.slice(index), boarded, besides, helpers, used }, placement =>
        leadsOn(placement, besides),
      )

    /** Whether it leads on when each leg is as good as any that it may be. */
    const mayLeadOn = ({ reaching, besides, more }: Placement): boolean => {
      const sum = [...reaching, ...besides].reduce((sum: Fare, { post }) => joined(sum, post.fare), stage)
      const least = Math.max(fewest, besides.length)
      return isBetter(soonest, sum, helping.at(-1)!, least) && isBetter(soonest, sum, more().at(-1)!, least)
    }
    const room = { reaching: places.slice(index), boarded: [], besides: most, helpers, used }
    if (owed.length > 0 && !placements.some(owed, room, mayLeadOn)) return false

    // With none besides, the legs that reach the waypoints meet all that is owed.
    if (fewest === 0 && some(owed, [], 0)) return true
    // With some, one of them is needed by a leg that reaches a waypoint, and may meet what is owed or lead on to others that do.
    if (most === 0) return false
    const leadsOnWith = (helping: Helping) => {
      const own = owedTo(helping)(applied)
      return own.from <= end && some([own, ...owed], [placeOf(helping)], most)
    }
    const { each, ideal } = fares.helping(index, maxLegs - legs)
    return ideal !== undefined && leadsOnWith(ideal) && (isRough || each.length === 1 || each.some(leadsOnWith))
  }

  return {
    hasPromise: (stage, claims) => hasPromise(stage, claims, false),
    mayHavePromise: (stage, claims) => hasPromise(stage, claims, true),
  }
}
