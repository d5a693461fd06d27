/**
 * The entries of a ZIP file (PKWARE APPNOTE 6.3), read by its central directory and held to a strict form: it begins with the first
 * entry and ends with the directory, so it is nothing else beside; names stay inside; sizes are what comes out, up to a bound.
 */
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { Refused, refuseIf } from './refusal.ts'

const unpack = promisify(inflateRaw)

export interface ZipEntry {
  readonly name: string
  readonly content: Buffer
}

/** Far more than any document that is handed in has; little enough to be unpacked at once. */
const zipLimits = { entries: 2_000, unpacked: 100_000_000 } as const

/** How many bytes may still come out: one for a file and for all that is packed in it. */
export interface Allowance {
  left: number
}

export const unpackingAllowance = (): Allowance => ({ left: zipLimits.unpacked })

const endSize = 22

export async function zipEntries(zip: Buffer, allowance: Allowance): Promise<readonly ZipEntry[]> {
  const listed = directoryOf(zip)
  const entries: ZipEntry[] = []
  for (const { name, at, packed, method } of listed) {
    const raw = zip.subarray(at, at + packed)
    const content = method === 0 ? raw : await inflated(raw, allowance.left)
    allowance.left -= content.length
    refuseIf(allowance.left < 0, 'bomb')
    entries.push({ name, content })
  }
  return entries
}

interface Listed {
  readonly name: string
  readonly at: number
  readonly packed: number
  readonly method: number
}

function directoryOf(zip: Buffer): readonly Listed[] {
  const end = zip.length - endSize
  refuseIf(end < 0 || zip.readUInt32LE(end) !== 0x06054b50 || zip.readUInt16LE(end + 20) !== 0, 'broken')
  const count = zip.readUInt16LE(end + 10)
  const size = zip.readUInt32LE(end + 12)
  const start = zip.readUInt32LE(end + 16)
  refuseIf(count > zipLimits.entries, 'bomb')
  refuseIf(start + size !== end || zip.readUInt32LE(0) !== 0x04034b50, 'broken')
  const listed: Listed[] = []
  const names = new Set<string>()
  let at = start
  let first = zip.length
  for (let index = 0; index < count; index += 1) {
    refuseIf(at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50, 'broken')
    const flags = zip.readUInt16LE(at + 8)
    const method = zip.readUInt16LE(at + 10)
    const packed = zip.readUInt32LE(at + 20)
    const nameSize = zip.readUInt16LE(at + 28)
    const beside = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    const isLink = ((zip.readUInt32LE(at + 38) >>> 16) & 0o170000) === 0o120000
    const local = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + nameSize)
    refuseIf((flags & 1) !== 0, 'locked')
    refuseIf((method !== 0 && method !== 8) || isLink || !staysInside(name), 'broken')
    refuseIf(names.has(name.toLowerCase()), 'broken')
    names.add(name.toLowerCase())
    refuseIf(local + 30 > start || zip.readUInt32LE(local) !== 0x04034b50, 'broken')
    const localName = zip.readUInt16LE(local + 26)
    const content = local + 30 + localName + zip.readUInt16LE(local + 28)
    refuseIf(content + packed > start || zip.toString('utf8', local + 30, local + 30 + localName) !== name, 'broken')
    listed.push({ name, at: content, packed, method })
    first = Math.min(first, local)
    at += 46 + nameSize + beside
  }
  refuseIf(at !== end || first !== 0, 'broken')
  return listed
}

/** A place inside of the archive, by slashes, without a way up, a drive, or anything unprintable. */
const staysInside = (name: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  name !== '' && !/^\/|\\|:|[\u0000-\u001f\u007f\ufffd]|(^|\/)\.\.?(\/|$)/.test(name)

async function inflated(raw: Buffer, most: number): Promise<Buffer> {
  try {
    return (await unpack(raw, { maxOutputLength: Math.max(1, most) })) as Buffer
  } catch (error) {
    throw new Refused((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken')
  }
}
