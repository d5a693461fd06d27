import type { ClosingAgreement, Closings } from './shapes.ts'

/** What the card of an agreement and the forms in it are given. */
export interface AgreementCardProps {
  post: string
  agreement: ClosingAgreement
  closings: Closings
  again: () => void
}
