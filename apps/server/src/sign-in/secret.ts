/** The secret that signs cookies and encrypts second factors: from the environment, or a file made at the first start. */
import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Secret =
  | { readonly is: 'secret'; readonly secret: string }
  | { readonly is: 'too short'; readonly from: string }
  | { readonly is: 'open to others'; readonly file: string }

const shortest = 32

/**
 * `IEUM_SECRET` comes first; without it, the file `secret` in `folder` (IEUM_HOME). Several processes that start at once
 * get the same one. Whoever loses it: all are signed out, and second factors have to be enrolled anew.
 */
export function readOrMakeSecret(folder: string, env: NodeJS.ProcessEnv = process.env): Secret {
  const given = env.IEUM_SECRET
  if (given !== undefined && given !== '') return longEnough(given, 'IEUM_SECRET')
  const file = join(folder, 'secret')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Written beside it and then linked: no other process ever reads half a secret, and the first one stays.
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    chmodSync(draft, 0o600)
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  // Windows keeps no such bits.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) return { is: 'open to others', file }
  return longEnough(readFileSync(file, 'utf8').trim(), file)
}

const longEnough = (secret: string, from: string): Secret =>
  secret.length < shortest ? { is: 'too short', from } : { is: 'secret', secret }
