/**
 * A connection to a server that costs it little: statements are read and planned once, not with each question, and what opens a transaction
 * goes out together with the first thing that is asked in it. Not for PGlite, whose connections are one session.
 */
import pg from 'pg'

/** Each costs every connection some memory. A program has fewer; lists of many lengths must not push them out. */
const mostNames = 400
const longestNamed = 20_000
/** What is asked this often will be asked again. */
const oftenEnough = 3

/** Of the whole process, so that one text has one name on all its connections. */
class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #asked = new Map<string, number>()
  #generation = 0

  nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= mostNames || text.length > longestNamed || isRisky(text))
      return known
    const asked = (this.#asked.get(text) ?? 0) + 1
    if (asked < oftenEnough) {
      if (this.#asked.size > 10 * mostNames) this.#asked.clear()
      this.#asked.set(text, asked)
      return undefined
    }
    this.#asked.delete(text)
    const name = `ieum ${this.#generation}.${this.#names.size + 1}`
    this.#names.set(text, name)
    return name
  }

  /** Tables have changed under the program: everything is read anew, under other names. */
  forget(): void {
    this.#generation += 1
    this.#names.clear()
  }
}

/**
 * Which partial index a conflict is about is told from the values that stand in its condition. A plan for all values has none, and
 * PostgreSQL refuses to make one.
 */
const isRisky = (text: string): boolean => /\bon conflict\b.*\bwhere\b/is.test(text)

const names = new StatementNames()

/** PostgreSQL: "cached plan must not change result type". Whoever tries again is answered. */
export const tablesChanged = '0A000'

/** What begins a transaction, and says in it who acts. */
const needsNoAnswer =
  /^(begin|start transaction( isolation level [a-z ]+)?( read only)?|select (set_config\(('role'|\$\d+), \$\d+, true\)(, )?)+)$/
/** As the one before it, which then need not be said at all. */
const takesRole = "select set_config('role', $1, true)"
/** Whatever else may: a savepoint that is gone back to brings back the role of then. */
const mayChangeRole = /^\s*(savepoint|rollback|release|set|reset|discard)\b|\bset_config\b|;/i
const nothing = { command: '', rowCount: null, oid: 0, fields: [], rows: [] }

type Query = (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>

interface Named {
  name: string | undefined
  callback(error: Error | undefined, result: pg.QueryResult): void
}

interface Held {
  readonly text: string
  readonly values: readonly unknown[] | undefined
}

/**
 * What needs no answer is held until something is asked that does, and goes out before it in the same packet. It cannot fail unseen:
 * a statement that fails in a transaction fails all that come after it there. The end of a transaction that only reads is not waited for.
 */
export class ServerClient extends pg.Client {
  #held: Held[] = []
  #onlyReads = false
  /** As which the transaction goes on. */
  #role: unknown

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true })
    this.query = this.#ask.bind(this, super.query.bind(this) as never) as never
  }

  #ask(query: (...asked: unknown[]) => unknown, ...asked: unknown[]): unknown {
    const [text, values] = asked
    const isPlain = typeof text === 'string' && asked.length <= 2 && (values === undefined || Array.isArray(values))
    if (isPlain && needsNoAnswer.test(text)) {
      this.#hold({ text, values: values as unknown[] | undefined })
      return Promise.resolve(nothing)
    }
    const answered = this.#send(query, asked, isPlain)
    if (text !== 'commit' || !this.#onlyReads) return answered
    answered.catch(() => undefined)
    return Promise.resolve({ ...nothing, command: 'COMMIT' })
  }

  #hold(held: Held): void {
    if (held.text === takesRole && this.#held.at(-1)?.text === takesRole) this.#held.pop()
    this.#held.push(held)
    if (held.text.startsWith('select')) return
    this.#onlyReads = held.text.endsWith('read only')
    this.#role = undefined
  }

  #send(query: (...asked: unknown[]) => unknown, asked: readonly unknown[], isPlain: boolean): Promise<pg.QueryResult> {
    const [text, values] = asked as [string, unknown[] | undefined]
    const send: Query = (text, values) =>
      new Promise((resolve, reject) => {
        // A name given with the question would have pg copy the whole of it each time.
        const named = new pg.Query(text, values as unknown[]) as pg.Query & Named
        if (values && values.length > 0) named.name = names.nameOf(text)
        named.callback = (error, result) => (error ? reject(error) : resolve(result))
        query(named)
      })
    const last = () => (isPlain ? send(text, values) : (query(...asked) as Promise<pg.QueryResult>))
    const waiting = this.#held
    this.#held = []
    const held = waiting.filter(({ text, values }) => text !== takesRole || values?.[0] !== this.#role)
    const role = held.findLast(({ text }) => text.includes("set_config('role'"))
    if (role) this.#role = role.values?.at(-1)
    if (!isPlain || mayChangeRole.test(text)) this.#role = undefined
    if (held.length === 0) return isPlain ? last().catch(readAnew) : last()
    const { stream } = (this as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection
    stream.cork()
    try {
      let first: unknown
      for (const { text, values } of held)
        send(text, values).catch((error: unknown) => {
          first ??= error
        })
      // What is asked in another way (a cursor) may be no promise.
      if (!isPlain) return last()
      const answered = last().then(result => {
        // Answered all the same, outside of the transaction that did not begin: nobody is told so.
        if (first !== undefined) throw first
        return result
      })
      return answered.catch((error: unknown) => readAnew(first ?? error))
    } finally {
      stream.uncork()
    }
  }
}

function readAnew(error: unknown): never {
  if ((error as { code?: string }).code === tablesChanged) names.forget()
  throw error
}
