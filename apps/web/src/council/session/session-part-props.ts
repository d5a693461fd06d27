import type { PostCapacity } from '../../desk/client/shapes.ts'
import type { Room } from '../room/shapes.ts'

/** What a part of the page is given: the sitting as it stands, and how to say that it changed. */
export interface SessionPartProps {
  room: Room
  capacity: PostCapacity
  /** It is read anew, and said what was done; that takes the focus, unless what was pressed stays where it is. */
  onDone: (told: string, pressed?: 'stays') => void
  /** It is read anew: somebody else was faster. */
  onChanged: () => void
}
