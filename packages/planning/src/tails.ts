/**
 * What may still come behind a label: whether any of it is better, in some measure, than all that was found. It is not held against one
 * bound made of the best of each measure, but against what legs that there are come to together: a tail that is soon and assumes much,
 * and one that is late and assumes little, are two.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { RuledProgramme } from '@ieum/rules'
import type { Best } from './bounds.ts'
import { type Claim, mostWithin } from './claims.ts'
import type { FactSets } from './fact-sets.ts'
import { type Fare, type Fares, joined } from './fares.ts'
import type { Front } from './front.ts'
import type { ProgrammeSets } from './programme-sets.ts'
import type { ProgrammeSet } from './programme-sets.ts'

/** How far one has come, or may come at best, and what that comes to. */
export interface Stage extends Fare {
  readonly index: number
  /** Nothing can be applied for sooner. */
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
}

type Owed = Pick<Claim, 'by' | 'from'> & {
  /** Whether only a leg that reaches a waypoint will do. */
  readonly isOfReaching?: boolean
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
  /** The programmes that may be boarded without reaching a waypoint, with so many legs left. */
  helpersFor: (index: number, legsLeft: number) => ProgrammeSet,
  { facts, front, fewestLegs, maxLegs, end }: Bounds,
): Tails {
  const { placed } = fares

  return {
    hasPromise(stage, owed) {
      const { index, from, legs, used, held } = stage
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
        const wanted = owed.map(({ by }) => by)
        const given = mostWithin(wanted, { reaching, besides: most, helpers, used }, programmes)
        if (given === undefined) return false
        support = stage.support + given
      }

      /** The most that so many legs bring which reach nothing, as far as there are any. */
      const helping: number[] = [0]
      const served = reaching.reduce((all, set) => all | set, 0n)
      for (let count = 1; count <= most; count++) {
        const more = programmes.mostHelping(served, count, used)
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
       * Whether any legs at the waypoints that are left lead to something better, with so many besides, the fewest of which are in the
       * sum: all of those meet what is owed, or some of it where there are any besides.
       */
      function leadsOn(
        at: number,
        day: DayNumber,
        sum: Fare,
        owed: readonly Owed[],
        gained: ProgrammeSet,
        counted: number,
        counts: readonly number[],
      ): boolean {
        const more = (count: number) => helping[count - counted]!
        if (at === placed.length)
          return (
            owed.every(({ isOfReaching }) => !isOfReaching) && counts.some(count => isBetter(day, sum, more(count), count))
          )
        if (!isBetter(best.soonest(at, day), sum, best.most(at) + more(counts.at(-1)!), counts[0]!)) return false
        for (let meets = 0; meets < 1 << owed.length; meets++) {
          let within = placed[at]!
          let soonest = day
          for (const [bit, { by, from }] of owed.entries())
            if ((meets & (1 << bit)) !== 0) {
              within &= by
              soonest = Math.max(soonest, from)
            }
          if (within === 0n) continue
          const rest = owed.filter((_, bit) => (meets & (1 << bit)) === 0)
          for (const choice of fares.choices(at, within, gained, soonest))
            if (leadsOn(at + 1, choice.next, joined(sum, choice), rest, gained | placed[at]!, counted, counts)) return true
        }
        return false
      }

      // With none besides, the legs that reach the waypoints meet all that is owed.
      const all = owed.map(each => ({ ...each, isOfReaching: true }))
      if (fewest === 0 && leadsOn(index, from, stage, all, held, 0, [0])) return true
      // With some, one of them is needed by a leg that reaches a waypoint, and may meet what is owed or lead on to others that do.
      const counts = Array.from({ length: helping.length }, (_, count) => count).slice(Math.max(1, fewest))
      if (counts.length === 0) return false
      return fares.helping(helpers, served).some(({ by, programmes: own, soonest, ...fare }) => {
        const claim = { by, from: Math.max(from, soonest(from)), isOfReaching: true }
        if (claim.from > end) return false
        const gained = held | (counts.at(-1) === 1 ? own : helpers)
        return leadsOn(index, from, joined(stage, fare), [claim, ...owed], gained, 1, counts)
      })
    },
  }
}
