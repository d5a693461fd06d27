/** A plan as it is asked for and as the planner gives it back. */
import type { Day, FactName, Firm } from '@ieum/catalogue/records'
import type { WindowDays } from '@ieum/catalogue/windows'
import type { Form } from '@ieum/rules'
import type { Odds } from './odds.ts'

export interface PlanRequest {
  readonly firm: Firm
  readonly on: Day
  /** Waypoints in order: a stage, the id of a programme, or `fact:` and a FEEL sentence. */
  readonly via: readonly string[]
  /** The form of every `fact:` waypoint by its text in `via`; those of the rulebook's own pathways may be left out. */
  readonly sentences?: Readonly<Record<string, Form>>
  /** ISO 8601 duration of years, months or days; `P5Y` when left out, at most `P30Y`. */
  readonly horizon?: string
  /** 6 when left out. */
  readonly maxLegs?: number
  /**
   * Legs that stand already, in the order of their apply days: what they bring and reach counts, on their own days, and they need not
   * be needed. Legs that are applied for from `on` are added to them.
   */
  readonly standing?: readonly Leg[]
  /** Windows that cannot be used any more. */
  readonly barred?: readonly Barred[]
  /** Asked now and then; once it says true, the best found so far is the answer. The planner itself has no clock. */
  readonly timeIsUp?: () => boolean
}

export interface Barred {
  readonly programme: string
  readonly edition: string
  /** The first day of the window. */
  readonly opens: Day
}

export interface Plan {
  readonly on: Day
  readonly firm: string
  readonly via: readonly string[]
  /** False when time was up before everything had been looked at: better itineraries may exist. */
  readonly complete: boolean
  /** The Pareto set, by `arrives`, then more `support`. */
  readonly itineraries: readonly Itinerary[]
}

export interface Itinerary {
  /** The day on which the last waypoint is reached. */
  readonly arrives: Day
  readonly support: number
  readonly ownCost: number
  /** How many distinct facts that are not known its legs assume. */
  readonly unknowns: number
  /** Changes of ministry between neighbouring legs. */
  readonly transfers: number
  /** The day on which each waypoint is reached. */
  readonly reached: readonly Day[]
  readonly odds: Odds
  readonly legs: readonly Leg[]
}

export interface Leg {
  readonly programme: string
  readonly edition: string
  readonly agency: string
  readonly ministry: string
  /** The window is that of the last announced edition, whole years later. */
  readonly forecast: boolean
  readonly apply: Day
  readonly decided: Day
  readonly ends: Day
  readonly support: number
  readonly ownCost: number
  /** The link in force that joins a leg in front to this one, a `follow-on` before any other; else one that waives something of it. */
  readonly link: string | null
  readonly assumes: readonly Assumption[]
  /** Which waypoint it reaches, counted from 0; null when it only makes another leg possible. */
  readonly reaches: number | null
  readonly window: Pick<WindowDays, 'opens' | 'closes' | 'opensAt' | 'closesAt' | 'rolling' | 'approximate' | 'exact'>
}

/** A criterion or exclusion that does not stop the leg, though nothing says that it is met (for an exclusion: that it is not). */
export interface Assumption {
  /** Id of the criterion or exclusion. */
  readonly id: string
  /** `condition`: only the applicant's own choices decide it. */
  readonly verdict: 'unknown' | 'judgement' | 'condition'
  readonly exclusion?: true
  /** The facts that are not known and on which it depends; empty for a judgement. */
  readonly facts: readonly FactName[]
}
