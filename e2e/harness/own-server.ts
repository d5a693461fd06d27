/** A server of its own for a test file, in a process that tells in one line of JSON where it is and what it was filled with. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { root, startsWithin } from './site.ts'

export interface OwnServer<Told> {
  readonly told: Told
  readonly process: ChildProcess
  readonly close: () => Promise<void>
}

/** `script` stands in this folder; with `ipc` it can be sent messages. */
export async function startOwnServer<Told>(
  script: string,
  { env = {}, ipc = false }: { readonly env?: Readonly<Record<string, string>>; readonly ipc?: boolean } = {},
): Promise<OwnServer<Told>> {
  const server = spawn(process.execPath, [`e2e/harness/${script}`], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  })
  let complaint = ''
  server.stderr!.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const line = await Promise.race([
    once(createInterface({ input: server.stdout! }), 'line').then(([said]) => String(said)),
    once(server, 'exit').then(([code]) => Promise.reject(new Error(`${script} ended with ${code}: ${complaint}`))),
    new Promise<never>((_, late) =>
      setTimeout(() => late(new Error(`${script} is late: ${complaint}`)), startsWithin).unref(),
    ),
  ])
  return {
    told: JSON.parse(line) as Told,
    process: server,
    async close() {
      server.kill('SIGTERM')
      if (server.exitCode === null) await once(server, 'exit')
    },
  }
}
