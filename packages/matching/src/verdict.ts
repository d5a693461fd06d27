import type { CriterionVerdict, ProgrammeVerdict } from './result.ts'

/** What a line does to the verdict of its programme, the graver the higher. A bit each, so that those of a whole programme are one byte. */
export const bearing = { none: 0, judgement: 1, unknown: 2, shuts: 4 } as const

export type Bearing = (typeof bearing)[keyof typeof bearing]

export function bearingOf(verdict: CriterionVerdict, isExclusion: boolean): Bearing {
  switch (verdict) {
    case 'met':
      return isExclusion ? bearing.shuts : bearing.none
    case 'unmet':
      return isExclusion ? bearing.none : bearing.shuts
    case 'unknown':
      return bearing.unknown
    case 'judgement':
      return bearing.judgement
    case 'condition':
      return bearing.none
  }
}

const byBearings = Array.from({ length: 8 }, (_, bearings): ProgrammeVerdict => {
  if (bearings & bearing.shuts) return 'not-eligible'
  if (bearings & bearing.unknown) return 'unknown'
  return bearings & bearing.judgement ? 'judgement' : 'eligible'
})

/** The verdict of a programme is that of its gravest line, whatever else it comes to; of one without lines, `eligible`. */
export function verdictBy(bearings: number): ProgrammeVerdict {
  return byBearings[bearings]!
}
