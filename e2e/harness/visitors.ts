/** The visitors of one test: they leave with it, and it fails where a browser complained. */
import { type Browser, chromium } from 'playwright-core'
import { inject, type TestContext } from 'vitest'
import { day } from './desk-day.ts'
import { type Visitor, type VisitorTraits, visitorOf } from './visitor.ts'

let connected: Promise<Browser> | undefined
const theBrowser = (): Promise<Browser> => {
  connected ??= chromium.connect(inject('browser'))
  return connected
}

type Comes = (address: string, traits?: VisitorTraits) => Promise<Visitor>
type Task = TestContext['task']

export function visitorsOf(task: Task, onCleanup: (done: () => Promise<void>) => void): Comes {
  const visitors: Visitor[] = []
  onCleanup(() => leave(visitors, task))
  return async (address, traits) => {
    const visitor = await visitorOf(await theBrowser(), address, traits)
    visitors.push(visitor)
    return visitor
  }
}

/** Of a test that failed, what was on the pages is told first: on another machine nobody can look. */
export async function leave(visitors: Visitor[], { name, result }: Task): Promise<void> {
  const left = visitors.splice(0)
  if (result?.state === 'fail') for (const visitor of left) await tellPages(visitor, name)
  await Promise.all(left.map(({ context }) => context.close()))
  const complaints = left.flatMap(visitor => visitor.complaints)
  if (complaints.length > 0) throw new Error(`The browser complained in "${name}":\n${complaints.join('\n')}`)
}

async function tellPages({ context, replies }: Visitor, test: string): Promise<void> {
  for (const page of context.pages()) {
    const shown = await page.evaluate(seenIn).catch((error: Error) => `nothing can be read of it: ${error.message}`)
    console.error(`"${test}" failed at ${page.url()}\n${replies.slice(-30).join('\n')}\n${shown}\n`)
  }
}

/** Where the focus is, what stands in the fields, and the text of the page. */
function seenIn(): string {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')]
  const filled = fields.filter(({ value, type }) => value && type !== 'checkbox' && type !== 'radio')
  return [
    `focus: ${document.activeElement?.outerHTML.slice(0, 200)}`,
    ...filled.map(({ id, name, value }) => `${id || name}: ${value.slice(0, 200)}`),
    document.querySelector<HTMLElement>('main')?.innerText.slice(0, 4_000),
  ].join('\n')
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
