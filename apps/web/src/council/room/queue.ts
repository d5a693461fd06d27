/**
 * What was captured in the room and has not been told to the server yet, in the order in which it was captured. Pure: how it is kept and sent
 * stands in outbox.ts. A request that was tried may have been done, so its entry is not changed any more; until then a later word on the same
 * thing takes the place of the earlier.
 */
import type { SessionMove } from '@ieum/council'
import type { FieldFault } from '../../desk/client/ask.ts'

export type Write =
  | { readonly is: 'turn'; readonly item: string }
  | { readonly is: 'item'; readonly item: string; readonly change: ItemWords }
  | SeatWrite
  | { readonly is: 'decision'; readonly item: string; readonly decision: DecisionWords }
  | { readonly is: 'move'; readonly move: SessionMove }

export interface ItemWords {
  readonly gist?: string
  readonly undecided?: boolean
  readonly openFrom?: string | null
  readonly closedGround?: string | null
}

export type SeatState = 'coming' | 'not-coming' | 'present' | 'absent'

interface SeatWrite {
  readonly is: 'seat'
  readonly seat: string
  readonly state: SeatState
  /** Null: nobody any more; left out, whoever it was. */
  readonly deputy?: string | null
  /** What was marked when this was said, and who was to sit for the post; what was captured by an older page does not say. */
  readonly was: string
  readonly wasDeputy?: string | null
}

export interface DecisionWords {
  readonly text: string
  /** The decision whose place it takes. */
  readonly supersedes?: string
  readonly votes?: { readonly for: number; readonly against: number; readonly abstained: number }
  readonly task?: { readonly move: 'adopt' | 'complete' | 'stop'; readonly reason?: string }
  readonly actions: readonly ActionWords[]
  readonly openFrom?: string
  readonly closedGround?: string
}

export interface ActionWords {
  readonly title: string
  readonly ownerPost: string
  readonly due: string
  readonly proofWanted: string
  /** What it asks for beyond a report. */
  readonly asks?: ActionAsks
}

export type ActionAsks =
  | { readonly is: 'link'; readonly fromProgramme: string; readonly toProgramme: string }
  | { readonly is: 'programme change'; readonly programme: string; readonly change: string }
  | { readonly is: 'study' }

export interface Entry {
  /** Its own as long as it waits, whatever request tells of it. */
  readonly id: string
  /** `Idempotency-Key` of its request. */
  readonly key: string
  readonly order: number
  /** When it was captured, by the clock of the server as far as it is known. */
  readonly at: string
  readonly write: Write
  /** The count of changes that was seen; null: that of the entry before it on the same thing, once it is answered. */
  readonly seen: number | null
  readonly tried: boolean
  /** Why it is not sent on by itself. */
  readonly stopped?: Stopped
}

export type Stopped =
  /** Somebody else changed the same meanwhile: a person looks at both. */
  { readonly is: 'changed' } | { readonly is: 'refused'; readonly refusal: Refusal }

export interface Refusal {
  readonly status: number
  readonly code?: string | undefined
  readonly message: string
  readonly detail?: string | undefined
  readonly fields: readonly FieldFault[]
}

export type Queue = readonly Entry[]

/** What the write is about: two on the same thing build upon each other. */
function thingOf(write: Write): string {
  switch (write.is) {
    case 'turn':
      return 'turn'
    case 'item':
      return `item ${write.item}`
    case 'seat':
      return `seat ${write.seat}`
    case 'decision':
      return `decision on ${write.item}`
    case 'move':
      return 'session'
  }
}

export interface Captured {
  readonly key: string
  readonly at: string
  readonly write: Write
  /** The count of changes of what was on the screen; null where the thing has none. */
  readonly seen: number | null
}

export function withEntry(queue: Queue, { key, at, write, seen }: Captured): Queue {
  const before = queue.filter(entry => thingOf(entry.write) === thingOf(write)).at(-1)
  const joined = before && (before.stopped || !before.tried) ? joinedWrite(before.write, write) : undefined
  if (before && joined) {
    // What was refused is tried anew with the better words, and under a new key: the refusal is kept under the old one.
    const { stopped, ...rest } = before
    const entry: Entry =
      stopped?.is === 'refused' ? { ...rest, key, at, write: joined, tried: false } : { ...before, at, write: joined }
    return queue.map(one => (one === before ? entry : one))
  }
  const order = Math.max(0, ...queue.map(entry => entry.order)) + 1
  const follows = before !== undefined && write.is !== 'decision'
  return [...queue, { id: key, key, order, at, write, seen: follows ? null : seen, tried: false }]
}

