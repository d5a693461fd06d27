import { type DayNumber, parseDay } from '@ieum/catalogue/day-numbers'
import type { Day, FactName, Value } from '@ieum/catalogue/records'
import { compile, type Workshop } from './evaluate/compile.ts'
import { Gathering } from './evaluate/gathering.ts'
import { figuresOf } from './evaluate/parameters.ts'
import { type Piece, pending, type State } from './evaluate/piece.ts'
import { type Inner, innerOf, outerOf } from './evaluate/values.ts'
import type { Form, Type } from './form.ts'
import { limits } from './limits.ts'
import { readsOf } from './reads.ts'
import type { Rulebook } from './rulebook.ts'
import { codeOf, type Truth, truthOf } from './truth.ts'
import { vocabularyOf } from './vocabulary.ts'

/** A fact and its value as it was read; without a value it is not known. */
export interface Reading {
  readonly fact: FactName
  readonly value?: Value
}

export interface Proof {
  readonly truth: Truth
  /** The facts that decide, derived ones before those that they were derived from. */
  readonly because: readonly Reading[]
  /** The unknown facts that could settle it, derived ones replaced by what must be asked. */
  readonly missing: readonly FactName[]
}

/** One firm on one day. Remembers every sentence and derived fact that was asked for. */
export interface Situation {
  readonly facts: Readonly<Record<FactName, Value>>
  readonly on: Day
}

/** The same, with what is remembered of it. */
interface OpenSituation extends Situation {
  readonly state: State
  /** Truth codes by sentence (truth.ts). */
  codes: Uint8Array
  readonly proofs: Proof[]
  readonly readings: Reading[]
}

export interface Evaluator {
  readonly rulebook: Rulebook
  situation(facts: Readonly<Record<FactName, Value>>, on: Day): Situation
  /** The same firm with some facts set otherwise, or on another day: cheaper than a situation made from the start. */
  changed(situation: Situation, facts: Readonly<Record<FactName, Value>>, on?: Day): Situation
  truth(sentence: number, situation: Situation): Truth
  /** Truth codes (`truthCode`) of all sentences of the rulebook, by number; a view that later answers fill in further. */
  truths(situation: Situation): Uint8Array
  proof(sentence: number, situation: Situation): Proof
  /** A fact's value, stated or derived. */
  value(fact: FactName, situation: Situation): Value | undefined
  /** All facts that a sentence may read, derived ones and what they read included. */
  factsOf(sentence: number): readonly FactName[]
  /** The same for a part of a sentence. */
  factsBehind(form: Form): ReadonlySet<FactName>
  /** Adds a sentence that is not in the rulebook, such as a `fact:` waypoint, and gives its number. */
  withSentence(form: Form): number
  /** The form of a sentence. */
  form(sentence: number): Form
  /** The truth or value of a form that stands in no loop, such as a part of a sentence. */
  ask(form: Form, situation: Situation): Value | undefined
  /** The facts that decide such a form. */
  proofOf(form: Form, situation: Situation): Proof
  typeOfFact(fact: FactName): Type | undefined
  /** The form of a derived fact. */
  derivation(fact: FactName): Form | undefined
}

