/** What is wrong with one field of what was sent, by its path (RFC 6901), and what would be right. */
export interface FieldFault {
  readonly field: string
  readonly wrong: string
}
