/**
 * What may still come behind a label: whether any of it is better, in some measure, than all that was found. It is not held against one
 * bound made of the best of each measure, but against what legs that there are come to together: a tail that is soon and assumes much,
 * and one that is late and assumes little, are two.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { RuledProgramme } from '@ieum/rules'
import type { Best } from './bounds.ts'
import type { Claim } from './claims.ts'
import type { FactSets } from './fact-sets.ts'
import { type Choice, type Fare, type Fares, type Helping, joined } from './fares.ts'
import type { Front } from './front.ts'
import { rememberedPairs } from './memo.ts'
import type { Placements } from './placements.ts'
import { mostOf, type ProgrammeSet, type ProgrammeSets } from './programme-sets.ts'
import type { NeededTogether } from './rivals.ts'

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

/** Legs at a waypoint that meet some claims, and the day from which they can. */
interface Meeting {
  readonly held: DayNumber
  readonly choices: (from: DayNumber) => readonly Choice[]
}

/** Bits by position: the claims that one of some programmes may meet. */
const metBy = (claims: readonly Claim[], set: ProgrammeSet): number =>
  claims.reduce((bits, { by }, at) => ((by & set) === 0n ? bits : bits | (1 << at)), 0)

const none = (): readonly Choice[] => []

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
  together: NeededTogether,
  placements: Placements,
  /** The programmes that may be boarded without reaching a waypoint, with so many legs left. */
  helpersFor: (index: number, legsLeft: number) => ProgrammeSet,
  { facts, front, fewestLegs, maxLegs, end }: Bounds,
): Tails {
  const { placed } = fares
  const posts = placed.map(placements.post)
  const helpersAt = rememberedPairs((index: number, count: number) =>
    programmes.withHelpers(programmes.helping(placed.slice(index).reduce((all, set) => all | set, 0n)), count - 1),
  )

  function hasPromise(stage: Stage, owed: readonly Claim[], isRough: boolean): boolean {
    const { index, applied, from, legs, used, held } = stage
    const left = placed.length - index
    const most = maxLegs - legs - left
    const fewest = Math.max(0, fewestLegs - legs - left)
    if (left <= 0 || most < fewest) return false
    let arrives = best.soonest(index, from)
    for (const claim of owed) arrives = Math.max(arrives, claim.arrives)
    if (arrives > end) return false
    const reaching = placed.slice(index)
    const helpers = most > 0 ? helpersFor(index, maxLegs - legs) : 0n
    let support = Number.POSITIVE_INFINITY
    if (owed.length > 0) {
      const room = { reaching: posts.slice(index), besides: most, helpers, used }
      const given = placements.mostWithin(owed, room, (fare, besides) => {
        const { support, ownCost, unknown } = joined(stage, fare)
        const count = legs + left + Math.max(besides, fewest)
        return !front.beats({ arrives, support, ownCost, legs: count, unknowns: facts.size(unknown) })
      })
      if (given === undefined) return false
      support = stage.support + given
    }

    /** The most that so many legs bring which reach nothing, as far as there are any. */
    const helping: number[] = [0]
    for (let count = 1; count <= most; count++) {
      const more = mostOf(helpersAt(index, count), count, used)
      if (more === undefined) break
      helping.push(more)
    }

    const isBetter = (arrival: DayNumber, sum: Fare, more: number, count: number) =>
      !front.beats({
        arrives: Math.max(arrives, arrival),
        support: Math.min(support, sum.support + more),
        ownCost: sum.ownCost,
        legs: legs + left + count,
        unknowns: facts.size(sum.unknown),
      })

    /**
     * Whether any legs at the waypoints that are left lead to something better, with some numbers of legs besides. Claims are bits:
     * `metBesides` are those that so many legs besides may meet. Of these legs `counted` are in the sum.
     */
    function leadsOn(
      sum: Fare,
      claims: readonly Pick<Claim, 'lines' | 'by' | 'from'>[],
      metBesides: (count: number) => number,
      gained: ProgrammeSet,
      counted: number,
      counts: readonly number[],
    ): boolean {
      const more = (count: number) => helping[count - counted]!
      const mostBesides = more(counts.at(-1)!)
      const metAtMost = metBesides(counts.at(-1)!)
      const last = left - 1
      const choices: (Meeting | undefined)[][] = reaching.map(() => [])
      let before = gained
      const gainedBy = reaching.map(set => {
        const then = before
        before |= set
        return then
      })
      function meeting(place: number, meets: number): Meeting {
        const known = choices[place]![meets]
        if (known) return known
        let within = reaching[place]!
        let held = from
        for (const [bit, claim] of claims.entries())
          if ((meets & (1 << bit)) !== 0) {
            within &= claim.by
            for (let other = 0; other < bit; other++)
              if ((meets & (1 << other)) !== 0) within &= together(claims[other]!.lines, claim.lines)
            held = Math.max(held, claim.from)
          }
        const own =
          within === 0n ? undefined : fares.choices(index + place, gainedBy[place]!, meets === 0 ? undefined : within)
        const made = { held, choices: own ?? none }
        choices[place]![meets] = made
        return made
      }
      function goesOn(place: number, day: DayNumber, sum: Fare, unmet: number): boolean {
        if (place === left)
          return counts.some(count => (unmet & ~metBesides(count)) === 0 && isBetter(day, sum, more(count), count))
        if (!isBetter(best.soonest(index + place, day), sum, best.most(index + place) + mostBesides, counts[0]!))
          return false
        // All sets of claims that are not met yet; what the last leg does not meet, only those besides can.
        for (let meets = unmet; ; meets = (meets - 1) & unmet) {
          const rest = unmet & ~meets
          if (place < last || (rest & ~metAtMost) === 0) {
            const { held, choices } = meeting(place, meets)
            for (const choice of choices(Math.max(day, held)))
              if (goesOn(place + 1, choice.next, joined(sum, choice), rest)) return true
          }
          if (meets === 0) return false
        }
      }
      return goesOn(0, from, sum, (1 << claims.length) - 1)
    }

    // With none besides, the legs that reach the waypoints meet all that is owed.
    if (fewest === 0 && leadsOn(stage, owed, () => 0, held, 0, [0])) return true
    // With some, one of them is needed by a leg that reaches a waypoint, and may meet what is owed or lead on to others that do.
    const counts = [...helping.keys()].slice(Math.max(1, fewest))
    if (counts.length === 0) return false
    const leadsOnWith = ({ lines, by, programmes: own, soonest, ...fare }: Helping) => {
      const claim = { lines, by, from: soonest(applied) }
      if (claim.from > end) return false
      const gained = held | (counts.at(-1) === 1 ? own : helpers)
      const [byOwn, byOthers] = [own, own | helpers].map(set => metBy(owed, set) << 1)
      const metBesides = (count: number) => (count === 1 ? byOwn! : byOthers!)
      return leadsOn(joined(stage, fare), [claim, ...owed], metBesides, gained, 1, counts)
    }
    const { each, ideal } = fares.helping(index, maxLegs - legs)
    return ideal !== undefined && leadsOnWith(ideal) && (isRough || each.length === 1 || each.some(leadsOnWith))
  }

  return {
    hasPromise: (stage, claims) => hasPromise(stage, claims, false),
    mayHavePromise: (stage, claims) => hasPromise(stage, claims, true),
  }
}
