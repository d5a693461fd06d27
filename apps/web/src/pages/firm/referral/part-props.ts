import type { FirmCapacity } from '../../../desk/client/shapes.ts'
import type { OwnCase } from '../client/shapes.ts'

/** An answer to the question for consent that came when it could not be given any more. */
export type Uncounted = 'agreeing' | 'refusing'

/** What a part of the page is given that can change the case. */
export interface PartProps {
  readonly capacity: FirmCapacity
  readonly shown: OwnCase
  /** The case is being read anew. */
  readonly isStale: boolean
  /** It was changed: what is to be told of it. */
  readonly onChanged: (told: string) => void
  /** It was not as shown: it has to be read anew. What was tried then did not count, and is said where the page no longer shows it. */
  readonly onStale: (tried?: Uncounted) => void
}
