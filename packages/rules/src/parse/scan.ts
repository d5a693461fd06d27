import { limits } from '../limits.ts'
import { Refusal } from './refusal.ts'

/**
 * A look over the text before the parser sees it: what is too long, too deep, unclosed or in no FEEL at all is refused
 * here, in one pass and with the place where it starts. The parser would find these too, but late and with less to say.
 */

const token =
  /\s+|"(?:[^"\\\n]|\\.)*"|(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[\p{L}_][\p{L}\p{N}_]*|\*\*|\.\.|[<>!]=|[-+*/=<>.,:()[\]@]/uy

const meant: Readonly<Record<string, string>> = {
  "'": 'write texts in double quotes: "small"',
  '&': 'write `and`',
  '|': 'write `or`',
  '!': 'write `not(…)`, or `!=` for unlike',
  '{': 'contexts are not part of the rules; name a fact, or a field of a record',
  '}': 'contexts are not part of the rules; name a fact, or a field of a record',
  '?': 'write the name of the fact',
  '%': 'write a share as a fraction: 0.5 for 50 %',
  '`': 'write the name without quotes',
  '“': 'write texts in straight double quotes: "small"',
  '”': 'write texts in straight double quotes: "small"',
  '≥': 'write `>=`',
  '≤': 'write `<=`',
  '≠': 'write `!=`',
}

interface Open {
  readonly sign: string
  readonly at: number
  hasRange: boolean
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' }

export function scan(text: string): void {
  if (text.length > limits.length)
    throw new Refusal(
      limits.length,
      `the sentence has ${text.length} characters; at most ${limits.length} are read`,
      'split it into several criteria, or move a part into a derived fact',
    )
  if (text.trim() === '') throw new Refusal(0, 'the sentence is empty', 'write a condition, such as `employees >= 5`')

  const open: Open[] = []
  let tokens = 0
  let before = ''
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const found = token.exec(text)?.[0]
    if (found === undefined) throw unreadable(text, at)
    if (found.trim() === '') continue
    tokens += 1
    if (tokens > limits.tokens)
      throw new Refusal(
        at,
        `the sentence has more than ${limits.tokens} words and signs`,
        'split it, or move a part into a derived fact',
      )
    if (found === '=' && (before === '=' || before === '==') && text[at - 1] === '=')
      throw new Refusal(at - 1, '`==` is not FEEL', 'write `=`')
    if (found === '/' && (text[at + 1] === '/' || text[at + 1] === '*'))
      throw new Refusal(at, 'a comment inside a sentence', 'put it into the YAML, after a `#`')
    if (found === '..') {
      const range = open.at(-1)
      if (range?.hasRange) throw new Refusal(at, 'a second `..` in one range', 'write `[from..to]`')
      if (range) range.hasRange = true
    }
    if (found === '(' || found === '[') open.push({ sign: found, at, hasRange: false })
    if (open.length > limits.nesting)
      throw new Refusal(at, `brackets are nested more than ${limits.nesting} deep`, 'move a part into a derived fact')
    if (found === ')' || found === ']') closeBracket(text, open, found, at)
    before = found
  }
  const last = open.at(-1)
  if (last) throw new Refusal(last.at, `the bracket \`${last.sign}\` is not closed`, `add \`${closing[last.sign]}\``)
}

/** Ranges may be open in either writing: `(1..5]`, `]1..5]`, `[1..5[`. */
function closeBracket(text: string, open: Open[], found: string, at: number): void {
  const last = open.at(-1)
  if (last && closing[last.sign] === found) {
    open.pop()
    return
  }
  if (last?.hasRange) {
    open.pop()
    return
  }
  if (found === ']' && /^\][^\])]*\.\./.test(text.slice(at, at + 200)))
    throw new Refusal(at, 'a range that opens with `]`', 'write `(` for an open end: `(1..5]`')
  throw last
    ? new Refusal(at, `\`${found}\` closes no bracket; \`${last.sign}\` is open`, `write \`${closing[last.sign]}\``)
    : new Refusal(at, `\`${found}\` closes no bracket`, 'take it away, or open the bracket before it')
}

function unreadable(text: string, at: number): Refusal {
  const sign = String.fromCodePoint(text.codePointAt(at)!)
  if (sign === '"') return new Refusal(at, 'a text that is not closed', 'end it with `"` on the same line')
  return new Refusal(at, `\`${sign}\` is no sign of FEEL`, meant[sign])
}
