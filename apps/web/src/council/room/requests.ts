/** The request that tells the server of an entry: always the same one for the same entry, so that under its key it is done once. */
import type { Method } from '../../desk/client/ask.ts'
import type { Entry } from './queue.ts'

export interface EntryRequest {
  readonly path: string
  readonly method: Method
  readonly body: unknown
}

export const roomOf = (post: string, session: string) => {
  const at = `/api/posts/${encodeURIComponent(post)}`
  const one = `${at}/sessions/${encodeURIComponent(session)}`
  return {
    session: one,
    room: (seen?: string) => `${one}/room${seen === undefined ? '' : `?seen=${encodeURIComponent(seen)}`}`,
    screen: (seen?: string) => `${one}/screen${seen === undefined ? '' : `?seen=${encodeURIComponent(seen)}`}`,
    moves: `${one}/moves`,
    items: `${one}/items`,
    order: `${one}/order`,
    seat: (seat: string) => `${one}/seats/${encodeURIComponent(seat)}`,
    item: (item: string) => `${at}/agenda-items/${encodeURIComponent(item)}`,
    turn: (item: string) => `${at}/agenda-items/${encodeURIComponent(item)}/turn`,
    decisions: `${at}/decisions-of-councils`,
    council: (council: string) => `${at}/councils/${encodeURIComponent(council)}`,
  }
}

export function requestOf(post: string, session: string, { write, at, seen }: Entry): EntryRequest {
  const to = roomOf(post, session)
  switch (write.is) {
    case 'turn':
      return { path: to.turn(write.item), method: 'POST', body: { at } }
    case 'item':
      return { path: to.item(write.item), method: 'PATCH', body: { changed: seen, ...write.change } }
    case 'seat': {
      const { seat, state, deputy, was, wasDeputy } = write
      return {
        path: to.seat(seat),
        method: 'PUT',
        body: { state, ...(deputy !== undefined && { deputy }), seen: was, seenDeputy: wasDeputy },
      }
    }
    case 'decision':
      return { path: to.decisions, method: 'POST', body: { item: write.item, ...write.decision } }
    case 'move': {
      const tells = write.move === 'open' || write.move === 'end'
      return { path: to.moves, method: 'POST', body: { move: write.move, changed: seen, ...(tells && { at }) } }
    }
  }
}
