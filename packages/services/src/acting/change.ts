/** What a use case changed, as the trail of changes keeps it. */
export interface Change {
  readonly operation: string
  readonly subject: string
  readonly detail: string
}
