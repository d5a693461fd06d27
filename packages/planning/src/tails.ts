/** What may still come behind a label: whether any of it is better, in some measure, than all that was found. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Best } from './bounds.ts'
import { type Claim, mostWithin, soonestFor } from './claims.ts'
import type { FactSet, FactSets } from './fact-sets.ts'
import type { Front } from './front.ts'
import type { Label } from './label.ts'
import { rememberedPairs } from './memo.ts'
import { type Offer, soonestOf } from './offers.ts'
import { decidedOn } from './openings.ts'
import type { ProgrammeSet, ProgrammeSets } from './programme-sets.ts'

/** Programmes at one waypoint that cost and assume the same at least. */
interface Tail {
  readonly offers: readonly Offer[]
  readonly programmes: ProgrammeSet
  readonly ownCost: number
  readonly unknown: FactSet
}

/** Where a label stands among what is left of the way. */
export interface Place {
  readonly index: number
  /** Nothing can be applied for sooner. */
  readonly from: DayNumber
}

export interface Tails {
  /** `claims`: of the legs of which it is still open whether they are needed. */
  hasPromise(label: Label, place: Place, claims: readonly Claim[]): boolean
}

export function tailsOf(
  /** For each waypoint, what has it. */
  offersAt: readonly (readonly Offer[])[],
  best: Best,
  programmes: ProgrammeSets,
  /** The programmes that may be boarded without reaching a waypoint, with so many legs left. */
  helpersFor: (index: number, legsLeft: number) => ProgrammeSet,
  { facts, front, maxLegs, end }: { facts: FactSets; front: Front; maxLegs: number; end: DayNumber },
): Tails {
  const placed = offersAt.map(offers => programmes.of(offers.map(({ line }) => line.programme)))
  const tailsAt = offersAt.map(offers =>
    [...Map.groupBy(offers, ({ support, ownCost, unknown }) => `${support} ${ownCost} ${unknown}`).values()].map(
      (offers): Tail => {
        const { ownCost, unknown } = offers[0]!
        return {
          offers,
          programmes: programmes.of(offers.map(({ line }) => line.programme)),
          ownCost,
          unknown,
        }
      },
    ),
  )
  const soonest = rememberedPairs(({ offers }: Tail, from: DayNumber) => soonestOf(offers, from, decidedOn))

  return {
    hasPromise(label, { index, from }, claims) {
      const { trips } = label
      const left = offersAt.length - index
      const besides = maxLegs - trips.length - left
      if (left <= 0 || besides < 0) return false
      const later = placed.slice(index + 1)
      const used = new Set(trips.map(({ line }) => line.programme))
      const arrives = Math.max(best.soonest(index, from), ...claims.map(soonestFor))
      if (arrives > end) return false
      const owed = claims.map(({ by }) => programmes.of(by.map(({ line }) => line.programme)))
      const unknowns = Math.max(
        0,
        ...claims.map(({ by }) => Math.min(...by.map(({ unknown }) => facts.size(label.unknown | unknown)))),
      )
      const cost = Math.max(0, ...claims.map(({ by }) => Math.min(...by.map(({ ownCost }) => ownCost))))
      const helpers = claims.length > 0 ? helpersFor(index, maxLegs - trips.length) : 0n
      const meeting = (reaching: readonly ProgrammeSet[]) =>
        mostWithin(owed, { reaching, besides, helpers, used }, programmes)
      const mostMeeting = owed.length > 0 ? meeting(placed.slice(index)) : 0
      if (mostMeeting === undefined) return false

      return tailsAt[index]!.some(tail => {
        const arrival = left === 1 ? Math.max(arrives, soonest(tail, from)) : arrives
        if (arrival > end) return false
        const reaching = [tail.programmes, ...later]
        const isBetter = (support: number, helping: number) =>
          !front.beats({
            arrives: arrival,
            support: label.support + support,
            ownCost: label.ownCost + Math.max(cost, tail.ownCost),
            legs: trips.length + left + helping,
            unknowns: Math.max(unknowns, facts.size(label.unknown | tail.unknown)),
          })
        if (owed.length > 0) {
          if (!isBetter(mostMeeting, 0)) return false
          const support = meeting(reaching)
          return support !== undefined && isBetter(support, 0)
        }
        const own = reaching.reduce((sum, set) => sum + programmes.most(set), 0)
        if (isBetter(own, 0)) return true
        const served = reaching.reduce((all, set) => all | set, 0n)
        for (let helping = 1; helping <= besides; helping++) {
          const support = programmes.mostHelping(served, helping, used)
          if (support === undefined) return false
          if (isBetter(own + support, helping)) return true
        }
        return false
      })
    },
  }
}
