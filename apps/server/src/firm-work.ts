/** What is worked out for a firm and takes its time: matching and planning. The app does not say where it is done. */
import type { Day, Firm } from '@ieum/catalogue/records'
import type { MatchOptions } from '@ieum/matching'
import { type OpenCatalogue, type PlanOutcome, type PlanRequest, planFirm } from '@ieum/services'

export interface MatchRequest {
  readonly firm: Firm
  readonly on: Day
  readonly editions: NonNullable<MatchOptions['editions']>
}

export interface FirmWork {
  /** The JSON of a match as bytes: hundreds of kilobytes, which are handed on and written as they are. */
  readonly match: (request: MatchRequest) => Promise<Uint8Array<ArrayBuffer>>
  readonly plan: (request: PlanRequest) => Promise<PlanOutcome>
  readonly close: () => Promise<void>
}

/** More is being worked out, and waits, than can be answered in a time that anyone waits. */
export class TooBusy extends Error {}

/** The work done at once, by whoever asks for it. */
export function workHere(catalogue: OpenCatalogue): FirmWork {
  const encoder = new TextEncoder()
  return {
    match: async ({ firm, on, editions }) =>
      encoder.encode(JSON.stringify(catalogue.matcher.match(firm, on, { editions }))),
    plan: async request => planFirm(catalogue, request),
    close: async () => {},
  }
}
