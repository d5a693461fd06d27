/**
 * Follows what the server tells of a sitting: asked again each second or so, in short while nothing changes, and in full every so often since figures
 * move by themselves. Knows whether the server answers, and how its clock goes.
 */
import { reach } from './connection.ts'
import type { Refusal } from './queue.ts'

export interface Followed<T> {
  readonly value: T | undefined
  readonly connected: boolean
  /** Since when nothing is heard, in milliseconds of this machine's clock. */
  readonly away: number | undefined
  readonly refused: Refusal | undefined
  readonly signedOut: boolean
  /** What the server's clock is ahead of this machine's, in milliseconds. */
  readonly ahead: number
}

interface Answer<T> {
  readonly mark: string
  readonly now: string
  readonly value: T | null
}

export interface FollowNeeds<T> {
  /** Milliseconds from one answer to the next question; a second when left out. */
  readonly every?: number
  readonly pathOf: (seen?: string) => string
  readonly shownIn: (body: never) => T | null
  /** Nothing more will come of it: a window that is left open shall not keep somebody signed in. */
  readonly rests: (value: T) => boolean
  /** Called around each reading. */
  readonly reading?: () => number
  readonly read?: (begun: number) => void
  /** The server has answered, after it had not, or for the first time. */
  readonly back?: () => void
  readonly changed: () => void
}

const inFull = 15_000

export function follow<T>({ every = 1_000, pathOf, shownIn, rests, reading, read, back, changed }: FollowNeeds<T>) {
  let state: Followed<T> = {
    value: undefined,
    connected: false,
    away: undefined,
    refused: undefined,
    signedOut: false,
    ahead: 0,
  }
  let mark: string | undefined
  let fullAt = 0
  let nearest = Number.POSITIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  let asksAgain = false
  let isOver = false

  const tell = (part: Partial<Followed<T>>) => {
    state = { ...state, ...part }
    changed()
  }

  const lost = () => {
    if (state.connected || state.away === undefined) tell({ connected: false, away: Date.now() })
  }

  async function askOnce(): Promise<number> {
    const asked = Date.now()
    const seen = asked - fullAt < inFull ? mark : undefined
    const begun = reading?.()
    const reply = await reach({ path: pathOf(seen), method: 'GET' })
    if (isOver) return 0
    if (reply.is === 'no answer') {
      lost()
      return every
    }
    if (reply.is !== 'answer') {
      // Something answers: what it says is not of this sitting.
      if (reply.is === 'refused') tell({ connected: true, away: undefined, refused: reply.refusal })
      else if (reply.is === 'signed out') tell({ connected: true, away: undefined, signedOut: true })
      else lost()
      return reply.is === 'busy' ? 1_000 * reply.seconds : 5 * every
    }
    const body = reply.body as Answer<T>
    const value = shownIn(reply.body as never)
    const wasAway = !state.connected
    if (seen === undefined) fullAt = asked
    mark = body.mark
    // The shorter an answer was on its way, the better it tells the time.
    const way = Date.now() - asked
    const isNear = way <= nearest
    if (isNear) nearest = way
    const ahead = isNear ? Date.parse(body.now) - (asked + way / 2) : state.ahead
    const heard = { connected: true, away: undefined, refused: undefined, signedOut: false }
    if (value !== null || wasAway || ahead !== state.ahead) tell({ ...heard, ahead, ...(value !== null && { value }) })
    // What it now holds is dropped from on top of it once it is shown: at no moment is it in neither.
    if (begun !== undefined) read?.(begun)
    if (wasAway) back?.()
    return every
  }

  async function ask(): Promise<void> {
    if (isAsking) {
      asksAgain = true
      return
    }
    clearTimeout(timer)
    isAsking = true
    const wait = await askOnce()
    isAsking = false
    if (isOver) return
    const hasEnded = state.connected && state.value !== undefined && rests(state.value)
    if (asksAgain || !hasEnded) timer = setTimeout(() => void ask(), asksAgain ? 0 : wait)
    asksAgain = false
  }

  const online = () => void ask()
  return {
    state: () => state,
    now: () => Date.now() + state.ahead,
    /** At once, such as after something was told. */
    ask: () => void ask(),
    lost,
    start(): () => void {
      isOver = false
      addEventListener('online', online)
      addEventListener('offline', lost)
      void ask()
      return () => {
        isOver = true
        clearTimeout(timer)
        removeEventListener('online', online)
        removeEventListener('offline', lost)
      }
    },
  }
}
