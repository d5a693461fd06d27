/**
 * The records of a catalogue, kind by kind: what stands in its YAML files once they have been read and checked.
 * Everything here is plain data; it can be sent to a browser as JSON. `schemas.ts` holds the same shapes as zod schemas.
 */

import type { PaperTemplate } from './papers/template.ts'
import type { Words } from './words.ts'

export type { PaperKind, ValuesOfPaper } from './papers/names.ts'
export type { PaperTemplate, TemplateColumn, TemplatePart, TemplateText } from './papers/template.ts'
export type { Language, Words } from './words.ts'

/** ISO day, `2026-11-25`. */
export type Day = string
export type FactName = string

/** Where a figure or sentence was read, and how far it can be trusted. */
export interface Source {
  readonly title?: string
  readonly notice?: string
  readonly url?: string
  readonly dated?: Day
  readonly where?: string
  readonly confidence?: 'high' | 'medium' | 'low'
}

export type FactType = 'number' | 'text' | 'date' | 'boolean' | 'enum' | 'list' | 'records'

/** A field of a record fact, or of a row of a parameter table. */
export interface Field {
  readonly type: 'number' | 'text' | 'date' | 'boolean' | 'enum' | 'list'
  readonly values?: readonly string[]
  /** Type of the items when `type` is `list`; text when left out. */
  readonly items?: 'number' | 'text' | 'date'
  readonly label?: Words
}

/** One thing that may be known of a firm (facts.yaml). */
export interface Fact {
  readonly name: FactName
  readonly type: FactType
  readonly unit?: string
  /** Allowed values of an enum, or of the items of a list. */
  readonly values?: readonly string[]
  /** Words for the values, by value. */
  readonly labels?: Readonly<Record<string, Words>>
  /** Type of the items of a `list`; text when left out. */
  readonly items?: 'number' | 'text' | 'date'
  /** Fields of a `records` fact. */
  readonly fields?: Readonly<Record<string, Field>>
  /** Short name for proofs and tables. */
  readonly label?: Words
  readonly question?: Words
  readonly help?: Words
  readonly about: 'firm' | 'application'
  readonly ask?: 'question' | 'declaration'
  readonly changes: 'never' | 'with-time' | 'by-firm' | 'by-agency'
  /** What a firm can sensibly be advised to come to: more, less, or one of these values; anything when left out, nothing when empty. */
  readonly reachable?: 'up' | 'down' | readonly string[]
  /** Subject under which the fact is asked. */
  readonly group?: string
  /** Least value a number can have; 0 when left out and the unit is countable. */
  /** How a text is written, as a regular expression. */
  readonly pattern?: string
  /** A text that is written so. */
  readonly example?: string
  readonly min?: number
  readonly max?: number
  /** FEEL over other facts and parameters: the value when the firm does not state it. */
  readonly derived?: string
  readonly readFrom?: Words
  readonly source?: Source
}

export interface AgencyName {
  readonly name: Words
  readonly from?: Day
  readonly until?: Day
}

export interface Agency {
  readonly id: string
  readonly kind: 'ministry' | 'executing' | 'local' | 'other'
  /** The ministry it works for. */
  readonly ministry?: string
  /** Name in force now. */
  readonly name: Words
  /** Earlier names with the days they were in force, oldest first. */
  readonly names?: readonly AgencyName[]
  readonly phone?: string
  readonly url?: string
  readonly source?: Source
}

/** A figure, list or table that changes by date, with its legal source (parameters/<id>.yaml). */
export interface Parameter {
  readonly id: string
  readonly label?: Words
  readonly type: 'number' | 'text' | 'list' | 'table'
  readonly items?: 'number' | 'text' | 'date'
  /** Columns of a table, in the order of its rows' cells. */
  readonly columns?: Readonly<Record<string, Field>>
  readonly unit?: string
  /** Oldest first; the one in force on a day is the last whose `from` is not after it (and whose `until`, if any, is not before it). */
  readonly editions: readonly ParameterEdition[]
}

export interface ParameterEdition {
  readonly from?: Day
  readonly until?: Day
  readonly source: Source
  /** A number, a text or a list. */
  readonly value?: number | string | readonly (number | string)[]
  /** Rows of a table, cells in the order of its columns. */
  readonly rows?: readonly (readonly (number | string | boolean | null)[])[]
}

/** A window as printed: a day, a month (`2026-01`), a time of day (`2026-06-12T16:00`), or nothing. */
export interface Window {
  readonly rolling?: boolean
  readonly opens?: string
  readonly closes?: string
  /** `budget`: until the money is used up; `places`: until the places are. */
  readonly until?: 'budget' | 'places'
  readonly note?: Words
}

