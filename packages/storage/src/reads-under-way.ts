/**
 * Reads of what rests on somebody's leave, from before the leave is looked up until the answer is handed over. Whoever takes a leave back
 * says so only once none is left of those that may have found it standing. This is the grace period of read-copy-update (McKenney and
 * Slingwine 1998): readers never wait, and who waits holds no lock that a reader could need, so nothing can deadlock.
 */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export interface ReadsUnderWay {
  /** `about`: on whose leave it rests, such as the agency that was given it. `cut` is called when the answer must not go out any more. */
  begin(about: string, cut?: () => void): Promise<UnderWay>
  /** Once the reads about these have ended that are under way now; the slow ones are cut. Throws `StillRead` where one cannot be reached. */
  ended(about: readonly string[]): Promise<void>
  close(): Promise<void>
}

export interface UnderWay {
  /** The answer is handed over, or there is none. */
  end(): void
  /** The answer must not go out. */
  readonly isCut: boolean
}

/** A server process that reads, and neither ends nor can be told to. What was taken back is taken back; only that nobody has it on the way is not sure. */
export class StillRead extends Error {}

/** Milliseconds. Whoever reads longer than this is cut as soon as someone waits for him. */
const patience = 1_000
/** Longer waits nobody for those who should have been cut. */
const longest = 10_000

interface Read {
  readonly about: string
  readonly since: number
  readonly ended: PromiseWithResolvers<void>
  /** The connection that holds its lock. */
  readonly on?: pg.Client | undefined
  cut(): void
}

/** Of one process: a folder has no other. */
export function readsOfOneProcess(): ReadsUnderWay {
  const { begin, of, cut } = register()
  return {
    begin: async (about, whenCut) => begin(about, whenCut),
    async ended(about) {
      const before = of(about)
      const late = setTimeout(() => cut(before), patience)
      await Promise.all(before.map(({ ended }) => ended.promise)).finally(() => clearTimeout(late))
    },
    close: async () => undefined,
  }
}

/**
 * Of all processes on a server: each read holds an advisory lock of its own, on the one connection that its process keeps for that. Locks go
 * with the connection; when it breaks, those who read are cut, for nobody would wait for them any more.
 */
export function readsOnServer(settings: pg.ClientConfig): ReadsUnderWay {
  const { begin, of, cut } = register()
  const broken = new WeakSet<pg.Client>()
  let line: Promise<pg.Client> | undefined
  let count = 0
  const client = (): Promise<pg.Client> => {
    if (line) return line
    const made = new pg.Client({ ...settings, keepAlive: true })
    const opening = made.connect().then(() => made)
    const breaks = () => {
      if (line === opening) line = undefined
      broken.add(made)
      cut(of().filter(({ on }) => on === made))
    }
    made.on('error', breaks)
    made.on('end', breaks)
    opening.catch(breaks)
    line = opening
    return opening
  }
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other: a connection does one thing at a time. */
  const query = <R extends pg.QueryResultRow>(held: pg.Client, asked: pg.QueryConfig): Promise<pg.QueryResult<R>> => {
    const answered = turn.then(() => held.query<R>(asked))
    turn = answered.catch(() => undefined)
    return answered
  }
  const lockNumber = (): number => {
    count = (count + 1) % 2 ** 31
    return count
  }
  const watch = setInterval(async () => {
    const slow = of().filter(({ since }) => performance.now() - since > patience)
    if (slow.length === 0) return
    const waitedFor = await client()
      .then(async held => new Set((await query<{ key: number }>(held, keysHeld)).rows.map(({ key }) => key)))
      .catch(() => new Set<number>())
    cut(slow.filter(({ about }) => waitedFor.has(unsigned(waiting(about)))))
  }, patience / 4)
  watch.unref()

  return {
    async begin(about, whenCut) {
      const number = lockNumber()
      const held = await client()
      await query(held, lock(reading(about), number))
      const free = () => {
        query(held, unlock(reading(about), number)).catch(() => undefined)
      }
      const begun = begin(about, whenCut, { on: held, free })
      // It may have broken before the read was known here.
      if (broken.has(held)) cut(of().filter(({ on }) => on === held))
      return begun
    },
    async ended(about) {
      const held = await client()
      const underWay = async () => (await query<LockRow>(held, locksAbout(about))).rows.map(lockName)
      let before = await underWay()
      if (before.length === 0) return
      const number = lockNumber()
      for (const one of about) await query(held, lock(waiting(one), number))
      try {
        const begun = performance.now()
        while (before.length > 0) {
          if (performance.now() - begun > longest) throw new StillRead(about.join(', '))
          await wait(3)
          const now = new Set(await underWay())
          before = before.filter(read => now.has(read))
        }
      } finally {
        for (const one of about) await query(held, unlock(waiting(one), number))
      }
    },
    async close() {
      clearInterval(watch)
      await line?.then(
        client => client.end(),
        () => undefined,
      )
    },
  }
}

const lock = (key: number, number: number): pg.QueryConfig => ({
  name: 'begin read',
  text: 'select pg_advisory_lock_shared($1, $2)',
  values: [key, number],
})
const unlock = (key: number, number: number): pg.QueryConfig => ({
  name: 'end read',
  text: 'select pg_advisory_unlock_shared($1, $2)',
  values: [key, number],
})

/** Locks of this database with two keys. */
const here = `locktype = 'advisory' and objsubid = 2 and database = (select oid from pg_database where datname = current_database())`
const keysHeld = { text: `select distinct classid::int8 as key from pg_locks where ${here}` }

interface LockRow {
  readonly pid: number
  readonly key: number
  readonly number: number
}
const locksAbout = (about: readonly string[]): pg.QueryConfig => ({
  name: 'reads under way',
  text: `select pid, classid::int8 as key, objid::int8 as number from pg_locks where ${here} and classid::int8 = any ($1)`,
  values: [about.map(one => unsigned(reading(one)))],
})
const lockName = ({ pid, key, number }: LockRow): string => `${pid} ${key} ${number}`

const reading = (about: string): number => keyOf(`read ${about}`)
const waiting = (about: string): number => keyOf(`wait ${about}`)
const unsigned = (key: number): number => key >>> 0

/** FNV-1a, 32 bits. Two agencies under one key wait for each other's reads, and are none the worse for it. */
function keyOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash | 0
}

/** The reads of this process. */
function register() {
  const reads = new Set<Read>()
  return {
    begin(
      about: string,
      whenCut?: () => void,
      { on, free }: { readonly on?: pg.Client; readonly free?: () => void } = {},
    ): UnderWay {
      let isCut = false
      const ended = Promise.withResolvers<void>()
      const end = () => {
        if (!reads.delete(read)) return
        ended.resolve()
        free?.()
      }
      const read: Read = {
        about,
        since: performance.now(),
        ended,
        on,
        cut() {
          isCut = true
          whenCut?.()
          end()
        },
      }
      reads.add(read)
      return {
        end,
        get isCut() {
          return isCut
        },
      }
    },
    of: (about?: readonly string[]): Read[] => [...reads].filter(read => !about || about.includes(read.about)),
    cut: (those: readonly Read[]): void => {
      for (const read of those) read.cut()
    },
  }
}
