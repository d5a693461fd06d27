import type { CriterionVerdict, ProgrammeVerdict } from './result.ts'

/** What a line does to the verdict of its programme, the gravest last. A byte, for going through thousands. */
export const bearing = { notYet: 0, none: 1, judgement: 2, unknown: 3, shuts: 4 } as const

export type Bearing = 1 | 2 | 3 | 4

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

const byBearing: readonly ProgrammeVerdict[] = ['eligible', 'eligible', 'judgement', 'unknown', 'not-eligible']

/** The verdict of a programme is that of its gravest line; of one without lines, `eligible`. */
export function verdictBy(gravest: number): ProgrammeVerdict {
  return byBearing[gravest]!
}
