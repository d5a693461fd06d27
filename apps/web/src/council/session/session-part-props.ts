import type { PostCapacity } from '../../desk/client/shapes.ts'
import type { Room } from '../room/shapes.ts'

/** What a part of the page is given: the sitting as it stands, and how to say that it changed. */
export interface SessionPartProps {
  room: Room
  capacity: PostCapacity
  /** It is read anew, and said what was done. */
  onDone: (told: string) => void
  /** It is read anew: somebody else was faster. */
  onChanged: () => void
}
