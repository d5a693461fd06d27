/** Starts `writer.ts` as a process of its own, and hears what it says. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Whole } from './whole.ts'
import type { WriterWork } from './writer.ts'

export interface Heard {
  /** The highest count of changes acknowledged of each referral. */
  readonly acknowledged: Map<string, number>
  writes: number
  looks: number
  failures: string[]
  /** Milliseconds of each opening. */
  readonly openings: number[]
  stands: Whole | undefined
  /** Of the last acknowledged write, by the clock of `performance`. */
  lastWrite: number
}

export const hearNothing = (): Heard => ({
  acknowledged: new Map(),
  writes: 0,
  looks: 0,
  failures: [],
  openings: [],
  stands: undefined,
  lastWrite: 0,
})

export interface Writing {
  /** It has opened the records, or it ended before. */
  readonly opened: Promise<'open' | 'ended'>
  /** It has said how they stand, or it ended before. */
  readonly stood: Promise<Whole | undefined>
  /** With `kill -9`; resolves when the process is gone and all it said was heard. */
  kill(): Promise<void>
}

/** What is heard is added to `heard`, for one process after another. */
export function startWriter(work: WriterWork, heard: Heard): Writing {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.on('data', text => heard.failures.push(String(text)))
  const opened = Promise.withResolvers<'open' | 'ended'>()
  const stood = Promise.withResolvers<Whole | undefined>()
  createInterface(child.stdout).on('line', line => {
    const [, referral, changed] = /^did (\S+) (\d+) \.$/.exec(line) ?? []
    if (referral) {
      heard.acknowledged.set(referral, Math.max(heard.acknowledged.get(referral) ?? 0, Number(changed)))
      heard.writes += 1
      heard.lastWrite = performance.now()
    } else if (line === 'looked .') heard.looks += 1
    else if (line.startsWith('failed ')) heard.failures.push(line)
    else if (line.startsWith('open ')) {
      heard.openings.push(Number(line.slice(5)))
      opened.resolve('open')
    } else if (line.startsWith('stands ') && line.endsWith('}')) stood.resolve(JSON.parse(line.slice(7)) as Whole)
  })
  const ended = once(child, 'close').then(() => {
    opened.resolve('ended')
    stood.resolve(undefined)
  })
  return {
    opened: opened.promise,
    stood: stood.promise,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
