/** Runs once before the first test: one server and one Chromium for all of them. */
import type { TestProject } from 'vitest/node'
import { startBrowser } from './browser.ts'
import { startSite } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: string
    browser: string
  }
}

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  // One after the other: if the server does not start, no Chromium is left behind.
  const site = await startSite()
  const browser = await startBrowser().catch(async error => {
    await site.close()
    throw error
  })
  project.provide('site', site.address)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await Promise.all([site.close(), browser.close()])
  }
}
