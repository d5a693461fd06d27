import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { asDay, eventsIn } from './harness/calendar.ts'
import { it } from './harness/it.ts'
import { textOf } from './harness/text-of.ts'

const placeInFocus = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-place'))

async function theMap(page: Page): Promise<void> {
  await page.locator('a[data-place]').first().waitFor()
}

describe('when large marts close', () => {
  it('is found by typing the name of a district', async ({ visitor }) => {
    const page = await (await visitor()).opens('/closing-days')
    await page.getByRole('searchbox', { name: '우리 동네 마트 언제 쉬나' }).fill('서초')
    const found = page.locator('.closing-found li')
    await expect.poll(() => found.allInnerTexts()).toHaveLength(1)
    // The walks happen on 1 April 2026.
    expect(await found.innerText()).toMatch(/서초구[\s\S]*둘째·넷째 수요일[\s\S]*4\. 8\.\(수\) · 4\. 22\.\(수\)/)
    await found.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: '서울특별시 서초구 대형마트 쉬는 날' }).waitFor()
  })

  it('says that it is not known where no source says it, and of a name that there is none', async ({ visitor }) => {
    const page = await (await visitor()).opens('/closing-days')
    const search = page.getByRole('searchbox')
    await search.fill('서울 종로')
    await expect.poll(() => page.locator('.closing-found li').allInnerTexts()).toHaveLength(1)
    expect(await page.locator('.closing-found li').innerText()).toContain('확인되지 않음')
    expect(await page.locator('.closing-found li').innerText()).not.toContain('다음 쉬는 날')
    await search.fill('없는곳')
    await expect.poll(() => page.locator('.closing-count').innerText()).toBe('그런 이름의 시·군·구가 없습니다.')
  })

  it('is walked over on the map with the arrows, and Enter opens the municipality', async ({ visitor }) => {
    const page = await (await visitor()).opens('/closing-days')
    await theMap(page)
    const entry = page.locator('a[data-place][tabindex="0"]')
    expect(await entry.count()).toBe(1)
    await entry.focus()
    const walked = new Set([await placeInFocus(page)])
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
      await page.keyboard.press(key)
      walked.add(await placeInFocus(page))
    }
    expect(walked.size).toBeGreaterThan(3)
    const box = await page.locator('.closing-drawing').getAttribute('viewBox')
    await page.keyboard.press('+')
    await expect.poll(() => page.locator('.closing-drawing').getAttribute('viewBox')).not.toBe(box)
    const heading = await page.locator('.closing-panel h2').first().innerText()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: `${heading} 대형마트 쉬는 날` }).waitFor()
  })

  it('shows what is known of a place at the first press on the map, and opens it at the second', async ({
    visitor,
  }) => {
    const page = await (await visitor()).opens('/closing-days')
    await theMap(page)
    const daegu = page.getByRole('link', { name: '대구광역시 달성군', exact: true })
    await daegu.click()
    await expect.poll(() => page.locator('.closing-panel h2').allInnerTexts()).toEqual(['대구광역시 달성군'])
    expect(new URL(page.url()).pathname).toBe('/closing-days')
    await daegu.click()
    await page.getByRole('heading', { level: 1, name: '대구광역시 달성군 대형마트 쉬는 날' }).waitFor()
  })

  it('says of each shape what it is, in words, and which share a shape of 2018', async ({ visitor }) => {
    const page = await (await visitor()).opens('/closing-days')
    await theMap(page)
    expect(await page.locator('a[data-place]').count()).toBe(250)
    const seocho = page.getByRole('link', { name: '서울특별시 서초구', exact: true })
    expect(await seocho.getAttribute('data-kind')).toBe('wednesday')
    const described = await seocho.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${described}"]`).innerText()).toContain('수요일')
    expect(await page.locator('.closing-map').innerText()).toMatch(/제물포구 · 인천광역시 영종구/)
  })

  it('stands in the table as on the map', async ({ visitor }) => {
    const page = await (await visitor()).opens('/closing-days')
    await theMap(page)
    const onMap = await page.locator('a[data-place]:not([data-kind="unknown"])').count()
    await page.getByRole('radio', { name: '표로' }).check()
    const rows = page.locator('.closing-scroll tbody tr')
    expect(await rows.count()).toBe(onMap)
    await page.getByRole('checkbox', { name: '모든 시·군·구' }).check()
    expect(await rows.count()).toBe(256)
  })

  it('is a calendar of weeks from Sunday, month by month', async ({ visitor }) => {
    const page = await (await visitor()).opens('/closing-days/11650')
    const april = page.locator('.closing-month').first()
    expect(await april.locator('caption').innerText()).toBe('2026년 4월')
    expect(await april.locator('thead th').allInnerTexts()).toEqual(['일', '월', '화', '수', '목', '금', '토'])
    expect(await april.locator('td[data-closed]').allInnerTexts()).toEqual(['8\n쉼', '22\n쉼'])
    // 1 April is a Wednesday.
    expect(await april.locator('tbody tr').first().locator('td').allInnerTexts()).toEqual([
      '',
      '',
      '',
      '1',
      '2',
      '3',
      '4',
    ])
    await page.getByRole('button', { name: '다음 석 달' }).click()
    await expect.poll(() => april.locator('caption').innerText()).toBe('2026년 7월')
    await expect.poll(() => april.locator('td[data-closed]').allInnerTexts()).toEqual(['8\n쉼', '22\n쉼'])
  })

  it('names sources, exceptions, stores that close otherwise, and what was not found', async ({ visitor }) => {
    const page = await (await visitor()).opens('/closing-days/11650')
    const text = await page.locator('.closing-terms').innerText()
    for (const said of [
      '2024. 2. 14.(수) 대신 2024. 2. 10.(토)',
      '코스트코 양재점',
      '출처에 나오지 않습니다',
      '중소유통이 받는 것',
    ])
      expect(text).toContain(said)
    expect(await page.locator('.closing-terms a[href^="https://"]').count()).toBeGreaterThan(0)
  })

  it('is taken away as a calendar file, which says the same days', async ({ visitor }) => {
    const page = await (await visitor()).opens('/closing-days/11650')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '달력 파일 내려받기' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('closing-days-11650.ics')
    const [event, ...others] = eventsIn(await textOf(download))
    expect(others).toEqual([])
    expect(event).toMatchObject({ UID: 'closing.11650.seocho@ieum', RRULE: 'FREQ=MONTHLY;BYDAY=2WE,4WE' })
    expect(asDay(event!.EXDATE!)).toBe('2024-02-14')
    const subscribe = page.getByRole('link', { name: '달력에 구독하기' })
    expect(await subscribe.getAttribute('href')).toMatch(/^webcal:\/\/.*\/api\/closing-days\/11650\.ics\?lang=ko$/)
  })

  it('has no calendar, and says why, where the days cannot be counted', async ({ visitor }) => {
    const page = await (await visitor()).opens('/closing-days/26260')
    expect(await page.locator('.closing-answer').innerText()).toMatch(/월요일\(몇째 주인지 확인되지 않음\)/)
    expect(await page.getByRole('link', { name: /구독|내려받기/ }).count()).toBe(0)
    expect(await page.locator('.closing-month').count()).toBe(0)
  })

  it('does not come where there is no such municipality', async ({ visitor }) => {
    const page = await (await visitor({ excuses: [/404/] })).opens('/closing-days/99999')
    await page.getByRole('heading', { level: 1, name: '그런 시·군·구는 없습니다' }).waitFor()
  })
})
