/** The room of a sitting on a page: what is shown, whether the server hears it, and how something is captured. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { newKey } from '../../desk/client/ask.ts'
import { tellNear } from '../screen/near.ts'
import { screenFrom } from '../screen/screen-from.ts'
import { reach } from './connection.ts'
import { type Followed, follow } from './follow.ts'
import { type OutboxState, openOutbox } from './outbox.ts'
import { overlaid } from './overlaid.ts'
import type { Write } from './queue.ts'
import { requestOf, roomOf } from './requests.ts'
import type { Room } from './shapes.ts'
import type { Whose } from './whose.ts'

export interface RoomInHand {
  /** With what was captured here on top of it. */
  readonly room: Room | undefined
  /** As the server last told it. */
  readonly told: Room | undefined
  readonly link: Followed<Room>
  readonly outbox: OutboxState
  /** By the clock of the server, in milliseconds. */
  readonly now: () => number
  readonly capture: (write: Write, seen?: number | null) => void
  readonly settle: (key: string, again?: Write) => void
  readonly sendNow: () => void
}

export function useRoom(whose: Whose): RoomInHand {
  const { post, session, person } = whose
  const hand = useMemo(() => roomInHand({ post, session, person }), [post, session, person])
  const shown = useSyncExternalStore(hand.subscribe, hand.shown)
  useEffect(() => hand.start(), [hand])
  return shown
}

function roomInHand(whose: Whose) {
  const { post, session } = whose
  const listeners = new Set<() => void>()
  const to = roomOf(post, session)
  let shown: RoomInHand

  const link = follow<Room>({
    pathOf: to.room,
    shownIn: (body: { room: Room | null }) => body.room,
    reading: () => outbox.reading(),
    read: begun => outbox.read(begun),
    back: () => sendNow(),
    rests: ({ state }) => state === 'minuted' || state === 'cancelled',
    changed: () => tell(),
  })
  const outbox = openOutbox({
    storage: localStorage,
    whose,
    send: async entry => {
      const reply = await reach(requestOf(post, session, entry), entry.key)
      if (reply.is === 'no answer') link.lost()
      return reply
    },
    newKey,
    now: () => link.now(),
    changed: () => tell(),
  })

  function sendNow(): void {
    void outbox.flush().then(() => link.ask())
  }

  /** The count of what is on the screen: the newest that is known. */
  function countOf(write: Write): number | null {
    const room = shown.room
    if (write.is === 'item') return room?.items.find(({ id }) => id === write.item)?.changed ?? null
    return write.is === 'move' ? (room?.changed ?? null) : null
  }

  const capture = (write: Write, seen: number | null = countOf(write)) => {
    outbox.add(write, seen)
    sendNow()
  }
  /** Looked at beside what the server has now. */
  const settle = (key: string, again?: Write) => {
    const entry = outbox.state().queue.find(one => one.key === key)
    if (!entry) return
    const told = link.state().value
    const { write } = entry
    const seen =
      write.is === 'item'
        ? (told?.items.find(({ id }) => id === write.item)?.changed ?? null)
        : write.is === 'move'
          ? (told?.changed ?? null)
          : null
    outbox.settle(key, seen, again)
    sendNow()
  }

  const look = (): RoomInHand => {
    const told = link.state().value
    const state = outbox.state()
    return {
      room: told && overlaid(told, state),
      told,
      link: link.state(),
      outbox: state,
      now: link.now,
      capture,
      settle,
      sendNow,
    }
  }
  function tell(): void {
    // The first words come while it is still being put together.
    if (!shown) return
    shown = look()
    for (const listener of listeners) listener()
    near()
  }
  shown = look()
  let toNear: ReturnType<typeof tellNear> | undefined
  function near(): void {
    if (shown.room) toNear?.tell({ screen: screenFrom(shown.room), ahead: shown.link.ahead })
  }

  const onStorage = ({ key }: StorageEvent) => {
    if (key?.includes(session)) outbox.load()
  }
  return {
    shown: () => shown,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start(): () => void {
      addEventListener('storage', onStorage)
      const retry = setInterval(() => {
        if (link.state().connected && outbox.state().queue.some(({ stopped }) => !stopped)) void outbox.flush()
      }, 3_000)
      toNear = tellNear(session)
      // A wall that is opened without a network, or that has not heard for a while.
      const again = setInterval(() => link.state().connected || near(), 1_000)
      const stop = link.start()
      return () => {
        clearInterval(again)
        toNear?.close()
        toNear = undefined
        removeEventListener('storage', onStorage)
        clearInterval(retry)
        stop()
      }
    },
  }
}

/** A moment that goes on: the page is drawn anew each second. */
export function useSecond(now: () => number): number {
  const [moment, setMoment] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), 1_000)
    return () => clearInterval(timer)
  }, [now])
  return moment
}
