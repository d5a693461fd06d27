/** The one Chromium of the run, started with nothing that would go out to the network by itself. */
import { type BrowserServer, chromium } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function startBrowser(): Promise<BrowserServer> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium: install it, or name it in CHROMIUM.')
  return chromium.launchServer({ executablePath, args: flags })
}
