/** The secret that signs cookies and encrypts second factors: from the environment, or a file made at the first start. */
import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Secret =
  /** `before`: what it was until it was changed; opens what was sealed then. */
  | { readonly is: 'secret'; readonly secret: string; readonly before: readonly string[] }
  | { readonly is: 'too short'; readonly from: string }
  | { readonly is: 'open to others'; readonly file: string }

const shortest = 32

/**
 * `IEUM_SECRET` comes first; without it, the file `secret` in `folder` (IEUM_HOME). Several processes that start at once
 * get the same one. Whoever loses it: all are signed out, second factors have to be enrolled anew, and webhooks get new secrets. Whoever changes
 * it names the one before in `IEUM_SECRET_BEFORE` (several are parted by spaces) for one start, which seals anew what that one had sealed.
 */
export function readOrMakeSecret(folder: string, env: NodeJS.ProcessEnv = process.env): Secret {
  const given = env.IEUM_SECRET
  const before = (env.IEUM_SECRET_BEFORE ?? '').split(/\s+/).filter(secret => secret !== '')
  if (given !== undefined && given !== '') return longEnough(given, 'IEUM_SECRET', before)
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
  return longEnough(readFileSync(file, 'utf8').trim(), file, before)
}

function longEnough(secret: string, from: string, before: readonly string[]): Secret {
  if (secret.length < shortest) return { is: 'too short', from }
  if (before.some(({ length }) => length < shortest)) return { is: 'too short', from: 'IEUM_SECRET_BEFORE' }
  return { is: 'secret', secret, before }
}
