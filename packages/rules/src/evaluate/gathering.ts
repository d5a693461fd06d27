import type { Piece, State, Why } from './piece.ts'

export interface Ground {
  /** The derivation of a derived fact that the firm did not state. */
  derivation(fact: number, state: State): Piece | undefined
  /** The number of `on`, which stands at the top of every answer and is named only when nothing else decides. */
  readonly day: number
  /** Whether a derived fact has a question of its own. */
  isAsked(fact: number): boolean
}

/** Gathers the facts that decide a sentence, each once, in the order in which they are met. */
export class Gathering implements Why {
  because: number[] = []
  missingFacts: number[] = []
  readonly #seen: Uint32Array
  readonly #ground: Ground
  #round = 0
  #isUnknown = false
  #dayDecides = false
  #state: State | undefined

  constructor(facts: number, ground: Ground) {
    this.#seen = new Uint32Array(facts)
    this.#ground = ground
  }

  /** Of an unknown answer the unknown facts are gathered, of a known one the known. */
  gather(piece: Piece, state: State, isUnknown: boolean): void {
    this.because = []
    this.missingFacts = []
    this.#round += 1
    this.#isUnknown = isUnknown
    this.#dayDecides = false
    this.#state = state
    piece.why(state, this)
    if (this.#dayDecides && this.because.length === 0) this.because.push(this.#ground.day)
  }

  known(fact: number): void {
    if (this.#isUnknown) return
    if (fact === this.#ground.day) {
      this.#dayDecides = true
      return
    }
    if (this.#isNew(fact)) this.#behind(fact)
  }

  missing(fact: number): void {
    if (!this.#isUnknown || !this.#isNew(fact)) return
    const before = this.missingFacts.length
    const named = this.because.length
    this.#behind(fact)
    const behind = this.missingFacts.length - before
    // Nothing to ask behind it, as when no edition of a figure is in force: then the fact itself can be stated.
    if (behind === 0) this.missingFacts.push(fact)
    // One question rather than many: a firm that knows its size class need not dig out five figures.
    if (behind > (globalThis.LEAST ?? 1) && this.#ground.isAsked(fact)) {
      for (const each of this.because.splice(named)) this.#seen[each] = 0
      this.missingFacts.splice(before, behind, fact)
    }
  }

  #isNew(fact: number): boolean {
    if (this.#seen[fact] === this.#round) return false
    this.#seen[fact] = this.#round
    this.because.push(fact)
    return true
  }

  #behind(fact: number): void {
    const state = this.#state!
    const derivation = this.#ground.derivation(fact, state)
    if (!derivation) return
    const around = state.items
    state.items = []
    derivation.why(state, this)
    state.items = around
  }
}
