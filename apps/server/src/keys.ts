/** The key that this installation signs with: made at the first start, kept in a file that only its owner reads. */
import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type JWK, newSigningKey, type Signer, signerOf } from '@ieum/services'

export type KeysOpened =
  | { readonly is: 'open'; readonly signer: Signer }
  | { readonly is: 'faulty'; readonly file: string; readonly wrong: string; readonly right: string }

/** Several processes of one installation share the folder, and with it the key. */
export async function openKeys(folder: string): Promise<KeysOpened> {
  const file = join(folder, 'signing-key.json')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = (await readIfThere(file)) ?? (await makeKey(file))
  const faulty = (wrong: string, right: string): KeysOpened => ({ is: 'faulty', file, wrong, right })
  // Windows knows no such modes.
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0)
    return faulty('others may read the signing key', 'chmod 600')
  try {
    return { is: 'open', signer: await signerOf(JSON.parse(text) as JWK) }
  } catch {
    return faulty('this is no signing key', 'the file as it was made, from a backup')
  }
}

/** Written in full beside its place and then put there, by the first of those who start at once. */
async function makeKey(file: string): Promise<string> {
  const beside = `${file}.${randomUUID()}`
  await writeFile(beside, `${JSON.stringify(await newSigningKey())}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(beside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(beside)
  }
  return readFile(file, 'utf8')
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
