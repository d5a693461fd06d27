/** The real server in a process of its own, on a port that is free. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Site {
  readonly address: string
  readonly close: () => Promise<void>
}

export const root = join(import.meta.dirname, '../..')
/** Milliseconds, on a busy machine. */
export const startsWithin = 110_000

export async function startSite(): Promise<Site> {
  const server = spawn(process.execPath, ['apps/cli/src/main.ts', 'serve', '--no-records', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await addressOf(server)
  return {
    address,
    close: async () => {
      server.kill('SIGTERM')
      if (server.exitCode === null) await once(server, 'exit')
    },
  }
}

/** The server says where it is once it answers; whatever it says before that belongs into the error. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    const tooLate = setTimeout(
      () => failed(new Error(`The server was not ready in ${startsWithin} ms: ${said}`)),
      startsWithin,
    )
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (!address) return
      clearTimeout(tooLate)
      found(address)
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', code => failed(new Error(`The server ended with ${code}: ${said}`)))
  })
}
