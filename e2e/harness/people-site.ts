/** A house of its own for a test file, with a mailbox, and people who join it as anyone does. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright-core'
import { inject, test } from 'vitest'
import { day } from './desk-day.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'
import type { Wish } from './people-server.ts'
import { root } from './site.ts'
import { type Visitor, type VisitorTraits, visitorOf } from './visitor.ts'

export interface House {
  readonly address: string
  readonly mailbox: Mailbox
  readonly wishes: <Answer>(wish: Wish) => Promise<Answer>
  /** Someone who joined and confirmed, with a session: by requests alone, for tests of something else. */
  readonly joined: (email: string, name?: string) => Promise<Member>
}

export interface Member {
  readonly email: string
  readonly password: string
  readonly cookie: string
}

export type Comes = (member?: Member | null, traits?: VisitorTraits) => Promise<Visitor>

export const password = 'three words in a row'
const startsWithin = 110_000

async function openHouse(): Promise<{ house: House; server: ChildProcess }> {
  const mailbox = await openMailbox()
  const server = spawn(process.execPath, ['e2e/harness/people-server.ts'], {
    cwd: root,
    env: { ...process.env, SMTP_PORT: String(mailbox.port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let complaint = ''
  server.stderr!.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const line = await Promise.race([
    once(createInterface({ input: server.stdout! }), 'line').then(([line]) => String(line)),
    once(server, 'exit').then(([code]) => Promise.reject(new Error(`The house ended with ${code}: ${complaint}`))),
    new Promise<never>((_, late) =>
      setTimeout(() => late(new Error(`The house is late: ${complaint}`)), startsWithin).unref(),
    ),
  ])
  const { address } = JSON.parse(line) as { address: string }
  const wishes = async <Answer>(wish: Wish) => {
    const answered = once(server, 'message')
    server.send(wish)
    return (await answered)[0] as Answer
  }
  const post = async (path: string, body: object, cookie = '') => {
    const reply = await fetch(`${address}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address, cookie },
      body: JSON.stringify(body),
    })
    if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`)
    return reply
  }
  const joined = async (email: string, name = '새사람') => {
    await post('sign-in/join', { email, name, password })
    const link = await mailbox.linkTo('/sign-in/confirm', email)
    await post('sign-in/confirm', { token: new URL(link).hash.replace('#token=', '') })
    const reply = await post('sign-in/password', { email, password })
    const cookie = reply.headers
      .getSetCookie()
      .map(set => set.split(';')[0]!)
      .find(pair => pair.includes('session_token='))!
    return { email, password, cookie }
  }
  return { house: { address, mailbox, wishes, joined }, server }
}

let connected: Promise<Browser> | undefined
const theBrowser = (): Promise<Browser> => {
  connected ??= chromium.connect(inject('browser'))
  return connected
}

export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs off its first argument
  .extend('house', { scope: 'file' }, async ({}, { onCleanup }) => {
    const { house, server } = await openHouse()
    onCleanup(async () => {
      server.kill('SIGTERM')
      if (server.exitCode === null) await once(server, 'exit')
      await house.mailbox.close()
    })
    return house
  })
  .extend('comes', async ({ house, task }, { onCleanup }): Promise<Comes> => {
    const visitors: Visitor[] = []
    onCleanup(async () => {
      await Promise.all(visitors.map(({ context }) => context.close()))
      const complaints = visitors.flatMap(visitor => visitor.complaints)
      if (complaints.length > 0) throw new Error(`The browser complained in "${task.name}":\n${complaints.join('\n')}`)
    })
    return async (member, traits) => {
      const visitor = await visitorOf(await theBrowser(), house.address, traits)
      visitors.push(visitor)
      if (member) {
        const [name, value] = member.cookie.split(/=(.*)/)
        await visitor.context.addCookies([{ name: name!, value: value!, url: house.address, httpOnly: true }])
      }
      return { ...visitor, opens: (path, before) => visitor.opens(onDeskDay(path), before) }
    }
  })

/** On the day of the desk; a whole address as a letter gives it, too. */
function onDeskDay(path: string): string {
  const url = new URL(path, 'http://site')
  url.searchParams.set('on', day)
  return `${url.pathname}${url.search}${url.hash}`
}

/** What stands on the page, once it stands. */
export const says = (page: Page): Promise<string> => page.locator('main').innerText()
