/** A ZIP file (PKWARE APPNOTE 6.3) of these entries in their order, each with the same time: the same paper is the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: string
  /** Not packed: readers look at the first entry of some formats as it is. */
  readonly stored?: boolean
}

const utf8Names = 0x0800
/** 1 January 1980, the first day that the format knows. */
const firstDay = 0x0021

export function zipped(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, stored = false } of parts) {
    const plain = Buffer.from(content, 'utf8')
    const packed = stored ? plain : deflateRawSync(plain)
    const called = Buffer.from(name, 'utf8')
    const described = (size: number, signature: number, from: number): Buffer => {
      const header = Buffer.alloc(size)
      header.writeUInt32LE(signature, 0)
      header.writeUInt16LE(20, from - 2)
      header.writeUInt16LE(utf8Names, from)
      header.writeUInt16LE(stored ? 0 : 8, from + 2)
      header.writeUInt16LE(firstDay, from + 6)
      header.writeUInt32LE(crc32(plain), from + 8)
      header.writeUInt32LE(packed.length, from + 12)
      header.writeUInt32LE(plain.length, from + 16)
      header.writeUInt16LE(called.length, from + 20)
      return header
    }
    const central = described(46, 0x02014b50, 8)
    central.writeUInt16LE(20, 4)
    central.writeUInt32LE(at, 42)
    directory.push(central, called)
    const local = [described(30, 0x04034b50, 6), called, packed]
    files.push(...local)
    at += local.reduce((sum, { length }) => sum + length, 0)
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...files, listed, end]))
}
