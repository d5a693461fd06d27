/** The room as who captures it sees it: what the server last told, with what has been captured here since on top of it. */
import { type SessionMove, type SessionState, sessionMoves } from '@ieum/council'
import type { OutboxState } from './outbox.ts'
import type { Entry, Write } from './queue.ts'
import type { Action, Decision, Room } from './shapes.ts'

export function overlaid(room: Room, { queue, done }: Pick<OutboxState, 'queue' | 'done'>): Room {
  const answeredHere = done.map(({ entry, answer }) => ({ entry, answer }))
  // Of what was refused, or changed by somebody else, the server's side stands; words of an item stay to be looked at beside it.
  const stillHere = queue
    .filter(({ stopped, write }) => !stopped || (write.is === 'item' && stopped.is === 'changed'))
    .map(entry => ({ entry, answer: undefined }))
  return [...answeredHere, ...stillHere].reduce((shown, { entry, answer }) => withWrite(shown, entry, answer), room)
}

type Answer = OutboxState['done'][number]['answer']

function withWrite(room: Room, entry: Entry, answer: Answer | undefined): Room {
  const { at, write } = entry
  switch (write.is) {
    case 'turn':
      return room.state === 'sitting' ? { ...room, current: { item: write.item, began: answer?.began ?? at } } : room
    case 'item':
      return {
        ...room,
        items: room.items.map(item =>
          item.id === write.item ? { ...item, ...write.change, changed: answer?.changed ?? item.changed } : item,
        ),
      }
    case 'seat':
      return {
        ...room,
        attendance: room.attendance.map(one =>
          one.seat === write.seat
            ? { ...one, state: write.state, deputy: write.deputy === undefined ? one.deputy : write.deputy }
            : one,
        ),
      }
    case 'decision':
      return withDecision(room, { ...entry, write }, answer?.number ?? null)
    case 'move':
      return withMove(room, write.move, at, answer?.changed)
  }
}

function withDecision(room: Room, { id, tried, write }: DecisionEntry, number: string | null): Room {
  const { item, decision } = write
  const { text, supersedes, votes, actions } = decision
  // What was read last may know of it before its answer is here. One without an answer is known by its words alone: of two in the same words
  // on one item the second is shown once it is answered.
  const isTold = room.items.some(one =>
    one.decisions.some(told =>
      number === null ? tried && one.id === item && told.text.ko === text : told.number === number,
    ),
  )
  if (isTold) return room
  const taken: Decision = {
    id,
    number,
    text: { ko: text, en: null },
    votes: votes ? { is: 'counted', ...votes } : { is: 'without objection' },
    supersededBy: null,
  }
  const standing = room.items.map(one => ({
    ...one,
    decisions: one.decisions.map(other => (other.id === supersedes ? { ...other, supersededBy: id } : other)),
  }))
  return {
    ...room,
    items: standing.map(one => (one.id === item ? { ...one, decisions: [...one.decisions, taken] } : one)),
    earlier: room.earlier.filter(other => other.id !== supersedes),
    actions: [
      ...room.actions,
      ...actions.map(({ title, ownerPost, due, proofWanted }, index): Action => {
        const agency = room.posts.find(post => post.id === ownerPost)?.agency ?? ''
        const action = { title: { ko: title, en: null }, ownerAgency: agency, ownerPost, due, proofWanted }
        return { ...action, id: `${id}-${index}`, decision: number }
      }),
    ],
  }
}

type DecisionEntry = Entry & { readonly write: Extract<Write, { is: 'decision' }> }

function withMove(room: Room, move: SessionMove, at: string, changed: number | undefined): Room {
  const state: SessionState | undefined = sessionMoves[room.state][move]
  if (!state) return room
  return {
    ...room,
    state,
    changed: changed ?? room.changed,
    moves: Object.keys(sessionMoves[state]) as SessionMove[],
    ...(move === 'open' && { openedAt: at }),
    ...(move === 'end' && { endedAt: at, current: null }),
  }
}
