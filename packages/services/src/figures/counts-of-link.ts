/**
 * Of referrals sent in the span. Null: so few are meant that it is hidden, from an agency that has no part in the link, and from the sending
 * one where it is not to be told what came of a firm.
 */
export interface LinkFigures {
  readonly link: string
  readonly fromAgency: string
  readonly fromProgramme: string
  readonly toAgency: string
  readonly toProgramme: string
  readonly sent: number | null
  readonly answered: number | null
  readonly answeredInTime: number | null
  readonly accepted: number | null
  readonly declined: number | null
  /** By the code of the reason. */
  readonly declinedFor: Readonly<Record<string, number | null>>
  readonly completed: number | null
  /** Calendar days from sending to the answer; null also when nothing was answered. */
  readonly medianDays: number | null
  readonly underWay: number | null
  readonly expired: number | null
}
