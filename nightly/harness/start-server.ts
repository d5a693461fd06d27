/** Starts `serving.ts` as a process of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ServerWork } from './serving.ts'

export interface ServerProcess {
  readonly port: number
  readonly pid: number
  /** What it wrote to its error output. */
  readonly errors: string[]
  hasEnded(): boolean
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ readonly code: number | null; readonly after: number }>
}

export async function startServer(work: ServerWork): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serving.ts'), JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', text => errors.push(String(text)))
  const ended = once(child, 'close')
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).on('line', line => {
      const said = /^serving (\d+)$/.exec(line)?.[1]
      if (said) resolve(Number(said))
    })
    void ended.then(() => reject(new Error(`the server ended: ${errors.join('')}`)))
  })
  return {
    port,
    pid: child.pid!,
    errors,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async kill(signal) {
      const start = performance.now()
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      const [code] = (await ended) as [number | null]
      return { code, after: performance.now() - start }
    },
  }
}
