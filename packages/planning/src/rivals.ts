/**
 * Which legs can be needed by one and the same leg. Where all that it asks of one is met by what another brings, it needs no more than
 * one of the two: take the other away, and nothing changes for it.
 */
import { remembered, rememberedPairs } from './memo.ts'
import type { Outlook } from './outlook.ts'
import type { ProgrammeSet, ProgrammeSets } from './programme-sets.ts'
import type { Line, Timetable } from './timetable.ts'

/** The programmes that may need one leg of some lines and one of others at once. */
export type NeededTogether = (some: readonly Line[], others: readonly Line[]) => ProgrammeSet

export function neededTogether(
  timetable: Timetable,
  { isMetByAny }: Pick<Outlook, 'isMetByAny'>,
  programmes: ProgrammeSets,
): NeededTogether {
  /** Who may need a line, and for what. */
  const needing = remembered((line: Line) => {
    const found = new Map<Line, Need[]>()
    for (const award of [line.selected, line.completed])
      for (const { line: by, demands } of timetable.demandsFor(award))
        found.set(by, [...(found.get(by) ?? []), { award, demands }])
    return found
  })
  /** Whether one that needs the first has, by then, all that it may need the second for. */
  function isEnough(first: Line, firstNeeds: readonly Need[], secondNeeds: readonly Need[]): boolean {
    const isByHaving = firstNeeds.some(({ award }) => award === first.selected)
    const held = isByHaving ? [first.selected] : [first.selected, first.completed]
    return secondNeeds.every(({ award, demands }) =>
      demands.every(demand => timetable.isBroughtAnyway(demand, award, held) || isMetByAny(demand, held)),
    )
  }
  const ofTwo = rememberedPairs((a: Line, b: Line): ProgrammeSet => {
    const needingB = needing(b)
    return programmes.of(
      [...needing(a)].flatMap(([by, needs]) => {
        const others = needingB.get(by)
        return others && !isEnough(a, needs, others) && !isEnough(b, others, needs) ? [by.programme] : []
      }),
    )
  })
  return rememberedPairs((some: readonly Line[], others: readonly Line[]) => {
    let all = 0n
    for (const a of some) for (const b of others) all |= ofTwo(a, b)
    return all
  })
}

interface Need {
  readonly award: Line['selected']
  readonly demands: ReturnType<Timetable['demandsFor']>[number]['demands']
}
