/**
 * The intermediate form: a small closed union into which every FEEL sentence of a catalogue is turned once, at load.
 * Verdict, proof, changes, the day on which time turns it, and later columns and SQL are all functions of it.
 * It is plain JSON: the server sends it to the browser, which needs no parser.
 */

export type Type =
  /** A text with `values` is one of these; a number, a date and so on never has any. */
  | {
      readonly is: 'number' | 'text' | 'date' | 'boolean' | 'days' | 'months' | 'null'
      readonly values?: readonly string[]
    }
  | { readonly is: 'list'; readonly of: Type }
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, Type>> }

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>='

export type Call =
  | 'count'
  | 'sum'
  | 'min'
  | 'max'
  | 'list contains'
  | 'starts with'
  | 'ends with'
  | 'contains'
  | 'matches'
  | 'substring'
  | 'upper case'
  | 'lower case'
  | 'string length'
  | 'abs'
  | 'floor'
  | 'ceiling'
  | 'number'
  | 'string'
  | 'years and months duration'

/** A part of a date (`year`, `month`, `day`), of a duration in months (`years`, `months`) or in days (`days`). */
export type Part = 'year' | 'month' | 'day' | 'years' | 'months' | 'days'

export type Form =
  | { readonly is: 'constant'; readonly type: 'number'; readonly value: number }
  | { readonly is: 'constant'; readonly type: 'text'; readonly value: string }
  | { readonly is: 'constant'; readonly type: 'boolean'; readonly value: boolean }
  | { readonly is: 'constant'; readonly type: 'null'; readonly value: null }
  /** An ISO day. */
  | { readonly is: 'constant'; readonly type: 'date'; readonly value: string }
  /** A duration of whole days. */
  | { readonly is: 'constant'; readonly type: 'days'; readonly value: number }
  /** A duration of whole months; years are twelve. */
  | { readonly is: 'constant'; readonly type: 'months'; readonly value: number }
  | { readonly is: 'list'; readonly items: readonly Form[] }
  | { readonly is: 'fact'; readonly fact: string }
  | { readonly is: 'parameter'; readonly parameter: string }
  /** The item of the quantifier or filter `depth` levels out (0 is the nearest). */
  | { readonly is: 'item'; readonly depth: number }
  | { readonly is: 'field'; readonly of: Form; readonly field: string }
  /** The same field of every record of a list, as a list. */
  | { readonly is: 'each'; readonly list: Form; readonly field: string }
  | { readonly is: 'part'; readonly of: Form; readonly part: Part }
  | { readonly is: 'compare'; readonly by: Comparator; readonly left: Form; readonly right: Form }
  /** `item in (test, …)`: holds when any test does. */
  | { readonly is: 'in'; readonly item: Form; readonly tests: readonly Test[] }
  | { readonly is: 'not'; readonly of: Form }
  | { readonly is: 'and' | 'or'; readonly of: readonly Form[] }
  | { readonly is: 'arithmetic'; readonly by: '+' | '-' | '*' | '/' | '**'; readonly left: Form; readonly right: Form }
  | { readonly is: 'minus'; readonly of: Form }
  | { readonly is: 'if'; readonly when: Form; readonly yes: Form; readonly no: Form }
  /** `some` or `every` item of a list satisfies a sentence. */
  | { readonly is: 'some' | 'every'; readonly list: Form; readonly satisfies: Form }
  | { readonly is: 'filter'; readonly list: Form; readonly where: Form }
  /** Position in a list: 1 is the first, -1 the last. */
  | { readonly is: 'at'; readonly list: Form; readonly position: number }
  | { readonly is: 'call'; readonly call: Call; readonly with: readonly Form[] }

/** One test of an `in`. */
export type Test =
  | { readonly is: 'equals'; readonly value: Form }
  /** The value is a list: the item must be in it. */
  | { readonly is: 'one of'; readonly list: Form }
  | { readonly is: 'compare'; readonly by: Comparator; readonly value: Form }
  | {
      readonly is: 'range'
      readonly from: Form
      readonly fromOpen: boolean
      readonly to: Form
      readonly toOpen: boolean
    }
