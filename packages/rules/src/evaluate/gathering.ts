import type { Behind, Piece, State, Why } from './piece.ts'

interface Ground {
  readonly facts: number
  /** The derivation of a derived fact that the firm did not state. */
  derivation(fact: number, state: State): Piece | undefined
  /** Whether a fact, derived or not, has a question of its own. */
  isAsked(fact: number): boolean
  /** The number of `on`, which stands at the top of every answer and is named only when nothing else decides. */
  readonly day: number
}

/** So many facts are asked for in place of a derived one that has a question of its own. */
const mostBehind = 2

/** Gathers the facts that decide a sentence, each once, in the order in which they are met. */
export class Gathering implements Why {
  #because: number[] = []
  #missing: number[] = []
  #round = 0
  #isUnknown = false
  #dayDecides = false
  #state: State | undefined
  #inner: Gathering | undefined
  /** The round in which a fact was last met. */
  readonly #met: Uint32Array
  readonly #ground: Ground

  constructor(ground: Ground) {
    this.#met = new Uint32Array(ground.facts)
    this.#ground = ground
  }

  /** Of an unknown answer the unknown facts are gathered, of a known one the known. */
  gather(piece: Piece, state: State, isUnknown: boolean): Behind {
    const because: number[] = []
    const missing: number[] = []
    this.#because = because
    this.#missing = missing
    this.#round += 1
    this.#isUnknown = isUnknown
    this.#dayDecides = false
    this.#state = state
    piece.why(state, this)
    if (this.#dayDecides && because.length === 0) because.push(this.#ground.day)
    return { because, missing }
  }

  known(fact: number): void {
    if (this.#isUnknown) return
    if (fact === this.#ground.day) this.#dayDecides = true
    else if (this.#isNew(fact)) for (const each of this.#behind(fact)?.because ?? []) this.#isNew(each)
  }

  missing(fact: number): void {
    if (!this.#isUnknown || !this.#isNew(fact)) return
    const behind = this.#behind(fact)
    // One question that everybody can answer rather than the three or more from which it would be worked out.
    if (behind && behind.missing.length > mostBehind && this.#ground.isAsked(fact)) {
      this.#ask(fact)
      return
    }
    for (const each of behind?.because ?? []) this.#isNew(each)
    // Nothing to ask behind it, as when no edition of a figure is in force: then the fact itself can be stated.
    const toAsk = behind && behind.missing.length > 0 ? behind.missing : [fact]
    for (const each of toAsk) this.#ask(each)
  }

  #ask(fact: number): void {
    if (!this.#missing.includes(fact)) this.#missing.push(fact)
  }

  #isNew(fact: number): boolean {
    if (this.#met[fact] === this.#round) return false
    this.#met[fact] = this.#round
    if (fact !== this.#ground.day) this.#because.push(fact)
    return true
  }

  /** A derived fact decides in many sentences; what is behind it is gathered once for a firm. */
  #behind(fact: number): Behind | undefined {
    const state = this.#state!
    const derivation = this.#ground.derivation(fact, state)
    if (!derivation) return undefined
    const known = state.behind[fact]
    if (known) return known
    const around = state.items
    state.items = []
    this.#inner ??= new Gathering(this.#ground)
    const behind = this.#inner.gather(derivation, state, this.#isUnknown)
    state.items = around
    state.behind[fact] = behind
    return behind
  }
}
