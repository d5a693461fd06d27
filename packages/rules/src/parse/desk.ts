/** Where the sentences of a catalogue are read and numbered, each distinct one once. */
import type { Form, Type } from '../form.ts'
import type { Pointer, Sentence, SentenceFault } from '../rulebook.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { type Outcome, readSentence } from './read.ts'

export interface Wanted {
  readonly type: Type
  readonly name: string
}

export const condition: Wanted = { type: { is: 'boolean' }, name: 'a condition' }

export class Desk {
  readonly sentences: Sentence[] = []
  readonly faults: SentenceFault[] = []
  readonly #vocabulary: Vocabulary
  readonly #numbers = new Map<string, number>()
  /** What was refused, so that a sentence used a hundred times is read once and reported a hundred times. */
  readonly #refused = new Map<string, Extract<Outcome, { is: 'refused' }>>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** The number of a condition; undefined when it is at fault. */
  sentence(text: string, pointer: Pointer, wanted: Wanted = condition): number | undefined {
    const key = keyOf(text, wanted)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const form = this.form(text, pointer, wanted)
    return form && this.#keep(key, text, form)
  }

  /** The form of a sentence that becomes part of another; undefined when it is at fault. */
  form(text: string, pointer: Pointer, wanted: Wanted): Form | undefined {
    const key = keyOf(text, wanted)
    const outcome = this.#refused.get(key) ?? readSentence(text, this.#vocabulary, wanted)
    if (outcome.is !== 'refused') return outcome.form
    this.#refused.set(key, outcome)
    this.faults.push({ pointer, ...outcome.fault })
    return undefined
  }

  /** The number of a sentence that was put together. */
  number(text: string, form: Form): number {
    return this.#numbers.get(text) ?? this.#keep(text, text, form)
  }

  #keep(key: string, text: string, form: Form): number {
    const number = this.sentences.push({ text, form }) - 1
    this.#numbers.set(key, number)
    return number
  }
}

const keyOf = (text: string, wanted: Wanted): string => (wanted === condition ? text : `${wanted.name}\n${text}`)
