/** A ZIP file of these entries, built so that each field can be wrong. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface Entry {
  readonly name: string
  readonly content: string | Buffer
  readonly stored?: boolean
  readonly flags?: number
  /** What its local header calls it. */
  readonly localName?: string
}

export function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, stored = false, flags = 0, localName = name } of entries) {
    const plain = Buffer.from(content as string)
    const packed = stored ? plain : deflateRawSync(plain)
    const head = (size: number, signature: number, from: number, called: string) => {
      const header = Buffer.alloc(size)
      header.writeUInt32LE(signature, 0)
      header.writeUInt16LE(flags | 0x0800, from)
      header.writeUInt16LE(stored ? 0 : 8, from + 2)
      header.writeUInt32LE(crc32(plain), from + 8)
      header.writeUInt32LE(packed.length, from + 12)
      header.writeUInt32LE(plain.length, from + 16)
      header.writeUInt16LE(Buffer.byteLength(called), from + 20)
      return header
    }
    const central = head(46, 0x02014b50, 8, name)
    central.writeUInt32LE(at, 42)
    directory.push(central, Buffer.from(name))
    const local = [head(30, 0x04034b50, 6, localName), Buffer.from(localName), packed]
    parts.push(...local)
    at += local.reduce((sum, { length }) => sum + length, 0)
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}
