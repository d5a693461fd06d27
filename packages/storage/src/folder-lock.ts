/**
 * One process at a time in a folder. PGlite opened by two loses acknowledged writes without a word, so this is the first
 * thing that is taken and the last that is given back.
 *
 * The lock is the operating system's own, held through SQLite (built into Node) by an exclusive transaction on an empty
 * file that is never written. The system gives it up when the process ends, however it ends: there is no stale lock to
 * recognise, no process number to compare, and nothing to take over. It is seen across containers that share the volume.
 *
 * Never read or copy the file `lock` from the process that holds it: closing a second descriptor would release it (POSIX).
 */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'

/** What the holder tells of itself; only for people and for the command line, never to decide who may open. */
export interface Holder {
  readonly pid: number
  /** ISO instant. */
  readonly since: string
  /** Where it answers over HTTP, once it does. */
  readonly address?: string
}

export interface FolderLock {
  tell(more: { readonly address: string }): void
  release(): void
}

type Locking = { readonly is: 'held'; readonly lock: FolderLock } | { readonly is: 'in use'; readonly by?: Holder }

/** A holder that was just killed needs a moment to be gone, and two that ask at once may both find it taken. */
const patience = { tries: 8, millisecondsBetween: 60 }

const sqliteBusy = 5

/** Throws when the folder cannot be made or written. */
export async function lockFolder(folder: string): Promise<Locking> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (let tries = 1; ; tries += 1) {
    const release = tryLock(join(folder, 'lock'))
    if (release) return { is: 'held', lock: held(folder, release) }
    if (tries === patience.tries) break
    await wait(patience.millisecondsBetween * (0.5 + Math.random()))
  }
  const by = readHolder(folder)
  return { is: 'in use', ...(by && { by }) }
}

/** Who has the folder open now; nobody, or one that did not say. */
export async function whoHolds(folder: string): Promise<Holder | undefined> {
  const by = readHolder(folder)
  if (!by) return undefined
  const locking = await lockFolder(folder)
  if (locking.is === 'in use') return locking.by
  locking.lock.release()
  return undefined
}

function tryLock(file: string): (() => void) | undefined {
  const sqlite = new DatabaseSync(file)
  try {
    sqlite.exec('BEGIN EXCLUSIVE')
    return () => sqlite.close()
  } catch (error) {
    sqlite.close()
    if ((error as { errcode?: number }).errcode === sqliteBusy) return undefined
    throw error
  }
}

function held(folder: string, release: () => void): FolderLock {
  let holder: Holder = { pid: process.pid, since: new Date().toISOString() }
  writeHolder(folder, holder)
  return {
    tell(more) {
      holder = { ...holder, ...more }
      writeHolder(folder, holder)
    },
    release() {
      rmSync(holderFile(folder), { force: true })
      release()
    },
  }
}

const holderFile = (folder: string): string => join(folder, 'holder.json')

function writeHolder(folder: string, holder: Holder): void {
  const unfinished = `${holderFile(folder)}.new`
  writeFileSync(unfinished, `${JSON.stringify(holder)}\n`, { mode: 0o600 })
  chmodSync(unfinished, 0o600)
  renameSync(unfinished, holderFile(folder))
}

function readHolder(folder: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(holderFile(folder), 'utf8')) as Holder
  } catch {
    return undefined
  }
}
