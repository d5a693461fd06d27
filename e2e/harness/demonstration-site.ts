/** The demonstration of its own for a test file, and its people, who sign in with a click. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Browser, chromium } from 'playwright-core'
import { inject, test } from 'vitest'
import { day } from './desk-day.ts'
import { root } from './site.ts'
import { type Visitor, type VisitorTraits, visitorOf } from './visitor.ts'

export interface Player extends Visitor {
  /** The first post that the person holds. */
  readonly post: string
}

export type Plays = (as: string, traits?: VisitorTraits) => Promise<Player>

const startsWithin = 110_000

async function startDemonstration(): Promise<{ address: string; server: ChildProcess }> {
  const server = spawn(process.execPath, ['e2e/harness/demonstration-server.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  server.stderr!.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const line = await Promise.race([
    once(createInterface({ input: server.stdout! }), 'line').then(([line]) => String(line)),
    once(server, 'exit').then(([code]) =>
      Promise.reject(new Error(`The demonstration ended with ${code}: ${complaint}`)),
    ),
    new Promise<never>((_, late) =>
      setTimeout(() => late(new Error(`The demonstration is late: ${complaint}`)), startsWithin).unref(),
    ),
  ])
  const { address } = JSON.parse(line) as { address: string }
  return { address, server }
}

let connected: Promise<Browser> | undefined
const theBrowser = (): Promise<Browser> => {
  connected ??= chromium.connect(inject('browser'))
  return connected
}

export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs off its first argument
  .extend('demonstration', { scope: 'file' }, async ({}, { onCleanup }) => {
    const { address, server } = await startDemonstration()
    onCleanup(async () => {
      server.kill('SIGTERM')
      if (server.exitCode === null) await once(server, 'exit')
    })
    return address
  })
  .extend('plays', async ({ demonstration, task }, { onCleanup }): Promise<Plays> => {
    const visitors: Visitor[] = []
    onCleanup(async () => {
      await Promise.all(visitors.map(({ context }) => context.close()))
      const complaints = visitors.flatMap(visitor => visitor.complaints)
      if (complaints.length > 0) throw new Error(`The browser complained in "${task.name}":\n${complaints.join('\n')}`)
    })
    return async (as, traits) => {
      const visitor = await visitorOf(await theBrowser(), demonstration, traits)
      visitors.push(visitor)
      const { request } = visitor.context
      const signedIn = await request.post('/api/demonstration/sign-in', {
        data: { as },
        headers: { origin: demonstration },
      })
      if (!signedIn.ok()) throw new Error(`${as}: ${await signedIn.text()}`)
      const me = (await (await request.get('/api/me')).json()) as { posts: readonly { post: string }[] }
      return {
        ...visitor,
        post: me.posts[0]!.post,
        opens: (path, before) => visitor.opens(`${path}${path.includes('?') ? '&' : '?'}on=${day}`, before),
      }
    }
  })
