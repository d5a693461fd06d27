/** The desk's own server for a test file, and people who sit at it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Browser, chromium } from 'playwright-core'
import { inject, test } from 'vitest'
import type { CouncilWorld } from './council-world.ts'
import { day } from './desk-day.ts'
import type { DeskWorld, Who } from './desk-world.ts'
import type { FirmWorld } from './firm-world.ts'
import { root } from './site.ts'
import { type Visitor, type VisitorTraits, visitorOf } from './visitor.ts'

export interface Desk {
  readonly address: string
  readonly world: DeskWorld
  readonly firms: FirmWorld
  readonly council: CouncilWorld
}

/** An officer by name, anyone else by the session that they have; `null` is a visitor who has not signed in. */
export type Sits = (who: Who | { readonly cookie: string } | null, traits?: VisitorTraits) => Promise<Visitor>

const startsWithin = 110_000

async function startDesk(): Promise<{ desk: Desk; server: ChildProcess }> {
  const server = spawn(process.execPath, ['e2e/harness/desk-server.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  server.stderr!.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const line = await Promise.race([
    once(createInterface({ input: server.stdout! }), 'line').then(([line]) => String(line)),
    once(server, 'exit').then(([code]) => Promise.reject(new Error(`The desk ended with ${code}: ${complaint}`))),
    new Promise<never>((_, late) =>
      setTimeout(() => late(new Error(`The desk is late: ${complaint}`)), startsWithin).unref(),
    ),
  ])
  return { desk: JSON.parse(line) as Desk, server }
}

let connected: Promise<Browser> | undefined
const theBrowser = (): Promise<Browser> => {
  connected ??= chromium.connect(inject('browser'))
  return connected
}

export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs off its first argument
  .extend('desk', { scope: 'file' }, async ({}, { onCleanup }) => {
    const { desk, server } = await startDesk()
    onCleanup(async () => {
      server.kill('SIGTERM')
      if (server.exitCode === null) await once(server, 'exit')
    })
    return desk
  })
  .extend('sits', async ({ desk, task }, { onCleanup }): Promise<Sits> => {
    const visitors: Visitor[] = []
    onCleanup(async () => {
      await Promise.all(visitors.map(({ context }) => context.close()))
      const complaints = visitors.flatMap(visitor => visitor.complaints)
      if (complaints.length > 0) throw new Error(`The browser complained in "${task.name}":\n${complaints.join('\n')}`)
    })
    return async (who, traits) => {
      const visitor = await visitorOf(await theBrowser(), desk.address, traits)
      visitors.push(visitor)
      if (who) {
        const [name, value] = (typeof who === 'string' ? desk.world.people[who] : who).cookie.split(/=(.*)/)
        await visitor.context.addCookies([{ name: name!, value: value!, url: desk.address, httpOnly: true }])
      }
      return {
        ...visitor,
        opens: (path, before) => visitor.opens(`${path}${path.includes('?') ? '&' : '?'}on=${day}`, before),
      }
    }
  })
