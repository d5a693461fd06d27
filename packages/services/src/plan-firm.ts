/** Itineraries for a firm: the waypoints may be given one by one or as a named pathway. */
import type { Day, Firm } from '@ieum/catalogue/records'
import type { Plan } from '@ieum/planning'
import { parseWaypoint } from './waypoints.ts'
import type { OpenCatalogue } from './open-catalogue.ts'

export interface PlanRequest {
  readonly firm: Firm
  readonly on: Day
  readonly via?: readonly string[]
  readonly pathway?: string
  /** ISO 8601 duration of years and months, `P5Y` when left out. */
  readonly horizon?: string
  readonly maxLegs?: number
  /** Milliseconds after which the best found so far is the answer; 2,000 when left out. */
  readonly limit?: number
}

export type PlanOutcome =
  | { readonly is: 'planned'; readonly plan: Plan }
  | { readonly is: 'no such pathway'; readonly pathway: string; readonly known: readonly string[] }
  | { readonly is: 'no waypoints' }
  | { readonly is: 'not a waypoint'; readonly waypoint: string; readonly why: string }
  | { readonly is: 'not a horizon'; readonly horizon: string }
