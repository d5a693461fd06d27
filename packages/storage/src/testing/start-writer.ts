/** Starts `writer.ts` as a process of its own, and hears what it says. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { migrationFolder } from './migration-folder.ts'
import type { WriterWork } from './writer.ts'

export interface Writer {
  /** `open` or `refused`, and after how many milliseconds. */
  readonly first: Promise<{ readonly said: string; readonly after: number }>
  /** The numbers that were acknowledged until now. */
  readonly acknowledged: readonly number[]
  /** With `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>
}

/** What the writer writes to. */
export const writersTables = (): string =>
  migrationFolder({
    '0001-referrals': `create table referrals (id int generated always as identity primary key, padding text default repeat('가', 300));
      create table events (referral int primary key references referrals);
      grant select, insert on referrals, events to ieum_app;`,
  })

export function startWriter(work: WriterWork): Writer {
  const child: ChildProcess = spawn(process.execPath, [`${import.meta.dirname}/writer.ts`, JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const acknowledged: number[] = []
  let errors = ''
  child.stderr!.on('data', text => {
    errors += text
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }))
  const first = new Promise<{ said: string; after: number }>((resolve, reject) => {
    createInterface(child.stdout!).on('line', line => {
      const [, said, after] = /^(open|refused) after (\d+)$/.exec(line) ?? []
      if (said) resolve({ said, after: Number(after) })
      else acknowledged.push(Number(line))
    })
    void ended.then(() => reject(new Error(`the writer ended: ${errors}`)))
  })
  // Whoever kills it early does not ask what it said first.
  first.catch(() => undefined)
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return { first, acknowledged, kill, ended }
}
