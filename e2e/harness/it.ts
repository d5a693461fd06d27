/** `it` for walks: `visitor` opens the site, and a test in which the browser complained of anything fails. */
import { type Browser, chromium } from 'playwright-core'
import { inject, test } from 'vitest'
import { type Visitor, type VisitorTraits, visitorOf } from './visitor.ts'

let connected: Promise<Browser> | undefined
const theBrowser = (): Promise<Browser> => {
  connected ??= chromium.connect(inject('browser'))
  return connected
}

export const it = test.extend('visitor', async ({ task }, { onCleanup }) => {
  const visitors: Visitor[] = []
  onCleanup(async () => {
    await Promise.all(visitors.map(({ context }) => context.close()))
    const complaints = visitors.flatMap(visitor => visitor.complaints)
    if (complaints.length > 0) throw new Error(`The browser complained in "${task.name}":\n${complaints.join('\n')}`)
  })
  return async (traits?: VisitorTraits): Promise<Visitor> => {
    const visitor = await visitorOf(await theBrowser(), inject('site'), traits)
    visitors.push(visitor)
    return visitor
  }
})
