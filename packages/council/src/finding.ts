/**
 * What stands between two programmes, as it goes onto an agenda with its figures: they are kept as they stood on the day. Findings are
 * told apart by `is`, so that others can come beside those of one step.
 */
import type { Day } from '@ieum/catalogue/records'

export type Finding = BrokenStep

/** Told apart already, and not taken yet: what is found over a whole population of firms, with how many of how many it stops. */
export const findingsToCome = ['population'] as const

/** One step of a way that cannot be gone. */
export interface BrokenStep {
  readonly is: 'step'
  /** The programme that a firm comes from; null where it would begin. */
  readonly from: string | null
  /** The programme that it does not come to. */
  readonly to: string
  /** As the way names it: the programme, or the stage that it stands for. */
  readonly waypoint: string
  readonly pathway?: string | undefined
  readonly why: StepWhy
  /** The single change that would open it. */
  readonly opens?: StepOpens | undefined
  readonly on: Day
}

export type StepWhy =
  /** Nothing that two agencies agreed on leads from the one to the other. */
  | { readonly is: 'no link' }
  /** Its window closes before a firm is ready for it: so many days. `ready` is of one plan, the rest of the catalogue. */
  | { readonly is: 'too late'; readonly closes: Day; readonly ready: Day; readonly days: number }
  /** It may not be held together with another. */
  | { readonly is: 'excluded'; readonly by: string }
  /** Nothing is announced or to be expected; the last window that there was. */
  | { readonly is: 'no window'; readonly lastClosed?: Day | undefined }
  /** Rules of an edition that stood against the firm of a plan, by their ids: which firm it was is not told. */
  | {
      readonly is: 'shut'
      readonly edition: string
      readonly criteria: readonly string[]
      readonly exclusions: readonly string[]
    }

export type StepOpens =
  | { readonly is: 'link' }
  | { readonly is: 'window'; readonly edition: string; readonly opens: Day; readonly closes: Day }

/** The same break, whatever its figures on the day. */
export const isSameBreak = (a: BrokenStep, b: BrokenStep): boolean =>
  a.from === b.from && a.to === b.to && a.why.is === b.why.is