/** A criterion (must hold) or an exclusion (must not hold). */
export interface Criterion {
  readonly id: string
  /** FEEL. Left out when an official must judge. */
  readonly when?: string
  readonly judgement?: boolean
  readonly label?: Words
  /** Heading or place in the notice. */
  readonly source?: string
}

export interface Preference {
  readonly id: string
  readonly when?: string
  readonly judgement?: boolean
  readonly points?: number
  readonly label?: Words
  readonly source?: string
}

export interface RateBand {
  readonly when?: string
  readonly rate: number
  readonly label?: Words
}

export interface MaxBand {
  readonly when?: string
  readonly max: number
  readonly label?: Words
}

export interface Support {
  /** KRW for one firm, project or consortium (`per`); bands are read in order, the first that holds counts. */
  readonly max?: number | readonly MaxBand[]
  /** Share of the cost that is paid, 0 to 1. */
  readonly rate?: number | readonly RateBand[]
  readonly per?: 'firm' | 'project' | 'consortium'
  /** Loans: yearly interest, percent. */
  readonly interest?: number
  readonly note?: Words
}

export interface Effect {
  readonly on: 'selected' | 'completed'
  readonly fact: FactName
  readonly value: Value
}

export type Value = string | number | boolean | null | readonly Value[] | { readonly [field: string]: Value }

export interface Decision {
  /** Days from closing, or from applying when the window is rolling. */
  readonly days?: number
  /** A day, or a month as printed (its last day counts). */
  readonly by?: string
}

/** How many applied for how many places in a call that is over: both figures, or how many there were for each place. */
export interface Competition {
  readonly applied?: number
  readonly chosen?: number
  readonly ratio?: number
  readonly year: number
  readonly source: Source
}

export interface Edition {
  readonly edition: string
  readonly source?: Source
  readonly windows: readonly Window[]
  readonly decision?: Decision
  readonly months?: number
  readonly support?: Support
  readonly budget?: number
  readonly places?: number
  readonly competition?: Competition
  readonly criteria: readonly Criterion[]
  readonly exclusions: readonly Criterion[]
  readonly preferences?: readonly Preference[]
  readonly effects?: readonly Effect[]
  /** Ids of programmes that may not be held at the same time. */
  readonly excludes?: readonly string[]
  readonly documents?: readonly string[]
  readonly contact?: string
  readonly note?: Words
  /** What was looked for in the notice and not found. */
  readonly unseen?: readonly string[]
}

export interface Example {
  readonly name: string
  readonly firm: Readonly<Record<FactName, Value>>
  readonly on: Day
  readonly edition?: string
  readonly expect: 'eligible' | 'not-eligible' | 'unknown' | 'judgement'
}

export interface Programme {
  readonly id: string
  readonly name: Words
  readonly agency: string
  /** Value-chain stages: start, r&d, prototype, process, equipment, digital, certification, demonstration, market, export, finance, scale-up, restructuring. */
  readonly stages: readonly string[]
  /** Chains of the council and other subjects: root, robot, deeptech, … */
  readonly chains?: readonly string[]
  readonly kind: string
  readonly recurs?: 'yearly'
  readonly repeatable?: boolean
  readonly summary?: Words
  readonly editions: readonly Edition[]
  readonly examples?: readonly Example[]
}

export interface Link {
  readonly id: string
  readonly from: { readonly programme: string; readonly outcome?: 'selected' | 'completed' }
  readonly to: string
  readonly kind: 'required' | 'preferred' | 'relaxes' | 'follow-on' | 'raises'
  readonly agreed?: { readonly by?: readonly string[]; readonly in?: string; readonly source?: Source }
  readonly days_to_answer?: number
  readonly waives?: readonly string[]
  readonly valid?: { readonly from?: Day; readonly to?: Day }
  readonly places?: number
  readonly label?: Words
  readonly source?: Source
}

/**
 * A rule that several programmes share, as duplicate-support rules are: it stands once and is an exclusion of every edition of theirs.
 * It has an `exclusion` or a `cap`.
 */
export interface CommonRule {
  readonly id: string
  readonly label: Words
  readonly source: Source
  readonly applies: Applies
  /** Days on which it is in force; always when left out. */
  readonly valid?: { readonly from?: Day; readonly to?: Day }
  /** FEEL: none of the programmes is open to a firm for which it holds. */
  readonly exclusion?: { readonly when: string }
  readonly cap?: Cap
  /** What was looked for in the sources and not found. */
  readonly unseen?: readonly string[]
  readonly examples?: readonly RuleExample[]
}

/** The programmes that a common rule is for: named one by one, or those that stand in a list parameter, on the days on which they do. */
export interface Applies {
  readonly programmes?: readonly string[]
  readonly listed_in?: string
}

