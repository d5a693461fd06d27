import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { ProgrammeSet } from './programme-sets.ts'
import type { Line } from './timetable.ts'

/** Those who may yet need one leg. */
export interface Claim {
  /** The line of the leg; of one that may yet be boarded, all that it may be. */
  readonly lines: readonly Line[]
  readonly by: ProgrammeSet
  /** What the leg brings is held from this day on: none of them needs it sooner. */
  readonly from: DayNumber
  /** No way that meets the claim arrives before this day. */
  readonly arrives: DayNumber
}
