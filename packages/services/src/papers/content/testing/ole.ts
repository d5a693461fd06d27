/** An OLE file with these streams, under its root or, as `BodyText/Section0`, under a folder of it. */

const size = 512
const free = 0xffffffff
const end = 0xfffffffe

export function oleOf(streams: Readonly<Record<string, Buffer>>, { small = true } = {}): Buffer {
  const names = Object.keys(streams)
  const sectors: Buffer[] = []
  const fat: number[] = []
  const put = (content: Buffer): number => {
    if (content.length === 0) return end
    const first = sectors.length
    for (let at = 0; at < content.length; at += size) {
      const sector = Buffer.alloc(size)
      content.copy(sector, 0, at, at + size)
      sectors.push(sector)
      fat.push(sectors.length)
    }
    fat[fat.length - 1] = end
    return first
  }
  const isSmall = (content: Buffer) => small && content.length < 4096
  const smallParts: Buffer[] = []
  const smallFat: number[] = []
  const entries = names.map(name => {
    const content = streams[name]!
    if (!isSmall(content)) return { name, start: put(content), length: content.length }
    const start = smallFat.length
    for (let at = 0; at < content.length; at += 64) {
      const part = Buffer.alloc(64)
      content.copy(part, 0, at, at + 64)
      smallParts.push(part)
      smallFat.push(smallFat.length + 1)
    }
    smallFat[smallFat.length - 1] = end
    return { name, start, length: content.length }
  })
  const rootStart = put(Buffer.concat(smallParts))
  const smallTable = Buffer.alloc(Math.max(size, Math.ceil((smallFat.length * 4) / size) * size), 0xff)
  for (const [index, next] of smallFat.entries()) smallTable.writeUInt32LE(next, index * 4)
  const smallFatStart = put(smallTable)
  const folders = [...new Set(names.flatMap(name => (name.includes('/') ? [name.split('/')[0]!] : [])))]
  const directory = Buffer.alloc(Math.ceil(((entries.length + folders.length + 1) * 128) / size) * size)
  const write = (index: number, name: string, kind: number, start: number, length: number) => {
    const at = index * 128
    directory.write(name, at, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, at + 64)
    directory[at + 66] = kind
    for (const field of [68, 72, 76]) directory.writeUInt32LE(free, at + field)
    directory.writeUInt32LE(start, at + 116)
    directory.writeUInt32LE(length, at + 120)
  }
  write(0, 'Root Entry', 5, rootStart, smallParts.length * 64)
  for (const [index, { name, start, length }] of entries.entries())
    write(index + 1, name.split('/').at(-1)!, 2, start, length)
  for (const [index, folder] of folders.entries()) write(entries.length + index + 1, folder, 1, 0, 0)
  // Each points to the next beside it, and a folder to its first.
  const chain = (parent: number, children: readonly number[]) => {
    if (children.length > 0) directory.writeUInt32LE(children[0]!, parent * 128 + 76)
    for (const [at, child] of children.slice(1).entries()) directory.writeUInt32LE(child, children[at]! * 128 + 72)
  }
  const under = (folder: string | undefined) =>
    names.flatMap((name, index) =>
      (name.includes('/') ? name.split('/')[0] : undefined) === folder ? [index + 1] : [],
    )
  chain(0, [...under(undefined), ...folders.map((_, index) => entries.length + index + 1)])
  for (const [index, folder] of folders.entries()) chain(entries.length + index + 1, under(folder))
  const directoryStart = put(directory)

  const fatAt = sectors.length
  let tables = 1
  while ((fat.length + tables) * 4 > tables * size) tables += 1
  const table = Buffer.alloc(tables * size, 0xff)
  for (const [index, next] of [...fat, ...Array<number>(tables).fill(0xfffffffd)].entries())
    table.writeUInt32LE(next, index * 4)
  const header = Buffer.alloc(size)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(tables, 44)
  header.writeUInt32LE(directoryStart, 48)
  header.writeUInt32LE(small ? 4096 : 0, 56)
  header.writeUInt32LE(smallFatStart, 60)
  header.writeUInt32LE(1, 64)
  header.writeUInt32LE(end, 68)
  header.fill(0xff, 76)
  for (let index = 0; index < tables; index += 1) header.writeUInt32LE(fatAt + index, 76 + index * 4)
  return Buffer.concat([header, ...sectors, table])
}
