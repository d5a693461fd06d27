/** Under which names the room lies in the browser: what is said in the name of one post is neither shown to nor sent by another, nor by somebody else. */
export interface Whose {
  readonly session: string
  readonly post: string
  readonly person: string
}

const nameOf = ({ session, post, person }: Whose): string => `${session} ${post} ${person}`

/** Of one entry of the queue: followed by its id. */
export const queueName = (whose: Whose): string => `ieum.room ${nameOf(whose)} `

/** Of the decision that is being worded on an item. */
export const draftName = (whose: Whose, item: string): string => `ieum.room draft ${nameOf(whose)} ${item}`
