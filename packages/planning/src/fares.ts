/** What the next leg at a waypoint can come to at best: the fewest offers that stand for all that there are. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { type FactSet, isWithin } from './fact-sets.ts'
import { remembered, rememberedPairs, rememberedTriples } from './memo.ts'
import { type Offer, soonestOf } from './offers.ts'
import { decidedOn, endsOn } from './openings.ts'
import type { ProgrammeSet, ProgrammeSets } from './programme-sets.ts'
import type { Line, Timetable } from './timetable.ts'

/** A leg, or several together: they give no more, cost no less and assume these facts at least. */
export interface Fare {
  readonly support: number
  readonly ownCost: number
  readonly unknown: FactSet
}

export interface Choice extends Fare {
  /** No leg behind it is applied for sooner; of one at the last waypoint, the day on which it arrives. */
  readonly next: DayNumber
}

export interface Helping extends Fare {
  readonly programmes: ProgrammeSet
  /** Those whom they help. */
  readonly by: ProgrammeSet
  /** None of them is decided sooner when it is applied for from a day on. */
  soonest(from: DayNumber): DayNumber
}

export interface Fares {
  /** For each waypoint, the programmes that have it. */
  readonly placed: readonly ProgrammeSet[]
  /**
   * For every leg of some programmes at a waypoint that is applied for from a day on, one that is no worse in anything; `gained`: the
   * programmes of which anything may be held by then.
   */
  choices(index: number, within: ProgrammeSet, gained: ProgrammeSet, from: DayNumber): readonly Choice[]
  /** The same for legs of some programmes that reach nothing and are needed by one of others. */
  helping(helpers: ProgrammeSet, served: ProgrammeSet): readonly Helping[]
}

export function faresOf(
  /** For each waypoint, what has it. */
  offersAt: readonly (readonly Offer[])[],
  offers: readonly Offer[],
  programmes: ProgrammeSets,
  /** The programmes of which a line can tell something. */
  toldBy: (line: Line) => ProgrammeSet,
  { isFollowed }: Pick<Timetable, 'isFollowed'>,
  end: DayNumber,
): Fares {
  const setOf = remembered(({ line }: Offer) => programmes.of([line.programme]))
  const isIn = (within: ProgrammeSet) => (offer: Offer) => (setOf(offer) & within) !== 0n
  /** Whether it may stand otherwise than alone. */
  const isMoved = (offer: Offer, gained: ProgrammeSet) => !('alone' in offer) || (toldBy(offer.line) & gained) !== 0n
  const alike = (all: readonly Offer[]): readonly (readonly Offer[])[] => [
    ...Map.groupBy(
      all,
      ({ line, support, ownCost, unknown }) => `${support} ${ownCost} ${unknown} ${isFollowed(line.programme.id)}`,
    ).values(),
  ]
  const toldAt = offersAt.map(own => own.reduce((all, { line }) => all | toldBy(line), 0n))
  const groupsAt = rememberedTriples((index: number, within: ProgrammeSet, gained: ProgrammeSet) =>
    alike(
      offersAt[index]!.filter(isIn(within)).flatMap(offer => (isMoved(offer, gained) ? offer : (offer.alone ?? []))),
    ).map(group => {
      const { line, support, ownCost, unknown } = group[0]!
      // As if every two programmes were joined that any link joins to another.
      const isWaitedFor = index + 1 < offersAt.length && !isFollowed(line.programme.id)
      const next = remembered((from: DayNumber) =>
        soonestOf(group, from, (opening, apply) => {
          const decided = decidedOn(opening, apply)
          return isWaitedFor ? endsOn(opening, decided) : decided
        }),
      )
      return { support, ownCost, unknown, next }
    }),
  )
  const choicesAt = rememberedTriples((index: number, within: ProgrammeSet, gained: ProgrammeSet) =>
    remembered((from: DayNumber): readonly Choice[] =>
      best(
        groupsAt(index, within, gained)
          .map(({ next, ...fare }): Choice => ({ ...fare, next: next(from) }))
          .filter(({ next }) => next <= end),
        (a, b) => a.next <= b.next && isNoWorse(a, b),
      ),
    ),
  )
  return {
    placed: offersAt.map(own => programmes.of(own.map(({ line }) => line.programme))),
    choices: (index, within, gained, from) => choicesAt(index, within, gained & toldAt[index]!)(from),
    helping: rememberedPairs((helpers: ProgrammeSet, served: ProgrammeSet): readonly Helping[] => {
      const own = offers.filter(isIn(helpers)).filter(offer => (programmes.helpedBy(setOf(offer)) & served) !== 0n)
      return alike(own).map(group => {
        const { support, ownCost, unknown } = group[0]!
        const set = group.reduce((all, offer) => all | setOf(offer), 0n)
        const by = programmes.helpedBy(set) & served
        return { support, ownCost, unknown, programmes: set, by, soonest: remembered(from => soonestOf(group, from, decidedOn)) }
      })
    }),
  }
}

export const joined = (a: Fare, b: Fare): Fare => ({
  support: a.support + b.support,
  ownCost: a.ownCost + b.ownCost,
  unknown: a.unknown | b.unknown,
})

const isNoWorse = (a: Fare, b: Fare): boolean =>
  a.support >= b.support && a.ownCost <= b.ownCost && isWithin(a.unknown, b.unknown)

/** Those to which no other comes up; of several that are alike, the first. */
function best<T>(all: readonly T[], comesUpTo: (a: T, b: T) => boolean): readonly T[] {
  const kept: T[] = []
  for (const each of all) {
    if (kept.some(other => comesUpTo(other, each))) continue
    for (let at = kept.length - 1; at >= 0; at--) if (comesUpTo(each, kept[at]!)) kept.splice(at, 1)
    kept.push(each)
  }
  return kept
}
