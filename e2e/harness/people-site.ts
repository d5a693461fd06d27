/** A house of its own for a test file, with a mailbox, and people who join it as anyone does. */
import { once } from 'node:events'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { startOwnServer } from './own-server.ts'
import type { Wish } from './people-server.ts'
import type { Visitor, VisitorTraits } from './visitor.ts'
import { onDeskDay, signedIn, visitorsOf } from './visitors.ts'

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

async function openHouse(): Promise<{ house: House; close: () => Promise<void> }> {
  const mailbox = await openMailbox()
  const server = await startOwnServer<{ readonly address: string }>('people-server.ts', {
    env: { SMTP_PORT: String(mailbox.port) },
    ipc: true,
  })
  const { address } = server.told
  const wishes = async <Answer>(wish: Wish) => {
    const answered = once(server.process, 'message')
    server.process.send(wish)
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
  const close = async () => {
    await server.close()
    await mailbox.close()
  }
  return { house: { address, mailbox, wishes, joined }, close }
}

export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs off its first argument
  .extend('house', { scope: 'file' }, async ({}, { onCleanup }) => {
    const { house, close } = await openHouse()
    onCleanup(close)
    return house
  })
  .extend('comes', async ({ house, task }, { onCleanup }): Promise<Comes> => {
    const comes = visitorsOf(task, onCleanup)
    return async (member, traits) => {
      const visitor = await comes(house.address, traits)
      if (member) await signedIn(visitor, member.cookie, house.address)
      return onDeskDay(visitor)
    }
  })

/** What stands on the page, once it stands. */
export const says = (page: Page): Promise<string> => page.locator('main').innerText()

// It is set up before the first test's own time runs.
it.beforeAll(({ house }) => expect(house.address).toContain('http'), 120_000)
