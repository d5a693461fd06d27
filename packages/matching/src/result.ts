/** What one firm gets back from matching: the JSON of `ieum match --json` and `POST /api/match`. */
import type { Day, FactName, Value } from '@ieum/catalogue/records'
import type { WindowState } from '@ieum/catalogue/windows'
import type { Reading } from '@ieum/rules'

/** Of a programme: the first that applies, read from the top. */
export type ProgrammeVerdict = 'not-eligible' | 'unknown' | 'judgement' | 'eligible'

/**
 * Of a criterion. For an exclusion it is the verdict on its own sentence: `met` means that it holds and shuts the firm out.
 * `condition`: only choices of the application decide it.
 */
export type CriterionVerdict = 'met' | 'unmet' | 'unknown' | 'judgement' | 'condition'

export type { WindowState }

export interface WindowOnDay {
  readonly state: WindowState
  readonly opens?: Day
  readonly closes?: Day
  /** Time of day at which it opens, `10:00`, and closes. */
  readonly opensAt?: string
  readonly closesAt?: string
  /** A month or a filled-in end: shown as such. */
  readonly approximate?: true
  /** The one end that was printed as a day. */
  readonly exact?: 'opens' | 'closes'
  readonly until?: 'budget' | 'places'
}

/** A choice of the application under which a condition is met. */
export interface Choice {
  readonly fact: FactName
  readonly values: readonly Value[]
}

export interface CriterionResult {
  readonly id: string
  readonly verdict: CriterionVerdict
  readonly exclusion?: true
  /** The link that waives it for what this firm holds: whatever its verdict, it does not count for that of the programme. */
  readonly waived?: string
  /** The facts that decide it; a reading without a value is a fact not known. */
  readonly because: readonly Reading[]
  /** Only for `condition`: sets of choices, any one of which meets it (for an exclusion: avoids it). */
  readonly choices?: readonly (readonly Choice[])[]
}

export interface Change {
  readonly fact: FactName
  /** Left out when the fact is not known. */
  readonly from?: Value
  /** The value to reach; for an open bound the nearest value that does. */
  readonly to: Value
  readonly how: 'by-firm' | 'with-time' | 'by-agency'
  /** The day on which waiting is enough. */
  readonly on?: Day
}

export interface SupportOffered {
  readonly max?: number
  readonly rate?: number
  readonly per?: 'firm' | 'project' | 'consortium'
  readonly interest?: number
  /** The common rule whose cap leaves less than the notice offers; `max` is what it leaves. */
  readonly cappedBy?: string
  /** Facts still needed to know which band counts or what a cap leaves; the figure is then that of the band without a condition, or left out. */
  readonly depends?: readonly FactName[]
}

export interface Result {
  readonly programme: string
  readonly edition: string
  readonly agency: string
  readonly verdict: ProgrammeVerdict
  readonly window: WindowOnDay
  readonly support: SupportOffered
  readonly criteria: readonly CriterionResult[]
  /** Facts that are not known and on which the verdict depends. */
  readonly missing: readonly FactName[]
  /** For `not-eligible`: the smallest sets of changes that would leave no criterion unmet and no exclusion met. */
  readonly changes: readonly (readonly Change[])[]
}

export interface NextQuestion {
  readonly fact: FactName
  /** How many programmes' verdicts the answer can settle. */
  readonly decides: number
}

export interface Match {
  readonly on: Day
  readonly firm: string
  readonly results: readonly Result[]
  /** Left out when nothing that a firm can answer would settle anything more. */
  readonly nextQuestion?: NextQuestion
}
