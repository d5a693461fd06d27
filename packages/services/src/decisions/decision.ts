/** A decision of one agency on one criterion, as it is signed. */
import type { Day } from '@ieum/catalogue/records'
import type { Tables } from '@ieum/storage'
import type { Selectable } from 'kysely'

export interface Decision {
  readonly id: string
  readonly agency: string
  readonly programme: string
  readonly criterion: string
  /** Of an exclusion, `met` means that it holds and shuts the firm out, as in matching. */
  readonly verdict: 'met' | 'unmet'
  readonly on: Day
  readonly until: Day | null
  /** In the agency's own words; decisions from before reasons were asked for have none. */
  readonly reason: string | null
  readonly signature: string
  readonly revoked: boolean
}

export type DecisionRow = Selectable<Tables['signed_decision']>

export const decisionOf = (row: DecisionRow): Decision => ({
  id: row.id,
  agency: row.agency,
  programme: row.programme,
  criterion: row.criterion,
  verdict: row.verdict,
  on: row.on_day,
  until: row.until,
  reason: row.reason,
  signature: row.signature,
  revoked: row.revoked_at !== null,
})

/** What the signature covers; the firm by its public number, so that it can be checked anywhere. */
export const signedPart = (
  { id, agency, programme, criterion, verdict, on, until, reason }: Omit<Decision, 'signature' | 'revoked'>,
  firmNumber: string,
): Readonly<Record<string, unknown>> => ({
  is: 'decision',
  id,
  firm: firmNumber,
  agency,
  programme,
  criterion,
  verdict,
  on,
  until,
  // What was signed without one stays what it was.
  ...(reason !== null && { reason }),
})
