import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { it } from './harness/it.ts'
import { stands } from './harness/visitor.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName)

describe('getting around', () => {
  it('starts every page after the first at its heading', async ({ visitor }) => {
    const page = await (await visitor()).opens('/')
    expect(await focused(page)).toBe('BODY')
    for (const name of ['찾기', '지원사업', '여정', '노선도']) {
      await page.getByRole('navigation', { name: '주 메뉴' }).getByRole('link', { name, exact: true }).click()
      await expect.poll(() => heading(page).innerText()).toBe(name)
      await stands(page)
      await expect.poll(() => focused(page)).toBe('H1')
      expect(await page.title()).toBe(`${name} · 이음`)
      expect(await page.locator('[aria-current=page]').innerText()).toBe(name)
    }
  })

  it('goes back to where one was, with the day kept', async ({ visitor }) => {
    const page = await (await visitor()).opens('/programmes?q=뿌리')
    await page.locator('.programme-rows a').first().click()
    await expect.poll(() => page.url()).toContain('/programmes/')
    expect(page.url()).toContain('on=2026-04-01')
    await stands(page)
    await page.goBack()
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('뿌리')
    expect(page.url()).toContain('on=2026-04-01')
  })

  it('has a page for addresses that lead nowhere', async ({ visitor }) => {
    const page = await (await visitor()).opens('/no/such/page')
    expect(await heading(page).innerText()).toBe('찾으시는 화면이 없습니다')
    await page.getByRole('link', { name: '첫 화면으로' }).click()
    await expect.poll(() => heading(page).innerText()).toContain('지원사업')
  })

  it('says which day it speaks of, and leads back to today', async ({ visitor }) => {
    const page = await (await visitor()).opens('/')
    const notice = page.getByRole('complementary', { name: '보고 있는 날짜' })
    expect(await notice.innerText()).toContain('2026. 4. 1.(수)')
    await notice.getByRole('link').click()
    await expect.poll(() => notice.count()).toBe(0)
    expect(page.url()).not.toContain('on=')
  })

  it.for(['/', '/programmes/mss-automation-process', '/network'])(
    'calls a ministry on %s as it was called on the day',
    async (path, { visitor }) => {
      const someone = await visitor()
      const [now, then] = [await someone.opens(path), await someone.opens(`${path}?on=2025-09-30`)]
      const named = (page: Page) => page.locator('main').evaluate(main => main.textContent)
      expect(await named(now)).not.toContain('산업통상자원부')
      expect(await named(then)).toContain('산업통상자원부')
      expect(await named(then)).not.toMatch(/산업통상부/)
    },
  )

  it('takes a day that is none for today', async ({ visitor }) => {
    const page = await (await visitor()).opens('/?on=2026-02-30')
    expect(await page.getByRole('complementary', { name: '보고 있는 날짜' }).count()).toBe(0)
  })
})

describe('the language switch', () => {
  it('changes every word and `lang`, keeps the page, and is remembered', async ({ visitor }) => {
    const page = await (await visitor()).opens('/programmes?q=로봇')
    await page.getByRole('button', { name: 'English' }).click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    expect(await heading(page).innerText()).toBe('Programmes')
    await expect.poll(() => page.title()).toBe('Programmes · Ieum')
    expect(await page.getByRole('searchbox').inputValue()).toBe('로봇')
    await page.reload()
    await stands(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: '한국어' }).click()
    await expect.poll(() => heading(page).innerText()).toBe('지원사업')
  })

  it('can be asked for in the address', async ({ visitor }) => {
    const page = await (await visitor()).opens('/?lang=en')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })
})

describe('the look', () => {
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

  it('follows the system until one chooses, and then stays as chosen', async ({ visitor }) => {
    const page = await (await visitor({ theme: 'light' })).opens('/')
    const light = await paper(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await paper(page)
    expect(dark).not.toBe(light)
    await page.getByRole('radio', { name: '밝게' }).check()
    await expect.poll(() => paper(page)).toBe(light)
    await page.reload()
    await stands(page)
    expect(await paper(page)).toBe(light)
  })

  it('does not move for those who asked for calm', async ({ visitor }) => {
    const page = await (await visitor({ calm: true })).opens('/find')
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')]
          .map(element => getComputedStyle(element))
          .filter(({ transitionDuration, animationName }) => transitionDuration !== '0s' || animationName !== 'none')
          .length,
    )
    expect(moving).toBe(0)
  })
})
