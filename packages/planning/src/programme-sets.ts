/** Sets of programmes as bits, with what they give and whom they help: labels are judged by them again and again. */
import type { RuledProgramme } from '@ieum/rules'
import { remembered, rememberedSets } from './memo.ts'
import type { Offer } from './offers.ts'

export type ProgrammeSet = bigint

export interface ProgrammeSets {
  of(programmes: Iterable<RuledProgramme>): ProgrammeSet
  /** The most that any of them gives. */
  most(set: ProgrammeSet): number
  /** All that any of them helps. */
  helpedBy(set: ProgrammeSet): ProgrammeSet
  /** Those that help a set, or help those that do, and so on over so many steps; those that give most first. */
  helpersOf(set: ProgrammeSet, steps: number): readonly Helper[]
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
  const all = [...new Set([...byProgramme.keys(), ...held])].map((programme, at) => ({
    programme,
    bit: 1n << BigInt(at),
    most: Math.max(0, ...(byProgramme.get(programme) ?? []).map(({ support }) => support)),
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
  const helpersNext = rememberedSets((set: ProgrammeSet) => {
    let helpers = 0n
    for (const [bit, targets] of helped) if ((targets & set) !== 0n) helpers |= bit
    return helpers
  })
  const helping = remembered((depth: number) =>
    rememberedSets((set: ProgrammeSet) => {
      let found = helpersNext(set)
      for (let further = 1; further < depth; further++) found |= helpersNext(found)
      return within(found).sort((a, b) => b.most - a.most)
    }),
  )
  return {
    of,
    most: rememberedSets((set: ProgrammeSet) => Math.max(0, ...within(set).map(({ most }) => most))),
    helpedBy: rememberedSets((set: ProgrammeSet) => within(set).reduce((all, { bit }) => all | helped.get(bit)!, 0n)),
    helpersOf: (set, steps) => helping(steps)(set),
  }
}
