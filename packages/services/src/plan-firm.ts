/** Itineraries for a firm: the waypoints may be given one by one or as a named pathway. */
import type { Day, Firm } from '@ieum/catalogue/records'
import type { Plan } from '@ieum/planning'
import { parseSentence } from '@ieum/rules/parse'
import type { OpenCatalogue } from './open-catalogue.ts'

export interface PlanRequest {
  readonly firm: Firm
  readonly on: Day
  /** Waypoints; one text may hold several, by commas. */
  readonly via?: readonly string[]
  readonly pathway?: string
  /** ISO 8601 duration of years and months, up to twenty years; `P5Y` when left out. */
  readonly horizon?: string
  readonly maxLegs?: number
}

export type PlanOutcome =
  | { readonly is: 'planned'; readonly plan: Plan }
  | { readonly is: 'no such pathway'; readonly pathway: string; readonly known: readonly string[] }
  | { readonly is: 'no waypoints' }
  | { readonly is: 'not a waypoint'; readonly waypoint: string; readonly why: string }
  | { readonly is: 'not a horizon'; readonly horizon: string }
