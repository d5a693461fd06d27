/** HWP 5 (Hancom's published format): an OLE file whose `FileHeader` says what it is and how it is locked. */
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { oleFile, refuseOleObject } from './ole-streams.ts'
import { Refused, refuseIf } from './refusal.ts'

const unpack = promisify(inflateRaw)
const mostScript = 1_000_000
/** Of all objects together. */
const mostObjects = 100_000_000

/** Bits of the header's properties. */
const compressed = 1 << 0
const withPassword = 1 << 1
const forDistribution = 1 << 2
const withRights = 1 << 4

/** False when it is an OLE file of another kind. */
export async function lookIntoHwp(content: Buffer): Promise<boolean> {
  const file = oleFile(content)
  const header = file.stream('FileHeader')
  if (!header || header.length < 40 || !header.toString('latin1', 0, 17).startsWith('HWP Document File')) return false
  const properties = header.readUInt32LE(36)
  refuseIf((properties & (withPassword | forDistribution | withRights)) !== 0, 'locked')
  refuseIf(
    file.names.some(name => /\.(exe|dll|eps|ps|js|vbs|bat|lnk)$/i.test(name)),
    'packed-file',
  )
  const plain = async (name: string, most: number): Promise<Buffer> => {
    const stream = file.stream(name)!
    return (properties & compressed) === 0 ? stream : inflated(stream, most)
  }
  if (file.names.includes('DefaultJScript'))
    for (const script of scriptsIn(await plain('DefaultJScript', mostScript))) refuseHwpScript(script)
  let left = mostObjects
  for (const name of file.names) {
    if (!/^BIN[0-9a-f]{4}\.ole$/i.test(name)) continue
    const object = await plain(name, left)
    left -= object.length
    refuseIf(left <= 0, 'bomb')
    refuseOleObject(object)
  }
  return true
}

/** Every document has the frame that Hancom writes: two names and empty functions. Anything beyond it runs. */
export function refuseHwpScript(script: string): void {
  const beyond = withoutComments(script)
    .replaceAll(/var\s+Documents\s*=\s*XHwpDocuments\s*;/g, '')
    .replaceAll(/var\s+Document\s*=\s*Documents\.Active_XHwpDocument\s*;/g, '')
    .replaceAll(/function\s+\w+\s*\(\s*\)\s*\{\s*\}/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: texts end with a NUL, and begin with a mark
    .replaceAll(/[\s\u0000\ufeff]/g, '')
  refuseIf(beyond !== '', 'program')
}

/** Sought step by step: a pattern would go to the end of the text from each beginning that has none. */
function withoutComments(script: string): string {
  let plain = ''
  let at = 0
  for (;;) {
    const begins = script.slice(at).search(/\/[*/]/)
    if (begins < 0) return plain + script.slice(at)
    const from = at + begins
    const isBlock = script[from + 1] === '*'
    const ends = isBlock ? script.indexOf('*/', from + 2) : from + script.slice(from).search(/[\r\n]|$/)
    if (ends < 0) return plain + script.slice(at)
    plain += script.slice(at, from)
    at = isBlock ? ends + 2 : ends
  }
}

/** Four texts, each after the count of its characters: head, source, and what runs before and after. */
function scriptsIn(stream: Buffer): readonly string[] {
  const scripts: string[] = []
  let at = 0
  for (let index = 0; index < 4 && at + 4 <= stream.length; index += 1) {
    const bytes = stream.readUInt32LE(at) * 2
    if (bytes > stream.length - at - 4) throw new Refused('broken')
    scripts.push(stream.toString('utf16le', at + 4, at + 4 + bytes))
    at += 4 + bytes
  }
  return scripts
}

async function inflated(stream: Buffer, most: number): Promise<Buffer> {
  try {
    return (await unpack(stream, { maxOutputLength: most })) as Buffer
  } catch (error) {
    throw new Refused((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken')
  }
}
