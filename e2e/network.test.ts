import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { theCatalogue } from './harness/catalogue.ts'
import { it } from './harness/it.ts'

const stationsOnMap = (page: Page) =>
  page.locator('a[data-station]').evaluateAll(stations => stations.map(one => one.getAttribute('data-station')!).sort())

const active = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-station'))

async function asTable(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '표로' }).check()
  await page.locator('.network-tables').waitFor()
}

const stationsInTable = (page: Page) =>
  page
    .locator('section[aria-labelledby="network-stations"] th[scope=row] a')
    .evaluateAll(links =>
      links.map(link => new URL((link as HTMLAnchorElement).href).pathname.split('/').at(-1)!).sort(),
    )

describe('the network', () => {
  it('shows the same stations on the map and in the table', async ({ visitor }) => {
    const page = await (await visitor()).opens('/network')
    const onMap = await stationsOnMap(page)
    await asTable(page)
    expect(onMap.length).toBeGreaterThan(20)
    expect(await stationsInTable(page)).toEqual(onMap)
  })

  it('draws every programme of every pathway, and every link between programmes', async ({ visitor }) => {
    const { rulebook } = await theCatalogue()
    const page = await (await visitor()).opens('/network')
    const onMap = new Set(await stationsOnMap(page))
    const named = rulebook.pathways
      .flatMap(({ waypoints }) => waypoints)
      .filter(one => rulebook.programmes.some(({ id }) => id === one))
    expect(named.filter(id => !onMap.has(id))).toEqual([])
    const ends = rulebook.links.flatMap(({ from, to }) => [from.programme, to])
    expect(ends.filter(id => !onMap.has(id))).toEqual([])
  })

  it('shows all programmes of a stage when asked, on the map and in the table', async ({ visitor }) => {
    const { rulebook } = await theCatalogue()
    const page = await (await visitor()).opens('/network')
    const before = await stationsOnMap(page)
    await page
      .getByRole('button', { name: /해외진출 \+/ })
      .or(page.getByRole('checkbox', { name: /해외진출 \+/ }))
      .first()
      .click()
    await expect.poll(async () => (await stationsOnMap(page)).length).toBeGreaterThan(before.length)
    const onMap = await stationsOnMap(page)
    const abroad = rulebook.programmes.filter(({ stages }) => stages[0] === 'export').map(({ id }) => id)
    expect(abroad.filter(id => !onMap.includes(id))).toEqual([])
    await asTable(page)
    expect(await stationsInTable(page)).toEqual(onMap)
  })

  it('is walked from station to station with the arrows, and Enter opens the programme', async ({ visitor }) => {
    const page = await (await visitor()).opens('/network')
    const entry = page.locator('a[data-station][tabindex="0"]')
    expect(await entry.count()).toBe(1)
    await entry.focus()
    const walked = new Set([await active(page)])
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp']) {
      await page.keyboard.press(key)
      walked.add(await active(page))
    }
    expect(walked.size).toBeGreaterThan(3)
    expect(walked.has(null)).toBe(false)
    const here = await active(page)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain(`/programmes/${here}`)
  })

  it('says of a chosen station where it leads, and plans a path from it', async ({ visitor }) => {
    const page = await (await visitor()).opens('/network')
    await page.getByRole('combobox', { name: '역 찾기' }).fill('지능형 뿌리공정')
    await page.getByRole('option').first().click()
    const panel = page.locator('[aria-live=polite]', { hasText: '지능형 뿌리공정' })
    await expect.poll(() => panel.innerText()).toContain('이어 오는 곳')
    expect(await panel.innerText()).toContain('자동화공정 구축')
    await panel.getByRole('link', { name: '뿌리산업: 자동화 → 지능화 → 해외' }).click()
    await expect.poll(() => page.url()).toContain('/path?pathway=root')
  })

  it('draws breaks as breaks, and says how many there are', async ({ visitor }) => {
    const page = await (await visitor()).opens('/network')
    const said = Number(/(\d+)곳이 끊겨/.exec(await page.locator('.network-counts').innerText())?.[1])
    const broken = new Set(
      await page.locator('.map .line-step.broken').evaluateAll(steps => steps.map(step => step.outerHTML)),
    )
    expect(broken.size).toBe(said)
    await asTable(page)
    expect(await page.locator('td[data-broken]').count()).toBe(said)
  })
})
