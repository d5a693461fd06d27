/** Sets of programmes as bits, with what they give and whom they help: labels are judged by them again and again. */
import type { RuledProgramme } from '@ieum/rules'
import { noFacts } from './fact-sets.ts'
import type { Fare } from './fare.ts'
import { remembered, rememberedSets } from './memo.ts'
import type { Offer } from './offers.ts'
import type { Line } from './timetable.ts'

export type ProgrammeSet = bigint

export interface ProgrammeSets {
  of(programmes: Iterable<RuledProgramme>): ProgrammeSet
  within(set: ProgrammeSet): readonly Member[]
  /** As good as any leg of any of them. */
  best(set: ProgrammeSet): Fare
  /** All that any of them helps, and all that help any of them. */
  helpedBy(set: ProgrammeSet): ProgrammeSet
  helping(set: ProgrammeSet): ProgrammeSet
  /** A set with those that help it, those that help them, and so on over so many steps; those that give most first. */
  withHelpers(set: ProgrammeSet, steps: number): readonly Helper[]
}

export interface Member {
  readonly programme: RuledProgramme
  readonly bit: ProgrammeSet
  readonly lines: readonly Line[]
}

export interface Helper {
  readonly programme: RuledProgramme
  readonly most: number
}

/** The most that so many of some programmes give, none of them used; undefined when there is none at all. */
export function mostOf(
  helpers: readonly Helper[],
  count: number,
  used: ReadonlySet<RuledProgramme>,
): number | undefined {
  let left = count
  let sum: number | undefined
  for (const { programme, most } of helpers) {
    if (left === 0) break
    if (programme.repeatable) return (sum ?? 0) + left * most
    if (used.has(programme)) continue
    sum = (sum ?? 0) + most
    left--
  }
  return sum
}

export function programmeSets(
  offers: readonly Offer[],
  /** Programmes of which legs stand. */
  held: readonly RuledProgramme[],
  helps: (from: RuledProgramme, to: RuledProgramme) => boolean,
): ProgrammeSets {
  const byProgramme = Map.groupBy(offers, ({ line }) => line.programme)
  const all = [...new Set([...byProgramme.keys(), ...held])].map((programme, at) => {
    const own = byProgramme.get(programme) ?? []
    const lines = own.map(({ line }) => line)
    return { programme, bit: 1n << BigInt(at), lines, best: bestOf(own), most: bestOf(own).support }
  })
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
  const helping = rememberedSets((set: ProgrammeSet) => {
    let helpers = 0n
    for (const [bit, targets] of helped) if ((targets & set) !== 0n) helpers |= bit
    return helpers
  })
  const withHelpers = remembered((steps: number) =>
    rememberedSets((set: ProgrammeSet) => {
      let found = set
      for (let step = 0; step < steps; step++) found |= helping(found)
      return within(found).sort((a, b) => b.most - a.most)
    }),
  )
  return {
    of,
    within,
    best: rememberedSets((set: ProgrammeSet) =>
      bestOf(within(set).flatMap(({ best, lines }) => (lines.length > 0 ? best : []))),
    ),
    helpedBy: rememberedSets((set: ProgrammeSet) => within(set).reduce((all, { bit }) => all | helped.get(bit)!, 0n)),
    helping,
    withHelpers: (set, steps) => withHelpers(steps)(set),
  }
}

/** As good as any of some; nothing when there are none. */
function bestOf(fares: readonly Fare[]): Fare {
  if (fares.length === 0) return { support: 0, ownCost: 0, unknown: noFacts }
  return {
    support: Math.max(...fares.map(({ support }) => support)),
    ownCost: Math.min(...fares.map(({ ownCost }) => ownCost)),
    unknown: fares.map(({ unknown }) => unknown).reduce((a, b) => a & b),
  }
}
