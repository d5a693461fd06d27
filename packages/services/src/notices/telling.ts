/** What people are told of an event. */
export interface Telling {
  /** The same event told twice changes nothing: `referral:ID:accept:4`. */
  readonly event: string
  readonly kind: string
  readonly referral?: string
  readonly firm?: string
  readonly agreement?: string
  readonly detail?: Readonly<Record<string, unknown>>
}
