/** Runs once before the first test: one server and one Chromium for all of them, and migrated records for servers of their own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDump } from '@ieum/storage/testing/prepare'
import type { TestProject } from 'vitest/node'
import { startBrowser } from './browser.ts'
import { migratedDump } from './records.ts'
import { startSite } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: string
    browser: string
  }
}

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  // One after the other: whatever does not start, nothing is left behind.
  await using stack = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'ieum-migrated-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const dump = join(folder, 'migrated.tar')
  await prepareDump(dump)
  // The servers are processes of their own, started by tests or by this one: all of them see it.
  process.env[migratedDump] = dump
  const site = stack.adopt(await startSite(), site => site.close())
  const browser = stack.adopt(await startBrowser(), browser => browser.close())
  project.provide('site', site.address)
  project.provide('browser', browser.wsEndpoint())
  const started = stack.move()
  return () => started.disposeAsync()
}
