/**
 * A PDF (ISO 32000) is looked through for what it would do: run a script, start a program, fetch, submit, carry other files. Names may be
 * written with `#4a` for a letter, and objects may lie compressed in object streams.
 */
import { promisify } from 'node:util'
import { constants, inflate } from 'node:zlib'
import { Refused, refuseIf } from './refusal.ts'

const unpack = promisify(inflate)
const mostUnpacked = 100_000_000

const programs = named('JavaScript', 'Launch', 'Rendition', 'RichMedia', 'XFA', 'ImportData', 'SubmitForm')
const packed = named('EmbeddedFile', 'EmbeddedFiles', 'GoToE')
const locked = named('Encrypt')
const objectStream = new RegExp(named('ObjStm'), 'g')

export async function lookIntoPdf(content: Buffer): Promise<void> {
  const text = content.toString('latin1')
  refuseIf(!text.slice(-1_024).includes('%%EOF'), 'broken')
  refuseIf(locked.test(text), 'locked')
  refuseActions(text)
  let left = mostUnpacked
  for (const { isPacked, at } of objectStreams(text)) {
    if (!isPacked) continue
    // To where it ends by itself: its length may stand anywhere, and what seems to end it may stand within.
    const plain = await inflated(content.subarray(at), left)
    left -= plain.length
    refuseIf(left < 0, 'bomb')
    refuseActions(plain.toString('latin1'))
  }
}

function refuseActions(text: string): void {
  refuseIf(programs.test(text), 'program')
  refuseIf(packed.test(text), 'packed-file')
}

/** Of these names, each letter plain or as its code, up to where a name ends. */
function named(...names: readonly string[]): RegExp {
  const spelt = names.map(name => [...name].map(letter => `(?:${letter}|#${hex(letter)})`).join(''))
  return new RegExp(`\\/(?:${spelt.join('|')})(?![A-Za-z0-9#_.-])`)
}

function hex(letter: string): string {
  const code = letter.charCodeAt(0).toString(16)
  return code.replaceAll(/[a-f]/g, digit => `[${digit}${digit.toUpperCase()}]`)
}

interface ObjectStream {
  /** One that is not lies in the file as it is, and was looked through with it. */
  readonly isPacked: boolean
  readonly at: number
}

const longestDictionary = 2_000
/** Each holds about a hundred objects. */
const mostObjectStreams = 20_000

/** The one filter that we read ourselves: a chain of them, or a predictor, would hide what stands in the stream. */
const filter = /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])(?=[\s/[\]>])/
/** Names and numbers that the dictionary of such a stream needs, and no dictionary within. */
const plainDictionary = /^\s*<<(?:[\s\d[\]R]|\/(?:Type|ObjStm|N|First|Length|Extends)(?=[\s/[\]>]))*>>\s*$/

/**
 * Found by the name of their kind, as no reader needs the table of places to find them. Each is held to the form in which programs write
 * them: in a text or a comment could stand what seems to begin or end an object. From each name we see no further than a dictionary is
 * long, so it is one way through the file.
 */
function* objectStreams(text: string): Generator<ObjectStream> {
  let count = 0
  for (const { index } of text.matchAll(objectStream)) {
    count += 1
    refuseIf(count > mostObjectStreams, 'bomb')
    const before = text.slice(Math.max(0, index - longestDictionary), index)
    const [begun, after] = /^([^()%]*?>>\s*)stream\r?\n/.exec(text.slice(index, index + longestDictionary)) ?? []
    const from = before.lastIndexOf('obj')
    if (from < 0 || begun === undefined || after === undefined) throw new Refused('broken')
    const dictionary = before.slice(from + 3) + after
    refuseIf(!plainDictionary.test(dictionary.replace(filter, ' ')), 'broken')
    yield { isPacked: filter.test(dictionary), at: index + begun.length }
  }
}

async function inflated(raw: Buffer, most: number): Promise<Buffer> {
  try {
    const options = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH }
    return (await unpack(raw, options)) as Buffer
  } catch (error) {
    throw new Refused((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken')
  }
}
