/** What the next leg at a waypoint can come to at best: the fewest offers that stand for all that there are. */

import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { isWithin, noFacts } from './fact-sets.ts'
import type { Fare } from './fare.ts'
import type { Followers } from './followers.ts'
import { remembered, rememberedPairs, rememberedSets } from './memo.ts'
import { type Offer, soonestOf } from './offers.ts'
import { decidedOn, endsOn } from './openings.ts'
import type { ProgrammeSet, ProgrammeSets } from './programme-sets.ts'
import type { Line } from './timetable.ts'

export interface Choice extends Fare {
  /** No leg behind it is applied for sooner; of one at the last waypoint, the day on which it arrives. */
  readonly next: DayNumber
}

export interface Helping extends Fare {
  readonly lines: readonly Line[]
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
   * For every leg of some programmes at a waypoint that is applied for from a day on, one that is no worse in anything. All programmes
   * where `within` is left out. `gained`: the programmes of which anything may be held by then.
   */
  choices(index: number, gained: ProgrammeSet, within?: ProgrammeSet): (from: DayNumber) => readonly Choice[]
  /** The same for legs that reach nothing, so many legs before the end, and are needed by one at a waypoint that is left; `ideal`: as good as any. */
  helping(index: number, legsLeft: number): { readonly each: readonly Helping[]; readonly ideal: Helping | undefined }
}

export function faresOf(
  /** For each waypoint, what has it. */
  offersAt: readonly (readonly Offer[])[],
  offers: readonly Offer[],
  programmes: ProgrammeSets,
  /** The programmes of which a line can tell something. */
  toldBy: (line: Line) => ProgrammeSet,
  /** The programmes that may be boarded without reaching a waypoint, with so many legs left. */
  helpersFor: (index: number, legsLeft: number) => ProgrammeSet,
  goesOnAtOnce: Followers['goesOnAtOnce'],
  end: DayNumber,
): Fares {
  const setOf = remembered(({ line }: Offer) => programmes.of([line.programme]))
  const isIn = (within: ProgrammeSet) => (offer: Offer) => (setOf(offer) & within) !== 0n
  const isAlone = (offer: Offer) => !('alone' in offer)
  const alike = (all: readonly Offer[], also: (offer: Offer) => boolean = () => false) => [
    ...Map.groupBy(all, offer => {
      const { support, ownCost, unknown } = offer
      return `${support} ${ownCost} ${unknown} ${also(offer)}`
    }).values(),
  ]
  const placed = offersAt.map(own => programmes.of(own.map(({ line }) => line.programme)))

  /** For every leg of some programmes one that is no worse: as it stands alone, or where it may stand otherwise. */
  const choicesAt = (index: number, standing: readonly Offer[]) =>
    rememberedSets((within: ProgrammeSet) => {
      const isAtOnce = ({ line }: Offer) => goesOnAtOnce(line, index)
      const groups = alike(standing.filter(isIn(within)), isAtOnce).map(group => {
        const [{ support, ownCost, unknown }] = group as [Offer]
        const isWaitedFor = !isAtOnce(group[0]!)
        const next = (from: DayNumber) =>
          soonestOf(group, from, (opening, apply) => {
            const decided = decidedOn(opening, apply)
            return isWaitedFor ? endsOn(opening, decided) : decided
          })
        return { support, ownCost, unknown, next }
      })
      return remembered((from: DayNumber): readonly Choice[] =>
        best(
          groups.flatMap(({ next, ...fare }): readonly Choice[] => {
            const day = next(from)
            return day <= end ? [{ ...fare, next: day }] : []
          }),
          (a, b) => a.next <= b.next && isNoWorse(a, b),
        ),
      )
    })
  const waypoints = offersAt.map((own, index) => {
    const moving = own.filter(offer => !isAlone(offer))
    const alone = choicesAt(
      index,
      own.flatMap(offer => (isAlone(offer) ? offer : (offer.alone ?? []))),
    )
    const told = moving.reduce((all, { line }) => all | toldBy(line), 0n)
    const movedBy = rememberedSets((gained: ProgrammeSet) =>
      programmes.of(moving.filter(({ line }) => (toldBy(line) & gained) !== 0n).map(({ line }) => line.programme)),
    )
    return { alone, whole: alone(placed[index]!), moved: choicesAt(index, moving), told, movedBy }
  })

  return {
    placed,
    choices(index, gained, within) {
      const { alone, whole, moved, told, movedBy } = waypoints[index]!
      const standing = within === undefined ? whole : alone(within)
      const moving = movedBy(gained & told) & (within ?? placed[index]!)
      if (moving === 0n) return standing
      const otherwise = moved(moving)
      return from => [...otherwise(from), ...standing(from)]
    },
    helping: rememberedPairs((index: number, legsLeft: number) => {
      const served = placed.slice(index).reduce((all, set) => all | set, 0n)
      const helpers = helpersFor(index, legsLeft)
      const own = offers.filter(isIn(helpers)).filter(offer => (programmes.helpedBy(setOf(offer)) & served) !== 0n)
      const each = alike(own).map((group): Helping => {
        const { support, ownCost, unknown } = group[0]!
        const set = group.reduce((all, offer) => all | setOf(offer), 0n)
        const soonest = remembered((from: DayNumber) => soonestOf(group, from, decidedOn))
        return {
          support,
          ownCost,
          unknown,
          lines: group.map(({ line }) => line),
          programmes: set,
          by: programmes.helpedBy(set) & served,
          soonest,
        }
      })
      return { each, ideal: each.length > 0 ? idealOf(each) : undefined }
    }),
  }
}

/** One that is as good as any of some. */
function idealOf(all: readonly Helping[]): Helping {
  return {
    support: Math.max(...all.map(({ support }) => support)),
    ownCost: Math.min(...all.map(({ ownCost }) => ownCost)),
    unknown: all.map(({ unknown }) => unknown).reduce((a, b) => a & b),
    lines: all.flatMap(({ lines }) => lines),
    programmes: all.reduce((set, { programmes }) => set | programmes, 0n),
    by: all.reduce((set, { by }) => set | by, 0n),
    soonest: from => Math.min(...all.map(({ soonest }) => soonest(from))),
  }
}

export const noFare: Fare = { support: 0, ownCost: 0, unknown: noFacts }

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
