/**
 * The single place where YAML (and so JSON) is parsed. A file from outside is watched lexeme by lexeme while it is read:
 * the first thing over a limit, not allowed or wrong ends the reading there, before any tree is built on it.
 * Known trouble of the parser behind it that this keeps away: depth beyond the stack, quadratic checks of unique keys,
 * alias bombs, keys that are themselves collections (their text doubles with each level), tens of thousands of errors.
 */
import { Composer, type CST, type Document, isMap, isScalar, isSeq, Lexer, type Node, Parser, type Scalar } from 'yaml'
import type { Fault } from './records.ts'

export interface Limits {
  readonly bytes: number
  /** Collections within one another, block and flow alike. */
  readonly depth: number
  readonly keys: number
  /** Lexical tokens of any kind, spaces and comments included; it bounds the time. */
  readonly tokens: number
}

/** A file of a catalogue; the largest real ones are tables of a few thousand rows. */
export const catalogueLimits: Limits = { bytes: 2_000_000, depth: 40, keys: 19_999, tokens: 100_000 }

/** The file of one firm, which may come from anyone. */
export const firmLimits: Limits = { bytes: 256_000, depth: 40, keys: 5_000, tokens: 40_000 }

/** What was wrong at an offset of the text. */
class Refusal extends Error {
  readonly offset: number
  readonly right: string | undefined
  constructor(offset: number, wrong: string, right?: string) {
    super(wrong)
    this.offset = offset
    this.right = right
  }
}

export type YamlReading =
  | { readonly is: 'read'; readonly value: unknown; readonly text: string; readonly document: Document | undefined }
  | { readonly is: 'refused'; readonly fault: Fault }

/** The value in a YAML or JSON text: plain objects, lists, texts, numbers, booleans and null; or the first thing wrong with it. */
export function readYaml(input: string | Uint8Array, file: string, limits: Limits = catalogueLimits): YamlReading {
  const { text, refusal } = textOf(input, limits)
  const refused = (because: Refusal): YamlReading => {
    const right = because.right === undefined ? {} : { right: because.right }
    return { is: 'refused', fault: { file, ...lineAndColumn(text, because.offset), wrong: because.message, ...right } }
  }
  if (refusal) return refused(refusal)
  try {
    const document = compose(text, limits)
    return { is: 'read', text, document, value: valueIn(document?.contents ?? null) }
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    throw error
  }
}

/** Lines and columns count from 1; columns in UTF-16 units, as editors do. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}

/** The parsed document, in which every node knows its place. */
export function compose(text: string, limits: Limits = catalogueLimits): Document.Parsed | undefined {
  // All lexemes are looked at before the first is parsed: lexing takes a quarter of the time, and most that is hostile shows in it.
  const lexemes = watched(new Lexer().lex(text), limits)
  const parser = new Parser()
  const composer = stoppingAtTheFirstError()
  const documents: Document.Parsed[] = []
  const take = (tokens: Iterable<CST.Token>) => {
    for (const token of tokens) {
      if (token.type === 'error') throw new Refusal(token.offset, lowerFirst(brief(token.message)))
      documents.push(...(composer.next(token) as Iterable<Document.Parsed>))
    }
  }
  // The parser's stack holds the document, the scalar being read and every collection around it.
  const deepest = limits.depth + 2
  for (const lexeme of lexemes) {
    take(parser.next(lexeme))
    if (parser.stack.length > deepest) throw tooDeep(parser.offset, limits)
  }
  take(parser.end())
  documents.push(...(composer.end() as Iterable<Document.Parsed>))
  const [document, second] = documents
  if (second) throw secondDocument(second.range[0])
  return document
}

/** The composer gathers errors, and a hostile text makes tens of thousands: its reporting function is replaced by one that ends the work. */
function stoppingAtTheFirstError(): Composer {
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false })
  let first: Refusal | undefined
  const onError = (source: Source, code: string, message: string, warning?: boolean) => {
    if (warning) return
    // What is thrown here is caught and reported anew for every collection around it; the first knows its place.
    first ??= inOurWords(offsetOfSource(source), code, message)
    throw first
  }
  return Object.assign(composer, { onError })
}

type Source = number | readonly [number, number] | { readonly offset: number }

function offsetOfSource(source: Source): number {
  if (typeof source === 'number') return source
  return 'offset' in source ? source.offset : source[0]
}

/** The parser speaks of block collections and flow maps; a person sees braces. */
function inOurWords(offset: number, code: string, message: string): Refusal {
  const unclosed = /^Flow (?:map|sequence) .{0,99}must .{0,99}end with a ([}\]])/.exec(message)
  if (unclosed) return new Refusal(offset, `${unclosed[1]} is missing`, 'a closing bracket for each that opens')
  return new Refusal(offset, lowerFirst(message.replace(/:$/, '')), remedies[code])
}

