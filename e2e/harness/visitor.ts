/** Someone who looks at the site: with a screen, a language and a theme, and with an eye on everything the browser complains of. */
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { holdUp } from './held-up.ts'

export const desktop = { width: 1280, height: 800 }
export const phone = { width: 390, height: 844 }
export const smallPhone = { width: 360, height: 740 }

export type Screen = typeof desktop
export type Language = 'ko' | 'en'
export type Theme = 'light' | 'dark'

/** The day on which every walk happens: some windows are open, some are to come, some are over. */
export const day = '2026-04-01'

/** Longer than anything on the site takes on a busy machine, in milliseconds. */
const patience = 20_000

export interface VisitorTraits {
  readonly screen?: Screen
  readonly language?: Language
  readonly theme?: Theme
  readonly calm?: boolean
  /** Complaints that belong to the walk, such as of a reply that the walk itself spoils. */
  readonly excuses?: readonly RegExp[]
}

export interface Visitor {
  /** Opens an address of the site and waits until the page stands. */
  readonly opens: (path: string, before?: (page: Page) => Promise<void>) => Promise<Page>
  readonly context: BrowserContext
  /** Everything that was asked of any server so far. */
  readonly requests: readonly Request[]
  /** What was answered to what was asked of the API, in the order of coming. */
  readonly replies: readonly string[]
  /** What the browser complained of: errors, broken rules of the security policy, addresses of other hosts. */
  readonly complaints: readonly string[]
  /** Complaints that were excused beforehand. */
  readonly excused: readonly string[]
}

export async function visitorOf(browser: Browser, site: string, traits: VisitorTraits = {}): Promise<Visitor> {
  const { screen = desktop, language = 'ko', theme = 'light', calm = true, excuses = [] } = traits
  const context = await browser.newContext({
    baseURL: site,
    viewport: screen,
    hasTouch: screen.width < 600,
    colorScheme: theme,
    reducedMotion: calm ? 'reduce' : 'no-preference',
    locale: language === 'ko' ? 'ko-KR' : 'en-GB',
    timezoneId: 'Asia/Seoul',
    acceptDownloads: true,
    storageState: {
      cookies: [],
      origins: [{ origin: site, localStorage: [{ name: 'ieum.language', value: language }] }],
    },
  })
  context.setDefaultTimeout(patience)

  const requests: Request[] = []
  const replies: string[] = []
  const complaints: string[] = []
  const excused: string[] = []
  const complain = (said: string) => (excuses.some(excuse => excuse.test(said)) ? excused : complaints).push(said)
  context.on('request', request => {
    requests.push(request)
    const { origin, protocol } = new URL(request.url())
    if (origin !== site && protocol.startsWith('http')) complain(`asks another host: ${request.url()}`)
  })
  context.on('response', reply => {
    const { pathname, search } = new URL(reply.url())
    if (pathname.startsWith('/api/')) replies.push(`${reply.status()} ${reply.request().method()} ${pathname}${search}`)
  })
  context.on('requestfailed', request => {
    replies.push(`${request.failure()?.errorText} ${request.method()} ${new URL(request.url()).pathname}`)
  })
  context.on('console', message => {
    if (message.type() === 'error') complain(`says in the console: ${message.text()}`)
  })
  context.on('weberror', error => complain(`throws: ${error.error().message}`))

  if (process.env.IEUM_HELD_UP) await holdUp(context)
  return {
    context,
    requests,
    replies,
    complaints,
    excused,
    opens: async (path, before) => {
      const page = await context.newPage()
      await before?.(page)
      await page.goto(onTheDay(path))
      await stands(page)
      return page
    },
  }
}

/** The address with the day of the walks in it, unless it names one. */
export function onTheDay(path: string): string {
  const url = new URL(path, 'http://site')
  if (!url.searchParams.has('on')) url.searchParams.set('on', day)
  return `${url.pathname}${url.search}${url.hash}`
}

/** A page stands when it has its heading and nothing on it is still waiting. */
export async function stands(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator('p.waiting').first().waitFor({ state: 'detached' })
}
