/**
 * Keeps the queue of a sitting in the browser and sends it when the server answers. Each entry lies under a name of its own, so that two windows
 * on the same sitting lose nothing of each other's; sent twice by both, the server does it once.
 */
import {
  answered,
  type Captured,
  type Entry,
  nextOf,
  type Queue,
  type Refusal,
  type Settled,
  settled,
  stopped,
  tried,
  type Write,
  withEntry,
} from './queue.ts'
import { queueName, type Whose } from './whose.ts'

export type Reply =
  | { readonly is: 'answer'; readonly body: unknown }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  /** Nothing came back, or nothing that says what became of it: the same is asked again. */
  | { readonly is: 'no answer' }
  | { readonly is: 'busy'; readonly seconds: number }
  | { readonly is: 'signed out' }

export interface OutboxNeeds {
  /** The browser's; `getItem` of a name that is not there is null. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
  readonly whose: Whose
  readonly send: (entry: Entry) => Promise<Reply>
  readonly newKey: () => string
  /** By the clock of the server as far as it is known, in milliseconds. */
  readonly now: () => number
  readonly changed: () => void
}

/** Answered, but not in what was read last. */
export interface Done {
  readonly entry: Entry
  readonly answer: {
    readonly changed?: number
    readonly number?: string
    readonly began?: string
    readonly state?: string
  }
  readonly round: number
}

export interface OutboxState {
  readonly queue: Queue
  readonly done: readonly Done[]
  /** Nothing can be kept in this browser: what waits is lost when the window is closed. */
  readonly keeps: boolean
  readonly signedOut: boolean
}

export function openOutbox({ storage, whose, send, newKey, now, changed }: OutboxNeeds) {
  const prefix = queueName(whose)
  let state: OutboxState = { queue: [], done: [], keeps: true, signedOut: false }
  let underWay: Promise<void> | undefined
  let round = 0

  const tell = (part: Partial<OutboxState>) => {
    state = { ...state, ...part }
    changed()
  }

  function keep(queue: Queue, part: Partial<OutboxState> = {}): void {
    let { keeps } = state
    try {
      for (const entry of queue)
        if (!state.queue.includes(entry)) storage.setItem(prefix + entry.id, JSON.stringify(entry))
      for (const { id } of state.queue) if (!queue.some(entry => entry.id === id)) storage.removeItem(prefix + id)
    } catch {
      keeps = false
    }
    tell({ ...part, queue, keeps })
  }

  /** What lies in the browser, from before or from another window. */
  function load(): void {
    if (!state.keeps) return
    try {
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      const kept = names
        .filter(one => one.startsWith(prefix))
        .flatMap(one => entryOf(storage.getItem(one)))
        .sort((a, b) => a.order - b.order)
      tell({ queue: kept })
    } catch {
      tell({ keeps: false })
    }
  }

  async function sendAll(): Promise<boolean> {
    for (let entry = nextOf(state.queue); entry; entry = nextOf(state.queue)) {
      // Written down before it leaves: an answer may be lost, and the entry is then no longer changed.
      if (!entry.tried) keep(tried(state.queue, entry.key))
      const sent = state.queue.find(({ key }) => key === entry!.key)!
      const reply = await send(sent)
      switch (reply.is) {
        case 'answer': {
          const answer = reply.body as Done['answer']
          // Both told at once: for a wall that hears each word, it would be gone in between.
          const done = [...state.done, { entry: sent, answer, round }]
          keep(answered(state.queue, sent.key, answer.changed), { done, signedOut: false })
          break
        }
        case 'refused': {
          const isChanged = reply.refusal.code === 'changed-meanwhile'
          keep(
            stopped(state.queue, sent.key, isChanged ? { is: 'changed' } : { is: 'refused', refusal: reply.refusal }),
          )
          break
        }
        case 'signed out':
          tell({ signedOut: true })
          return false
        case 'no answer':
        case 'busy':
          return false
      }
    }
    return true
  }

  load()
  return {
    state: () => state,
    load,
    add(write: Write, seen: number | null): void {
      const captured: Captured = { key: newKey(), at: new Date(now()).toISOString(), write, seen }
      keep(withEntry(state.queue, captured))
    },
    settle(key: string, seen: number | null, again?: Write): void {
      const anew = again && { again: { key: newKey(), write: again, at: new Date(now()).toISOString() } }
      keep(settled(state.queue, { key, seen, ...anew } satisfies Settled))
    },
    /** Sends what can be sent, one after another; whoever asks while it is under way waits for the same. */
    flush(): Promise<void> {
      underWay ??= sendAll().then(
        () => {
          underWay = undefined
        },
        (error: unknown) => {
          underWay = undefined
          throw error
        },
      )
      return underWay
    },
    /** Before something is read: what is done by now will be in it. */
    reading(): number {
      round += 1
      return round
    },
    read(begun: number): void {
      const done = state.done.filter(one => one.round >= begun)
      if (done.length < state.done.length) tell({ done })
    },
  }
}

function entryOf(text: string | null): Entry[] {
  if (text === null) return []
  try {
    return [JSON.parse(text) as Entry]
  } catch {
    return []
  }
}
