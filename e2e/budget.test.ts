import { describe, expect } from 'vitest'
import { it } from './harness/it.ts'
import { onTheDay, stands, type Visitor } from './harness/visitor.ts'

/** Bytes of the scripts as they travel, compressed. */
const firstPageScripts = 150_000

interface Loaded {
  readonly url: string
  readonly type: string
  readonly bytes: number
}

describe('the first page', () => {
  it('asks for at most 150 KB of script before anyone does anything', async ({ visitor }) => {
    const scripts = (await loadedBy(await visitor(), '/')).filter(
      ({ type, url }) => type === 'Script' || url.endsWith('.js'),
    )
    expect(scripts.length).toBeGreaterThan(2)
    expect(total(scripts)).toBeGreaterThan(20_000)
    expect(total(scripts)).toBeLessThanOrEqual(firstPageScripts)
  })

  it('sends only the parts of the face that it writes with', async ({ visitor }) => {
    const fonts = (await loadedBy(await visitor(), '/')).filter(({ url }) => url.endsWith('.woff2'))
    expect(fonts.filter(({ url }) => !/subset\.\d+/.test(url))).toEqual([])
    expect(fonts.length).toBeGreaterThan(0)
    expect(total(fonts)).toBeLessThan(1_000_000)
  })

  it('stands before the rulebook has come, and says so when it does not come', async ({ visitor }) => {
    const someone = await visitor({ excuses: [/503/] })
    await someone.context.route('**/api/rulebook', route => route.fulfill({ status: 503, body: '' }))
    const page = await someone.opens('/')
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    const alert = page.getByRole('alert')
    expect(await alert.innerText()).toContain('지원사업 자료를 받아오지 못했습니다')
    await someone.context.unroute('**/api/rulebook')
    await alert.getByRole('button', { name: '다시 시도' }).click()
    await page.locator('.board').waitFor()
  })
})

const total = (loaded: readonly Loaded[]): number => loaded.reduce((sum, { bytes }) => sum + bytes, 0)

/** Everything that a page loads until it rests, and what its content weighed on the way, by the browser's own protocol. */
async function loadedBy({ context }: Visitor, path: string): Promise<readonly Loaded[]> {
  const page = await context.newPage()
  const protocol = await context.newCDPSession(page)
  const asked = new Map<string, { url: string; type: string; headers: number }>()
  const loaded: Loaded[] = []
  await protocol.send('Network.enable')
  await protocol.send('Network.setCacheDisabled', { cacheDisabled: true })
  protocol.on('Network.responseReceived', ({ requestId, type, response }) =>
    asked.set(requestId, { url: response.url, type, headers: response.encodedDataLength }),
  )
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId)
    if (one) loaded.push({ url: one.url, type: one.type, bytes: encodedDataLength - one.headers })
  })
  await page.goto(onTheDay(path))
  await stands(page)
  await page.waitForLoadState('networkidle')
  return loaded
}