/**
 * An amount that several programmes share: each gives at most what is left of it, and nothing is given once nothing is. FEEL, in KRW;
 * where `most` is null there is no cap, and what is null among `used` (the sum of an empty list) uses nothing up.
 */
export interface Cap {
  readonly most: string
  readonly used: readonly string[]
}

export interface RuleExample {
  readonly name: string
  readonly firm: Readonly<Record<FactName, Value>>
  readonly on: Day
  /** Of a cap, `met` means that nothing is left. */
  readonly expect: 'met' | 'unmet' | 'unknown'
  /** What a cap leaves, in KRW. */
  readonly leaves?: number
}

export interface Pathway {
  readonly id: string
  readonly name: Words
  /** Each a stage, a programme id, or `fact:` and a FEEL sentence. */
  readonly waypoints: readonly string[]
  readonly summary?: Words
  readonly source?: Source | string
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

/** A day on which public offices are closed although it is no weekend; two holidays that fall on one day are two entries. */
export interface Holiday {
  readonly day: Day
  readonly name: Words
  /** How it came to be one; a fixed or lunar day of the law when left out. */
  readonly kind?: 'substitute' | 'election' | 'ad-hoc'
  /** Where the source of its year does not have it. */
  readonly source?: Source
}

export interface HolidayYear {
  readonly year: number
  readonly source: Source
  /** In their order. */
  readonly days: readonly Holiday[]
}

/** When offices work on a working day: `09:00` to before `18:00` by the clock of the time zone. */
export interface OfficeHours {
  readonly opens: string
  readonly closes: string
  readonly time_zone: string
  readonly source: Source
}

/** Days on which nobody works at a desk (holidays.yaml). */
export interface Holidays {
  readonly weekend: readonly Weekday[]
  readonly office_hours?: OfficeHours
  /** The years of which every holiday is known, both ends included. Before and after, days may be missing. */
  readonly complete_from: number
  readonly complete_through: number
  readonly years: readonly HolidayYear[]
}

/**
 * A text with which a firm is asked for its consent, as it was in force from a day on (consents.yaml). A text holds `{recipient}`, `{purpose}`,
 * `{items}`, `{until}` and `{refusal}`; what somebody has agreed to is never edited: the next version is another record.
 */
export interface ConsentText {
  /** The same in every version. */
  readonly id: string
  readonly version: number
  /** In force until the next version is. */
  readonly from: Day
  /** `hand-off`: facts and the proof of the criteria are passed on; `papers`: chosen papers are; `outcome`: the sender is told how it went on. */
  readonly kind: 'hand-off' | 'papers' | 'outcome'
  /** Whether the hand-off cannot take place without it. */
  readonly required: boolean
  readonly law: string
  readonly text: Words
  /** What follows from refusing: what stands for `{refusal}`. */
  readonly refusal: Words
}

/** A post or division of an agency, never a person. */
export interface NamedPost {
  readonly agency: string
  readonly post: Words
  /** No source says so; it follows from the names. */
  readonly inferred?: true
}

/** A sitting that a source reports. */
export interface ReportedSession {
  readonly on: Day
  /** Time of day: `10:30`. */
  readonly from?: string
  readonly to?: string
  readonly place?: Words
  /** The agency where it was held. */
  readonly host?: string
  /** In order. */
  readonly schedule?: readonly { readonly title: Words; readonly minutes: number; readonly by?: Words }[]
  readonly source: Source
}

/** What a source reports since a task was agreed: a fact beside it, never a result of the council. */
/** A fair or festival that a task of a council is about. */
export interface CouncilEvent {
  readonly name: Words
  readonly from: Day
  readonly to: Day
  readonly by?: readonly string[]
  readonly source: Source
}

export interface CouncilZone {
  readonly name: Words
  readonly kind: 'special' | 'economic'
  /** Day, month or year. */
  readonly designated?: string
  readonly source: Source
}

export interface LaterFact {
  readonly fact: Words
  /** When it was, as printed. */
  readonly dated?: string
  readonly source: Source
}

/** What agencies of a council agreed to do together. */
export interface CollaborationTask {
  /** Unique in the catalogue: `T1`. Links name it as what they were agreed in. */
  readonly id: string
  readonly title: Words
  /** Agencies; several when it was proposed together. */
  readonly proposed_by: readonly string[]
  /** What each side brings or is asked for. */
  readonly needs?: Words
  readonly posts?: readonly NamedPost[]
  readonly pathways?: readonly string[]
  /** Chains of programmes that it is about. */
  readonly chains?: readonly string[]
  readonly events?: readonly CouncilEvent[]
  /** Other councils that it is about. */
  readonly councils?: readonly string[]
  readonly zones?: readonly CouncilZone[]
  readonly later?: readonly LaterFact[]
}

/** A seat of an agency, or of an organisation that is none here and is named by its words. */
export interface CouncilSeat {
  readonly agency?: string
  readonly post: Words
  /** Of a consultative body. */
  readonly side?: 'large' | 'small' | 'public'
}

/** A body with seats for agencies, as sources report it. */
export interface Council {
  readonly id: string
  readonly name: Words
  readonly kind: 'policy' | 'consultative' | 'zone'
  readonly seats: readonly CouncilSeat[]
  /** The chains that it named, in its order. */
  readonly pathways?: readonly string[]
  /** Oldest first. */
  readonly sessions?: readonly ReportedSession[]
  readonly tasks: readonly CollaborationTask[]
  /** What sources report of it besides. */
  readonly notes?: readonly Words[]
  readonly source: Source
}

/** A day of a closing rule that is dropped, one that is added, or one moved to the other. */
export interface ClosingException {
  readonly drop?: Day
  readonly add?: Day
  readonly why?: Words
  readonly source?: Source
}

/** What sources report of the days on which large marts of some municipalities must close. What is left out is not known. */
export interface KnownClosing {
  readonly id: string
  /** Codes, as in the table that the file names. */
  readonly municipalities: readonly string[]
  readonly status: 'switched' | 'weekday' | 'kept' | 'abolished' | 'planned'
  /** `FREQ=MONTHLY;BYDAY=2WE,4WE` */
  readonly rule?: string
  /** Where only the day of the week is known. */
  readonly weekday?: Weekday
  readonly from?: string
  readonly from_is?: 'first-closing' | 'first-open-sunday' | 'notice' | 'in-force' | 'seen'
  readonly exceptions?: readonly ClosingException[]
  readonly stores?: {
    readonly large?: number
    readonly near_large?: number
    readonly otherwise?: readonly { readonly store: Words; readonly says: Words; readonly rule?: string }[]
  }
  readonly agreed?: Words
  readonly gets?: readonly Words[]
  readonly notes?: readonly Words[]
  readonly unseen?: readonly Words[]
  readonly source: Source
}

/** Days on which large marts must close (closing-days.yaml). */
export interface ClosingDays {
  /** The table parameter with the municipalities, by its column `code`. */
  readonly municipalities: string
  /** What holds where nothing else was agreed. */
  readonly law: {
    readonly name: Words
    readonly says: readonly Words[]
    readonly source: Source
    readonly unseen?: readonly Words[]
  }
  readonly known: readonly KnownClosing[]
}

/** How a public number is built. */
export interface NumberScheme {
  readonly name: Words
  readonly digits: number
  /** A picture of it, a 0 for each digit: `000-00-00000`. */
  readonly written: string
  readonly check?: CheckDigit
  readonly source?: Source
}

/** The last digit makes the sum of the others, each times its weight, a multiple of ten. */
export interface CheckDigit {
  /** One for each digit but the last. */
  readonly weights: readonly number[]
  /** The tens of the last product are added once more. */
  readonly add_tens_of_last?: boolean
}

export interface Identifiers {
  /** The number by which the state knows a firm. */
  readonly firm?: NumberScheme
}

/** A whole country pack, read and checked in shape; its FEEL is still text. */
export interface Catalogue {
  readonly id: string
  readonly facts: readonly Fact[]
  readonly agencies: readonly Agency[]
  readonly parameters: readonly Parameter[]
  readonly programmes: readonly Programme[]
  readonly links: readonly Link[]
  readonly pathways: readonly Pathway[]
  /** None when left out. */
  readonly commonRules?: readonly CommonRule[]
  /** Weekends only when left out. */
  readonly holidays?: Holidays
  /** Texts of consent, of each id the oldest version first; none when left out. */
  readonly consents?: readonly ConsentText[]
  /** None when left out. */
  readonly councils?: readonly Council[]
  /** Not known of any municipality when left out. */
  readonly closingDays?: ClosingDays
  /** Templates of papers, of whole kinds and languages at most one for each agency; none when left out. */
  readonly papers?: readonly PaperTemplate[]
  readonly identifiers?: Identifiers
}

/** A firm as it stands in a file or a form: absent is unknown, `null` is known to have no value. */
export interface Firm {
  readonly id: string
  readonly name?: Words
  /** `[standard]`: none of the standing exclusions applies. */
  readonly declares?: readonly 'standard'[]
  readonly facts: Readonly<Record<FactName, Value>>
}

/** Something wrong in a file, with its place and what would be right. Lines and columns count from 1. */
export interface Fault {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly wrong: string
  readonly right?: string
}
