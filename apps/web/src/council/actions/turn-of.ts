/** Whose turn an action is, as a post sees it, and what the post may do with it. */
import { actionMovers, actionMoves } from '@ieum/council'
import { type ActingRole, may } from '@ieum/desk'
import type { Action, OwnActionMove } from '../client/shapes.ts'

export type Turn = 'own' | 'owner' | 'nod' | 'other' | 'over'

interface Post {
  readonly post: string
  readonly agency: string
  readonly role: ActingRole
}

type Standing = Pick<Action, 'state' | 'ownerAgency' | 'ownerPost'>

const moves: readonly OwnActionMove[] = ['report', 'nod', 'return']

export const movesOf = (action: Standing, { post, agency, role }: Post): readonly OwnActionMove[] =>
  moves.filter(
    move =>
      actionMoves[action.state][move] !== undefined &&
      (actionMovers[move] === 'owner'
        ? action.ownerPost === post && may(role, 'report action', 'seated')
        : action.ownerAgency !== agency && may(role, 'close action', 'seated')),
  )

export function turnOf({ state, ownerAgency, ownerPost }: Standing, { post, agency }: Post): Turn {
  if (state === 'open') return ownerPost === post ? 'own' : 'owner'
  if (state === 'reported') return ownerAgency === agency ? 'other' : 'nod'
  return 'over'
}

/** What is late stands first, then what is due first; what waits for a nod has no day that runs. */
export const inOrder = (actions: readonly Action[]): readonly Action[] =>
  actions.toSorted((a, b) => Number(b.late) - Number(a.late) || a.due.localeCompare(b.due))

export const isOver = ({ state }: Pick<Action, 'state'>): boolean => state === 'closed' || state === 'dropped'
