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
const objectStream = named('ObjStm')

export async function lookIntoPdf(content: Buffer): Promise<void> {
  const text = content.toString('latin1')
  refuseIf(!text.slice(-1_024).includes('%%EOF'), 'broken')
  refuseIf(locked.test(text), 'locked')
  refuseActions(text)
  let left = mostUnpacked
  for (const { dictionary, at } of objectsWithStreams(text)) {
    if (!objectStream.test(dictionary)) continue
    // Only what we can read ourselves: a chain of filters would hide what stands in it.
    const filters = dictionary.match(/\/(?:[A-Za-z0-9]|#[0-9a-f]{2})*Decode\b/gi) ?? []
    refuseIf(filters.some(filter => filter !== '/FlateDecode') || filters.length > 1, 'broken')
    refuseIf(dictionary.includes('/Predictor'), 'broken')
    const raw = content.subarray(at, endOfStream(text, at))
    const plain = filters.length === 0 ? raw : await inflated(raw, left)
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

/** What stands between `obj` and `stream`; found by the words, as no reader needs the table of places to find them. */
function* objectsWithStreams(text: string): Generator<{ readonly dictionary: string; readonly at: number }> {
  const stream = /stream\r?\n/g
  for (let found = stream.exec(text); found; found = stream.exec(text)) {
    if (text.slice(found.index - 3, found.index) === 'end') continue
    const from = Math.max(text.lastIndexOf('obj', found.index), text.lastIndexOf('endstream', found.index), 0)
    yield { dictionary: text.slice(from, found.index), at: found.index + found[0].length }
  }
}

function endOfStream(text: string, at: number): number {
  const end = text.indexOf('endstream', at)
  return end === -1 ? text.length : end
}

async function inflated(raw: Buffer, most: number): Promise<Buffer> {
  try {
    const options = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH }
    return (await unpack(raw, options)) as Buffer
  } catch (error) {
    throw new Refused((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken')
  }
}
