/** Who is signed in, for every part of the site that asks. A visitor who never signed in here asks the server nothing. */
import type { ActingRole } from '@ieum/desk'
import { useEffect, useSyncExternalStore } from 'react'
import { rememberSignedIn } from '../shell/sign-in-hint.ts'
import { ask, Refused } from './client/ask.ts'
import type { Me } from './client/shapes.ts'

export interface DemonstrationRole {
  readonly as: string
  readonly name: string
  readonly role: ActingRole
  readonly agency?: string
  /** A file of the example firms. */
  readonly firm?: string
  /** What the firm is called. */
  readonly firmName?: { readonly ko: string; readonly en: string }
}

export interface SignInOffer {
  /** Agencies whose own sign-in can be used. */
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  /** People of a demonstration whom one may be with a click; empty where it is not one. */
  readonly demonstration: readonly DemonstrationRole[]
  /** No letter leaves the machine: it is printed where the server was started. */
  readonly lettersArePrinted: boolean
}

export type Who =
  | { readonly is: 'not asked' }
  | { readonly is: 'nobody'; readonly offer: SignInOffer }
  | { readonly is: 'signed in'; readonly me: Me }
  /** The server keeps no records: nobody can sign in. */
  | { readonly is: 'no records' }
  | { readonly is: 'not answered'; readonly refused: Refused }

type SignInAnswer = Pick<SignInOffer, 'providers'> &
  ({ readonly is: 'signed in'; readonly person: Me['person'] } | { readonly is: 'nobody' })

const listeners = new Set<() => void>()
let who: Who = { is: 'not asked' }
let asking: Promise<void> | undefined

/**
 * Asks anew, whatever is under way: that may have left before somebody signed in or out, and is told to nobody. Done once the last question is
 * answered.
 */
export function askWho(): Promise<void> {
  const mine: Promise<void> = whoAnswers()
    .then(now => (asking === mine ? tell(now) : asking))
    .finally(() => {
      if (asking === mine) asking = undefined
    })
  asking = mine
  return mine
}

async function whoAnswers(): Promise<Who> {
  try {
    const answer = await ask<SignInAnswer>('/api/sign-in/me')
    if (answer.is === 'signed in')
      return { is: 'signed in', me: { ...(await ask<Omit<Me, 'person'>>('/api/me')), person: answer.person } }
    const { roles, lettersArePrinted } = await ask<{
      roles: readonly DemonstrationRole[]
      lettersArePrinted: boolean
    }>('/api/demonstration')
    return { is: 'nobody', offer: { providers: answer.providers, demonstration: roles, lettersArePrinted } }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.status === 404 ? { is: 'no records' } : { is: 'not answered', refused: error }
  }
}

function tell(now: Who): void {
  who = now
  if (now.is !== 'not answered') rememberSignedIn(now.is === 'signed in')
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useWho(): Who {
  const now = useSyncExternalStore(subscribe, () => who)
  useEffect(() => {
    if (who.is === 'not asked' && !asking) void askWho()
  }, [])
  return now
}
