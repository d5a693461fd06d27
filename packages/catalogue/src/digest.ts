/** One name for all that a catalogue says: the digest of its files, by their paths. Line ends of another system do not matter. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { filesOf } from './folder.ts'

/** 64 hexadecimal digits (SHA-256). What is in the folder and not read as part of the catalogue does not count. */
export async function catalogueDigest(dir: string): Promise<string> {
  const { files } = await filesOf(dir)
  const digest = createHash('sha256')
  const named = files.map(({ file }) => ({ file, name: relative(dir, file).replaceAll(sep, '/') }))
  for (const { file, name } of named.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const text = (await readFile(file)).toString('latin1').replaceAll('\r\n', '\n')
    digest.update(`${JSON.stringify(name)} ${text.length}\n`).update(text, 'latin1')
  }
  return digest.digest('hex')
}