/** One write that says what both say, the later being right; nothing where each must be told. */
function joinedWrite(before: Write, write: Write): Write | undefined {
  if (before.is === 'item' && write.is === 'item') return { ...before, change: { ...before.change, ...write.change } }
  if (before.is === 'seat' && write.is === 'seat')
    return withSeen({ ...before, ...write }, { state: before.was, deputy: before.wasDeputy })
  return undefined
}

/** What is sent next; nothing when all that is left waits for a person, or for what stands before it. */
export function nextOf(queue: Queue): Entry | undefined {
  return queue.find(
    (entry, index) =>
      !entry.stopped && queue.slice(0, index).every(({ stopped, write }) => !stopped || mayPass(write, entry.write)),
  )
}

/** Nothing is decided in a sitting that could not be opened; who is there is said all the same, for without it there is no quorum. */
const mayPass = (stopped: Write, write: Write): boolean =>
  stopped.is === 'move' ? write.is === 'seat' : thingOf(stopped) !== thingOf(write)

export const tried = (queue: Queue, key: string): Queue =>
  queue.map(entry => (entry.key === key ? { ...entry, tried: true } : entry))

/** It was done: the next one on the same thing has now seen this count. */
export function answered(queue: Queue, key: string, changed: number | undefined): Queue {
  const done = queue.find(entry => entry.key === key)
  return done ? withoutEntry(queue, done, changed ?? null) : queue
}

/** It was refused. What was captured since on the same thing stands with it, as one. */
export function stopped(queue: Queue, key: string, why: Stopped): Queue {
  const entry = queue.find(one => one.key === key)
  if (!entry) return queue
  const later = queue.filter(
    one => one.order > entry.order && thingOf(one.write) === thingOf(entry.write) && !one.tried,
  )
  const joins = later.flatMap(({ write }) => joinedWrite(entry.write, write) ?? [])
  const isJoined = joins.length > 0 && joins.length === later.length
  const write = isJoined ? later.reduce((all, { write }) => joinedWrite(all, write)!, entry.write) : entry.write
  return queue
    .filter(one => !isJoined || !later.includes(one))
    .map(one => (one === entry ? { ...entry, write, stopped: why } : one))
}

export interface Settled {
  readonly key: string
  /** The count that was seen when it was settled. */
  readonly seen: number | null
  /** Sent again, as a new request; left out: it is dropped, and what stands on the server stays. */
  readonly again?: { readonly key: string; readonly write: Write; readonly at: string }
}

/** A person has looked at both, and says what holds. */
export function settled(queue: Queue, { key, seen, again }: Settled): Queue {
  const entry = queue.find(one => one.key === key)
  if (!entry) return queue
  if (!again) return withoutEntry(queue, entry, seen)
  const { stopped: _, ...rest } = entry
  return queue.map(one => (one === entry ? { ...rest, ...again, seen, tried: false } : one))
}

function withoutEntry(queue: Queue, gone: Entry, seen: number | null): Queue {
  const follower = queue.find(
    one => one.order > gone.order && one.seen === null && thingOf(one.write) === thingOf(gone.write),
  )
  return queue
    .filter(one => one !== gone)
    .map(one => (one === follower ? { ...one, seen, write: afterSeat(one.write, gone.write) } : one))
}

/** A seat has no count: what was marked before it is what was said before. */
const afterSeat = (write: Write, before: Write): Write =>
  write.is === 'seat' && before.is === 'seat'
    ? withSeen(write, { state: before.state, deputy: before.deputy === undefined ? before.wasDeputy : before.deputy })
    : write

/** Said knowing that this is marked. */
export const withSeen = (
  { wasDeputy: _, ...write }: SeatWrite,
  { state, deputy }: { readonly state: string; readonly deputy: string | null | undefined },
): SeatWrite => ({ ...write, was: state, ...(deputy !== undefined && { wasDeputy: deputy }) })

export const waiting = (queue: Queue): number => queue.filter(entry => !entry.stopped).length
