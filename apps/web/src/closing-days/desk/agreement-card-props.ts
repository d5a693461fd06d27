import type { Changing } from '../../desk/client/use-change.ts'
import type { ClosingAgreement, Closings } from './shapes.ts'

/** What the card of an agreement and the forms in it are given. */
export interface AgreementCardProps {
  post: string
  agreement: ClosingAgreement
  closings: Closings
  again: () => void
}

/** One act at a time: what it came to is told by the card, which stays when its forms go. */
export interface ActFormProps extends AgreementCardProps {
  acting: Changing<unknown>
  /** It is under way, or how it stands is being read anew. */
  isHeld: boolean
}