const remedies: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'spaces',
  BAD_INDENT: 'what belongs together in the same column, what belongs to it further in',
  MISSING_CHAR: 'the sign that closes it',
  BAD_SCALAR_START: 'quotes around the text',
  BAD_DQ_ESCAPE: 'single quotes, or the backslash doubled',
  BLOCK_AS_IMPLICIT_KEY: 'quotes around a text that contains ": "',
  MULTILINE_IMPLICIT_KEY: 'a colon after the key, or deeper indentation for text that goes on',
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** The lexemes of a text; throws at the first that is not allowed or is one too many. */
function watched(lexemes: Iterable<string>, limits: Limits): string[] {
  const seen: string[] = []
  let offset = 0
  let keys = 0
  let flowDepth = 0
  let hasBegun = false
  let isText = false
  for (const lexeme of lexemes) {
    if (seen.push(lexeme) > limits.tokens) throw tooMany(offset, limits.tokens, 'tokens')
    if (lexeme === ':' && ++keys > limits.keys) throw tooMany(offset, limits.keys, 'keys')
    if (!isText) {
      if (lexeme === '---' && hasBegun) throw secondDocument(offset)
      const what = notRead(lexeme, hasBegun)
      if (what)
        throw new Refusal(offset, `${what} (${brief(lexeme)}), which is not read here`, 'the plain value, or quotes')
      if (lexeme === '[' || lexeme === '{') flowDepth++
      if (lexeme === ']' || lexeme === '}') flowDepth--
      if (flowDepth > limits.depth) throw tooDeep(offset, limits)
    }
    isText = lexeme === textFollows
    hasBegun ||= isText || lexeme === '---'
    if (!marks.has(lexeme)) offset += lexeme.length
  }
  return seen
}

const tooDeep = (offset: number, { depth }: Limits) =>
  new Refusal(offset, `nested more than ${depth} deep`, 'a flatter file')

const secondDocument = (offset: number) => new Refusal(offset, 'a second document', 'one document a file')

const tooMany = (offset: number, limit: number, what: string) =>
  new Refusal(offset, `more than ${limit} ${what}`, 'several smaller files')

/** What of YAML has no place in a file of data: it makes small texts stand for large values, or names types. */
function notRead(lexeme: string, hasBegun: boolean): string | undefined {
  switch (lexeme.charAt(0)) {
    case '*':
      return 'an alias'
    case '&':
      return 'an anchor'
    case '!':
      return 'a tag'
    case '?':
      return lexeme === '?' ? 'a marked key' : undefined
    case '%':
      return hasBegun ? undefined : 'a directive'
    default:
      return undefined
  }
}

/** The lexer's mark before a plain or block text. */
const textFollows = '\u001f'

/** Lexemes that stand for no character of the text. */
const marks: ReadonlySet<string> = new Set([textFollows, '\u0002', '\u0018'])

const brief = (lexeme: string) => (lexeme.length > 24 ? `${lexeme.slice(0, 24)}…` : lexeme)

interface Text {
  /** What could be read, up to the trouble if there is any. */
  readonly text: string
  readonly refusal?: Refusal
}

/** Text of the bytes; a byte order mark is dropped. */
function textOf(input: string | Uint8Array, limits: Limits): Text {
  if (sizeOf(input, limits.bytes) > limits.bytes)
    return { text: '', refusal: new Refusal(0, `larger than ${limits.bytes / 1000} kB`, 'a smaller file') }
  const decoded = typeof input === 'string' ? { text: input } : decode(input)
  const text = decoded.text.replace(/^\ufeff/, '')
  const nul = text.indexOf('\0')
  if (nul !== -1) return { text, refusal: new Refusal(nul, 'a NUL character', 'text') }
  return { ...decoded, text }
}

/** Bytes, counted only as far as it matters. */
function sizeOf(input: string | Uint8Array, most: number): number {
  if (typeof input !== 'string') return input.byteLength
  if (input.length > most || input.length * 3 <= most) return input.length
  return new TextEncoder().encode(input).length
}

function decode(bytes: Uint8Array): Text {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, firstBadByte(bytes)))
    return { text, refusal: new Refusal(text.length, 'bytes that are not UTF-8', 'a file saved as UTF-8') }
  }
}

/** By halving: a beginning decodes as a stream exactly when the bad byte lies behind it. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return good
}

/** Keys that would reach an object's prototype, and YAML's merge key, which would bring in another collection. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', '<<'])

function valueIn(node: Node | null): unknown {
  if (node === null) return null
  if (isScalar(node)) return scalarOf(node)
  if (isSeq<Node | null>(node)) return node.items.map(valueIn)
  if (!isMap<Node, Node | null>(node)) throw new Refusal(node.range?.[0] ?? 0, 'neither a value nor a collection')
  const value: Record<string, unknown> = {}
  for (const { key, value: of } of node.items) {
    const name = keyOf(key, node)
    if (Object.hasOwn(value, name))
      throw new Refusal(offsetOf(key), `the key ${name} for the second time`, 'each key once')
    value[name] = valueIn(of)
  }
  return value
}

export const offsetOf = (node: Node | null): number => node?.range?.[0] ?? 0

function keyOf(key: Node | null, within: Node): string {
  if (!isScalar(key)) throw new Refusal(offsetOf(key ?? within), 'a key that is not a plain text', 'key: value')
  const name = nameOf(key)
  if (name === '') throw new Refusal(offsetOf(key), 'an empty key', 'key: value')
  if (forbidden.has(name)) throw new Refusal(offsetOf(key), `the key ${name}, which is not allowed`, 'another name')
  return name
}

/** A key is a text, also when it looks like a number: `2024: …`. */
export const nameOf = (key: Scalar): string => (typeof key.value === 'string' ? key.value : (key.source ?? ''))

function scalarOf(scalar: Scalar): unknown {
  const { value, source = '' } = scalar
  if (typeof value !== 'number') return value
  if (/^[-+]?0\d/.test(source))
    throw new Refusal(offsetOf(scalar), `${source} reads as the number ${value}`, `"${source}" in quotes`)
  if (!Number.isFinite(value)) throw new Refusal(offsetOf(scalar), `${brief(source)} is no number`, 'a finite number')
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new Refusal(
      offsetOf(scalar),
      `${brief(source)} has more digits than are kept`,
      `"${brief(source)}" in quotes`,
    )
  return value
}
