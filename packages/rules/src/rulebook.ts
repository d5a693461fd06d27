import type {
  Agency,
  ClosingDays,
  CommonRule,
  ConsentText,
  Council,
  Edition,
  Fact,
  FactName,
  Holidays,
  Identifiers,
  Link,
  PaperTemplate,
  Parameter,
  Pathway,
  Programme,
  Support,
  Words,
} from '@ieum/catalogue/records'
import type { Form } from './form.ts'

/** A criterion, exclusion or preference whose sentence has been read. */
export interface Rule {
  readonly id: string
  /** Index into the rulebook's sentences; left out when an official must judge. */
  readonly sentence?: number
  readonly judgement?: boolean
  readonly label?: Words
  readonly source?: string
  /** It stands in the common rule of that id, which says where it is from. */
  readonly common?: true
}

/** What several programmes give together at most. */
export interface RuledCap {
  /** The common rule that it stands in. */
  readonly rule: string
  /** The sentence that gives what is left, in money; null where there is no cap. */
  readonly left: number
}

export interface RuledMaxBand {
  readonly sentence?: number
  readonly max: number
  readonly label?: Words
}

export interface RuledRateBand {
  readonly sentence?: number
  readonly rate: number
  readonly label?: Words
}

export interface RuledSupport extends Omit<Support, 'max' | 'rate'> {
  readonly max?: number | readonly RuledMaxBand[]
  readonly rate?: number | readonly RuledRateBand[]
}

export interface RuledEdition extends Omit<Edition, 'criteria' | 'exclusions' | 'preferences' | 'support'> {
  readonly criteria: readonly Rule[]
  readonly exclusions: readonly Rule[]
  readonly preferences: readonly (Rule & { readonly points?: number })[]
  readonly support?: RuledSupport
  /** Caps of common rules; none when left out. */
  readonly caps?: readonly RuledCap[]
}

export interface RuledCommonRule extends Pick<CommonRule, 'id' | 'label' | 'source' | 'valid'> {
  /** Ids of the programmes of the catalogue that it is for. */
  readonly programmes: readonly string[]
  /** As an exclusion of an edition, on the days on which it is in force; left out when it was at fault. */
  readonly sentence?: number
  /** The sentence that gives what a cap leaves. */
  readonly left?: number
}

export interface RuledProgramme extends Omit<Programme, 'editions'> {
  readonly editions: readonly RuledEdition[]
}

export interface Sentence {
  /** FEEL as it stands in the catalogue. */
  readonly text: string
  readonly form: Form
}

/** A catalogue whose every sentence has been read and checked. Plain JSON: a browser needs no parser. */
export interface Rulebook {
  readonly id: string
  readonly facts: readonly Fact[]
  readonly agencies: readonly Agency[]
  readonly parameters: readonly Parameter[]
  readonly links: readonly Link[]
  /** Which of them two agencies agreed on at this installation; the others stand in the catalogue's files. None when left out. */
  readonly agreedHere?: readonly string[]
  /** What was agreed here is made up: pages say so beside it. */
  readonly demonstration?: boolean
  readonly pathways: readonly Pathway[]
  readonly programmes: readonly RuledProgramme[]
  /** Rules that several programmes share; each is among the exclusions of their editions too. */
  readonly commonRules: readonly RuledCommonRule[]
  /** Weekends only when left out. */
  readonly holidays?: Holidays
  /** None when left out. */
  readonly consents?: readonly ConsentText[]
  /** None when left out. */
  readonly councils?: readonly Council[]
  /** Not known of any municipality when left out. */
  readonly closingDays?: ClosingDays
  /** None when left out. */
  readonly papers?: readonly PaperTemplate[]
  readonly identifiers?: Identifiers
  /** Each distinct sentence once; the sentences of `fact:` waypoints of the pathways are among them, by their text. */
  readonly sentences: readonly Sentence[]
  /** Derived facts, each after those that it needs. */
  readonly derived: readonly { readonly fact: FactName; readonly sentence: number }[]
}

/** Where in a catalogue something stands: `['programmes', 'mss-x', 'editions', 0, 'criteria', 2, 'when']`. */
export type Pointer = readonly (string | number)[]

/** What is wrong with one sentence. Line and column count from 1 and are within its text; the offset counts from 0. */
export interface Wrong {
  readonly offset: number
  readonly line: number
  readonly column: number
  readonly wrong: string
  readonly right?: string
}

export interface SentenceFault extends Wrong {
  readonly pointer: Pointer
}