/** Makes a rulebook ready to be asked. Every sentence is compiled when it is first needed, and once. */
export function evaluatorOf(rulebook: Rulebook): Evaluator {
  const vocabulary = vocabularyOf(rulebook)
  const names = [...vocabulary.facts.keys()]
  const types = [...vocabulary.facts.values()]
  const numbers = new Map(names.map((name, number) => [name, number]))
  const figures = new Map(rulebook.parameters.map(parameter => [parameter.id, figuresOf(parameter)]))
  const derivedBy = new Map(rulebook.derived.map(({ fact, sentence }) => [numbers.get(fact)!, sentence]))
  const untouched: State['values'] = names.map((_, number) => (derivedBy.has(number) ? pending : undefined))
  const derived = Uint16Array.from(derivedBy.keys())
  const onNumber = numbers.get('on')!
  /** A fact called `constructor` stands in no firm that does not state it. */
  const isInherited = names.map(name => name in Object.prototype)

  const shop: Workshop = {
    vocabulary,
    figures,
    factNumber: fact => numbers.get(fact) ?? raise(`no fact ${fact}`),
    isStatedOnly: number => number !== onNumber && !derivedBy.has(number),
    factReader: number => {
      if (number === onNumber) return state => state.on
      if (!derivedBy.has(number)) return state => state.values[number] as Inner
      return state => {
        const value = state.values[number]
        return value === pending ? derive(number, state) : value
      }
    },
  }

  const forms: Form[] = rulebook.sentences.map(sentence => sentence.form)
  const pieces: (Piece | undefined)[] = []
  const piece = (sentence: number): Piece => {
    const made = pieces[sentence]
    if (made) return made
    const form = forms[sentence] ?? raise(`no sentence ${sentence}`)
    const piece = compile(form, shop)
    pieces[sentence] = piece
    return piece
  }

  /** Derived facts may be read in the middle of a loop, so the loop's items are put aside. */
  function derive(number: number, state: State): Inner {
    const { items, visits } = state
    state.items = []
    state.visits = limits.visits
    const value = piece(derivedBy.get(number)!).of(state)
    state.items = items
    state.visits = visits
    state.values[number] = value
    return value
  }

  const asked = new Set(rulebook.facts.filter(fact => fact.ask === 'question').map(fact => numbers.get(fact.name)!))
  const gathering = new Gathering({
    facts: names.length,
    day: onNumber,
    isAsked: number => asked.has(number),
    derivation: (number, state) => {
      const sentence = state.stated.has(number) ? undefined : derivedBy.get(number)
      return sentence === undefined ? undefined : piece(sentence)
    },
  })

  const stated = (number: number, situation: OpenSituation): Value | undefined => {
    const name = names[number]!
    if (Object.hasOwn(situation.facts, name)) return situation.facts[name]
    const value = shop.factReader(number)(situation.state)
    return outerOf(value, types[number]!)
  }
  const unknown: readonly Reading[] = names.map(fact => ({ fact }))
  /** A fact is read for many proofs and shown in all of them as the same object. */
  const reading = (number: number, situation: OpenSituation): Reading => {
    const made = situation.readings[number]
    if (made) return made
    const value = number === onNumber ? situation.on : stated(number, situation)
    const reading = value === undefined ? unknown[number]! : { fact: names[number]!, value }
    situation.readings[number] = reading
    return reading
  }

  const truth = (sentence: number, situation: Situation): Truth => {
    const open = situation as OpenSituation
    const known = open.codes[sentence]
    if (known) return truthOf(known)
    open.state.visits = limits.visits
    const value = piece(sentence).of(open.state)
    open.codes[sentence] = codeOf(value)
    return value as Truth
  }

  const partsMade = new WeakMap<Form, Piece>()
  const pieceOf = (form: Form): Piece => {
    const made = partsMade.get(form)
    if (made) return made
    const piece = compile(form, shop)
    partsMade.set(form, piece)
    return piece
  }

  const prove = (piece: Piece, open: OpenSituation): Proof => {
    open.state.visits = limits.visits
    const value = piece.of(open.state)
    return proofFrom(piece, typeof value === 'boolean' || value === undefined ? value : null, open)
  }

  const proofFrom = (piece: Piece, truth: Truth, open: OpenSituation): Proof => {
    open.state.visits = limits.visits
    const { because, missing } = gathering.gather(piece, open.state, truth === undefined)
    const readings: Reading[] = []
    for (const number of because) readings.push(truth === undefined ? unknown[number]! : reading(number, open))
    const toAsk: FactName[] = []
    for (const number of missing) toAsk.push(names[number]!)
    return { truth, because: readings, missing: toAsk }
  }

  const open = (
    facts: Situation['facts'],
    on: Day,
    values: State['values'],
    stated: ReadonlySet<number>,
  ): OpenSituation => {
    const day: DayNumber = parseDay(on) ?? raise(`no day ${on}`)
    const state: State = { on: day, values, stated, behind: [], items: [], visits: limits.visits }
    return { facts, on, state, codes: new Uint8Array(forms.length), proofs: [], readings: [] }
  }

  /** Puts changed facts among the values; gives the derived ones that are stated now. */
  const take = (changes: readonly (readonly [FactName, Value | undefined])[], values: State['values']): number[] =>
    changes.flatMap(([name, value]) => {
      const number = numbers.get(name)
      if (number === undefined || value === undefined) return []
      values[number] = innerOf(value, types[number]!)
      return untouched[number] === pending ? [number] : []
    })

  const factsRead: (readonly FactName[] | undefined)[] = []
  const factsOfForms = new WeakMap<Form, ReadonlySet<FactName>>()

  const evaluator: Evaluator = {
    rulebook,
    situation: (facts, on) => {
      const values = untouched.slice()
      const stated = new Set<number>()
      for (let number = 0; number < names.length; number++) {
        const name = names[number]!
        const value = facts[name]
        if (value === undefined || (isInherited[number] && !Object.hasOwn(facts, name))) continue
        values[number] = innerOf(value, types[number]!)
        if (untouched[number] === pending) stated.add(number)
      }
      return open(facts, on, values, stated)
    },
    changed: (situation, facts, on = situation.on) => {
      const { state } = situation as OpenSituation
      const values = state.values.slice()
      const changes = Object.entries(facts)
      // A firm that has only grown older shares the rest with the one it was: planners ask for it on many days.
      const isOlderOnly = changes.length === 0
      const stated = isOlderOnly ? state.stated : new Set([...state.stated, ...take(changes, values)])
      for (const number of derived) if (!stated.has(number)) values[number] = pending
      return open(isOlderOnly ? situation.facts : { ...situation.facts, ...facts }, on, values, stated)
    },
    truth,
    truths: situation => {
      const open = situation as OpenSituation
      const count = forms.length
      if (open.codes.length < count) open.codes = grown(open.codes, count)
      const { codes, state } = open
      for (let sentence = 0; sentence < count; sentence++) {
        if (codes[sentence] !== 0) continue
        state.visits = limits.visits
        codes[sentence] = codeOf((pieces[sentence] ?? piece(sentence)).of(state))
      }
      return codes
    },
    proof: (sentence, situation) => {
      const open = situation as OpenSituation
      const made = open.proofs[sentence]
      if (made) return made
      const proof = proofFrom(piece(sentence), truth(sentence, situation), open)
      open.proofs[sentence] = proof
      return proof
    },
    value: (fact, situation) => {
      const number = numbers.get(fact)
      if (number === undefined) return undefined
      return number === onNumber ? situation.on : stated(number, situation as OpenSituation)
    },
    factsOf: sentence => {
      const known = factsRead[sentence]
      if (known) return known
      const found = [...evaluator.factsBehind(evaluator.form(sentence))]
      factsRead[sentence] = found
      return found
    },
    factsBehind: form => {
      const known = factsOfForms.get(form)
      if (known) return known
      const found = allFactsOf(form)
      factsOfForms.set(form, found)
      return found
    },
    withSentence: form => forms.push(form) - 1,
    form: sentence => forms[sentence] ?? raise(`no sentence ${sentence}`),
    ask: (form, situation) => {
      const { state } = situation as OpenSituation
      const part = pieceOf(form)
      state.visits = limits.visits
      return outerOf(part.of(state), part.type)
    },
    proofOf: (form, situation) => prove(pieceOf(form), situation as OpenSituation),
    typeOfFact: fact => vocabulary.facts.get(fact),
    derivation: fact => {
      const sentence = derivedBy.get(numbers.get(fact) ?? -1)
      return sentence === undefined ? undefined : forms[sentence]
    },
  }

  function allFactsOf(form: Form, found: Set<FactName> = new Set()): Set<FactName> {
    for (const fact of readsOf(form).facts) {
      if (found.has(fact)) continue
      found.add(fact)
      const derivation = evaluator.derivation(fact)
      if (derivation) allFactsOf(derivation, found)
    }
    return found
  }

  return evaluator
}

function grown(codes: Uint8Array, size: number): Uint8Array {
  const larger = new Uint8Array(size)
  larger.set(codes)
  return larger
}

/** A mistake of the caller, not of a user: sentences and days are checked before they come here. */
function raise(what: string): never {
  throw new Error(what)
}
