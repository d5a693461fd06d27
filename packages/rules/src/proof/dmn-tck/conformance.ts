/** What becomes of each expression of the DMN-TCK that stands alone: it is refused, or read and answered. `cases.tsv`, NOTICE.md. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Value } from '@ieum/catalogue/records'
import { type Evaluator, evaluatorOf } from '../../evaluator.ts'
import type { Type } from '../../form.ts'
import { readSentence } from '../../parse/index.ts'
import type { Rulebook } from '../../rulebook.ts'
import { vocabularyOf } from '../../vocabulary.ts'

export interface TckCase {
  readonly level: '2' | '3'
  /** Folder of the TCK. */
  readonly test: string
  readonly name: string
  readonly expression: string
  /** As FEEL prints it. */
  readonly expected: string
}

export type TckOutcome =
  | { readonly is: 'as expected' }
  | { readonly is: 'otherwise'; readonly answer: string }
  | { readonly is: 'refused'; readonly wrong: string }

export function tckCases(): TckCase[] {
  const lines = readFileSync(join(import.meta.dirname, 'cases.tsv'), 'utf8')
    .split('\n')
    .filter(Boolean)
  return lines.map(line => {
    const [level, test, name, expression, expected] = line.split('\t')
    return { level: level as '2', test: test!, name: name!, expression: expression!, expected: expected! }
  })
}

const nothing: Rulebook = {
  id: 'none',
  facts: [],
  agencies: [],
  parameters: [],
  links: [],
  pathways: [],
  programmes: [],
  commonRules: [],
  sentences: [],
  derived: [],
}
const vocabulary = vocabularyOf(nothing)
const types: readonly Type[] = [
  { is: 'boolean' },
  { is: 'number' },
  { is: 'text' },
  { is: 'date' },
  { is: 'days' },
  { is: 'months' },
  { is: 'list', of: { is: 'null' } },
]
/** Digits to which numbers are exact (docs/adr/0006-feel-as-we-read-it.md). */
const digits = 15

export function conformance(): (text: string, expected: string) => TckOutcome {
  const evaluator = evaluatorOf(nothing)
  return (text, expected) => {
    const own = answerTo(text, evaluator)
    if ('refused' in own) return { is: 'refused', wrong: own.refused }
    if (expected === 'null' && own.answer === null) return { is: 'as expected' }
    const theirs = answerTo(asExpression(expected), evaluator)
    const isSame =
      'answer' in theirs && expected !== 'null' && own.type === theirs.type && isAlike(own.answer, theirs.answer)
    return isSame ? { is: 'as expected' } : { is: 'otherwise', answer: JSON.stringify(own.answer) ?? 'unknown' }
  }
}

type Answer = { readonly refused: string } | { readonly type: string; readonly answer: Value | undefined }

/** A sentence is read as a condition; an expression as whichever type it turns out to be of. */
function answerTo(text: string, evaluator: Evaluator): Answer {
  let refused = ''
  for (const type of types) {
    const outcome = readSentence(text, vocabulary, { type, name: mustBe })
    if (outcome.is === 'read')
      return { type: outcome.type.is, answer: evaluator.ask(outcome.form, evaluator.situation({}, '2026-06-01')) }
    if (!outcome.fault.wrong.startsWith(mustBe)) refused ||= outcome.fault.wrong
  }
  return { refused: refused || 'it is of no type that sentences are of' }
}

const mustBe = 'the expression'

function asExpression(expected: string): string {
  // No time at all is no days.
  if (expected === 'PT0S') return 'duration("P0D")'
  if (/^-?\d+\.\d+$/.test(expected)) return String(Number(Number(expected).toPrecision(digits)))
  if (/^-?P/.test(expected)) return `duration("${expected}")`
  return /^-?\d{4,}-\d\d-\d\d$/.test(expected) ? `date("${expected}")` : expected
}

function isAlike(a: Value | undefined, b: Value | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a.toPrecision(digits) === b.toPrecision(digits)
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => isAlike(each, b[index]))
  return a === b
}
