import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { countsOn, question } from './harness/find.ts'
import { it } from './harness/it.ts'

describe('with the keyboard alone', () => {
  it('one skips to the content', async ({ visitor }) => {
    const page = await (await visitor()).opens('/programmes')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('본문으로 건너뛰기')
    expect(await isSeen(page)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
    await tabTo(page, page.getByRole('searchbox'))
  })

  it('a firm is described, an answer given, and a proof read, always seeing where one is', async ({ visitor }) => {
    const page = await (await visitor()).opens('/')
    await tabTo(page, page.getByRole('combobox', { name: '업종' }))
    await page.keyboard.type('선철주물')
    await page.keyboard.press('Enter')
    const region = page.getByRole('combobox', { name: '지역' })
    await tabTo(page, region)
    while ((await region.inputValue()) !== '경상북도') await page.keyboard.press('ArrowDown')
    await tabTo(page, page.getByRole('button', { name: '찾기 시작' }))
    await page.keyboard.press('Enter')

    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('찾기')
    const told = page.locator('.answer dd:nth-of-type(1)')
    await expect.poll(() => told.allTextContents()).toContain('경북')
    const asked = await question(page).textContent()
    await tabTo(page, page.getByRole('button', { name: '모름', exact: true }))
    await page.keyboard.press('Enter')
    await expect.poll(() => question(page).textContent()).not.toBe(asked)
    expect(await question(page).evaluate(heading => heading === document.activeElement)).toBe(true)

    await tabTo(page, page.locator('.counts a[href="#to-check"]'))
    await page.keyboard.press('Enter')
    await tabTo(page, page.locator('#to-check summary').first())
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#to-check .proof').first().isVisible()).toBe(true)
    expect((await countsOn(page))['to-check']).toBeGreaterThan(0)
  })

  it('an industry is chosen with the arrows, and Escape leaves the list', async ({ visitor }) => {
    const page = await (await visitor()).opens('/')
    const entry = page.getByRole('combobox', { name: '업종' })
    await tabTo(page, entry)
    await page.keyboard.type('주조')
    await expect.poll(() => entry.getAttribute('aria-expanded')).toBe('true')
    const second = await page.getByRole('option').nth(1).innerText()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('option').nth(1).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await expect.poll(async () => second.startsWith((await entry.inputValue()).replace(/ \(.*/, ''))).toBe(true)
    await page.keyboard.type('x')
    await page.keyboard.press('Escape')
    await expect.poll(() => entry.getAttribute('aria-expanded')).toBe('false')
  })

  it('the industry that Enter would take is always seen, however long the list', async ({ visitor }) => {
    const page = await (await visitor()).opens('/')
    await tabTo(page, page.getByRole('combobox', { name: '업종' }))
    await page.keyboard.type('제조')
    const options = page.getByRole('option')
    await expect.poll(() => options.count()).toBeGreaterThan(10)
    for (const key of ['ArrowDown', 'ArrowUp'])
      for (let pressed = 0; pressed < (await options.count()); pressed++) {
        await page.keyboard.press(key)
        expect(await isWithinList(page), `after ${key} ${pressed + 1}`).toBe(true)
      }
  })
})

/** Whether the option that Enter would take is seen whole in its list. */
const isWithinList = (page: Page): Promise<boolean> =>
  page.locator('[role=option][aria-selected=true]').evaluate(option => {
    const [seen, list] = [option.getBoundingClientRect(), option.parentElement!.getBoundingClientRect()]
    return seen.top >= list.top - 1 && seen.bottom <= list.bottom + 1
  })

/** Presses Tab until the goal has the focus; every stop on the way must be visible and ringed. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press('Tab')
    // After the last stop the browser itself has its turn.
    if (await page.evaluate(() => document.activeElement === document.body)) continue
    expect(await isSeen(page), await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))).toBe(true)
    if (await goal.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`Not reached with 80 presses of Tab: ${goal}`)
}

/** Whether what has the focus has a ring around it, itself or as the visible side of a hidden input. */
const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const ringed = (element: Element): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    const active = document.activeElement
    if (!active || active === document.body) return false
    const { width, height } = active.getBoundingClientRect()
    const shown = active.closest('label')
    return (width > 1 && height > 1 && ringed(active)) || (shown !== null && ringed(shown))
  })
