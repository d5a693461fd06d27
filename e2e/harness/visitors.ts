/** The visitors of one test: they leave with it, and it fails where a browser complained. */
import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import { day } from './desk-day.ts'
import { type Visitor, type VisitorTraits, visitorOf } from './visitor.ts'

let connected: Promise<Browser> | undefined
const theBrowser = (): Promise<Browser> => {
  connected ??= chromium.connect(inject('browser'))
  return connected
}

type Comes = (address: string, traits?: VisitorTraits) => Promise<Visitor>

export function visitorsOf(test: string, onCleanup: (done: () => Promise<void>) => void): Comes {
  const visitors: Visitor[] = []
  onCleanup(async () => {
    await Promise.all(visitors.map(({ context }) => context.close()))
    const complaints = visitors.flatMap(visitor => visitor.complaints)
    if (complaints.length > 0) throw new Error(`The browser complained in "${test}":\n${complaints.join('\n')}`)
  })
  return async (address, traits) => {
    const visitor = await visitorOf(await theBrowser(), address, traits)
    visitors.push(visitor)
    return visitor
  }
}

/** As who has this session; `cookie` is `name=value`. */
export async function signedIn(visitor: Visitor, cookie: string, address: string): Promise<void> {
  const [name, value] = cookie.split(/=(.*)/)
  await visitor.context.addCookies([{ name: name!, value: value!, url: address, httpOnly: true }])
}

/** Whose pages speak of the day of the desk, a whole address as a letter gives it too. */
export const onDeskDay = (visitor: Visitor): Visitor => ({
  ...visitor,
  opens: (path, before) => {
    const url = new URL(path, 'http://site')
    url.searchParams.set('on', day)
    return visitor.opens(`${url.pathname}${url.search}${url.hash}`, before)
  },
})
