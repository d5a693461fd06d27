/**
 * The key that this installation signs with: made at the first start, kept in a file that only its owner reads. A new one is prepared
 * beside it, so that others can know it before it signs; what was signed with those before is verified for ever.
 */
import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type JWK, newSigningKey, type Signer, signerOf } from '@ieum/services'

export type KeysOpened =
  | { readonly is: 'open'; readonly signer: Signer }
  | { readonly is: 'faulty'; readonly file: string; readonly wrong: string; readonly right: string }

const nowIn = (folder: string) => join(folder, 'signing-key.json')
const nextIn = (folder: string) => join(folder, 'signing-key-next.json')
/** Public halves only. */
const formerIn = (folder: string) => join(folder, 'signing-keys-former.json')

/** Several processes of one installation share the folder, and with it the key. */
export async function openKeys(folder: string): Promise<KeysOpened> {
  const file = nowIn(folder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = (await readIfThere(file)) ?? (await makeKey(file))
  const faulty = (wrong: string, right: string): KeysOpened => ({ is: 'faulty', file, wrong, right })
  // Windows knows no such modes.
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0)
    return faulty('others may read the signing key', 'chmod 600')
  try {
    return { is: 'open', signer: await signerOf(JSON.parse(text) as JWK, await formerKeys(folder)) }
  } catch {
    return faulty('this is no signing key', 'the file as it was made, from a backup')
  }
}

/** The public half of the key that is prepared. Read each time: the command line prepares it while the server runs. */
export async function nextKey(folder: string): Promise<JWK | undefined> {
  const text = await readIfThere(nextIn(folder))
  return text === undefined ? undefined : publicHalf(JSON.parse(text) as JWK)
}

/** Made once, and the same until it is used. */
export async function prepareKey(folder: string): Promise<JWK> {
  return (await nextKey(folder)) ?? publicHalf(JSON.parse(await makeKey(nextIn(folder))) as JWK)
}

export type KeyUsed = { readonly is: 'used'; readonly key: JWK } | { readonly is: 'none prepared' }

/** From the next start on. Ended in between, it is done again: the former key is written down before it goes. */
export async function usePreparedKey(folder: string): Promise<KeyUsed> {
  const next = await nextKey(folder)
  if (!next) return { is: 'none prepared' }
  const now = await readIfThere(nowIn(folder))
  const former = await formerKeys(folder)
  const before = now === undefined ? [] : [publicHalf(JSON.parse(now) as JWK)]
  const all = [...before.filter(({ x }) => !former.some(one => one.x === x)), ...former]
  const beside = `${formerIn(folder)}.${randomUUID()}`
  await writeFile(beside, `${JSON.stringify(all)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  await rename(beside, formerIn(folder))
  await rename(nextIn(folder), nowIn(folder))
  return { is: 'used', key: next }
}

const publicHalf = ({ kty, crv, x }: JWK): JWK => ({ kty, crv, x }) as JWK

const formerKeys = async (folder: string): Promise<readonly JWK[]> =>
  JSON.parse((await readIfThere(formerIn(folder))) ?? '[]') as readonly JWK[]

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
