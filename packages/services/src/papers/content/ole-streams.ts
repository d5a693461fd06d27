/**
 * The streams of an OLE file (MS-CFB: Compound File Binary), by name. Chains are followed no further than there are sectors, so a file
 * that points at itself ends.
 */
import { Refused, refuseIf } from './refusal.ts'

export const isOle = (content: Buffer): boolean =>
  content.length >= 512 && content.readUInt32BE(0) === 0xd0cf11e0 && content.readUInt32BE(4) === 0xa1b11ae1

export interface OleFile {
  /** Of every storage and stream. */
  readonly names: readonly string[]
  /** The first stream of that name; `null` when there is none. */
  stream(name: string): Buffer | null
}

const endOfChain = 0xfffffffe
const mostEntries = 20_000

export function oleFile(content: Buffer): OleFile {
  try {
    return read(content)
  } catch (error) {
    // A number that points outside of the file.
    throw error instanceof RangeError ? new Refused('broken') : error
  }
}

function read(content: Buffer): OleFile {
  refuseIf(!isOle(content), 'broken')
  const shift = content.readUInt16LE(30)
  refuseIf(shift !== 9 && shift !== 12, 'broken')
  const size = 1 << shift
  const sector = (index: number): Buffer => {
    const at = (index + 1) * size
    refuseIf(index >= 0xfffffffa || at >= content.length, 'broken')
    return content.subarray(at, at + size)
  }
  const sectors = Math.ceil(content.length / size)

  const fatSectors: number[] = []
  for (let index = 0; index < 109; index += 1) fatSectors.push(content.readUInt32LE(76 + index * 4))
  let more = content.readUInt32LE(68)
  for (let steps = 0; more < 0xfffffffa; steps += 1) {
    refuseIf(steps > sectors, 'broken')
    const table = sector(more)
    for (let at = 0; at + 8 <= size; at += 4) fatSectors.push(table.readUInt32LE(at))
    more = table.readUInt32LE(size - 4)
  }
  const fat = fatSectors.filter(index => index < 0xfffffffa).map(sector)
  const next = (index: number): number => {
    const table = fat[Math.floor(index / (size / 4))]
    return table ? table.readUInt32LE((index % (size / 4)) * 4) : endOfChain
  }
  const chain = (start: number, most = Number.POSITIVE_INFINITY): Buffer => {
    const parts: Buffer[] = []
    for (let index = start; index < 0xfffffffa && parts.length * size < most; index = next(index)) {
      refuseIf(parts.length > sectors, 'broken')
      parts.push(sector(index))
    }
    return Buffer.concat(parts)
  }

  const directory = chain(content.readUInt32LE(48))
  const entries: { name: string; kind: number; start: number; length: number }[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    refuseIf(entries.length > mostEntries, 'broken')
    const nameBytes = directory.readUInt16LE(at + 64)
    const kind = directory[at + 66]!
    if (kind === 0) continue
    refuseIf(nameBytes > 64, 'broken')
    entries.push({
      name: directory.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
      kind,
      start: directory.readUInt32LE(at + 116),
      length: directory.readUInt32LE(at + 120),
    })
  }
  const root = entries.find(({ kind }) => kind === 5)
  if (!root) throw new Refused('broken')
  const smallBelow = content.readUInt32LE(56)
  let small: { readonly stream: Buffer; readonly fat: Buffer } | undefined

  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = entries.find(entry => entry.kind === 2 && entry.name === name)
      if (!entry) return null
      if (entry.length >= smallBelow) return chain(entry.start, entry.length).subarray(0, entry.length)
      small ??= { stream: chain(root.start), fat: chain(content.readUInt32LE(60)) }
      const parts: Buffer[] = []
      for (let index = entry.start; index < 0xfffffffa && parts.length * 64 < entry.length; ) {
        refuseIf((index + 1) * 64 > small.stream.length || index * 4 + 4 > small.fat.length, 'broken')
        parts.push(small.stream.subarray(index * 64, index * 64 + 64))
        index = small.fat.readUInt32LE(index * 4)
      }
      return Buffer.concat(parts).subarray(0, entry.length)
    },
  }
}

/** What an object that stands in a document may not be: a program, or a file packed as it is. */
export function refuseOleObject(content: Buffer): void {
  // HWP writes the length before it.
  const ole = isOle(content) ? content : content.subarray(4)
  if (!isOle(ole)) return
  const { names } = oleFile(ole)
  refuseIf(
    names.some(name => /^(macros|vba|_vba_project.*)$/i.test(name)),
    'program',
  )
  refuseIf(
    names.some(name => name.toLowerCase() === '\u0001ole10native'),
    'packed-file',
  )
}
