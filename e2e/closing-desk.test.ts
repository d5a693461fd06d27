import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { CouncilWho } from './harness/council-world.ts'
import { type Desk, it, type Sits } from './harness/desk-site.ts'
import { lookOver } from './harness/look-over.ts'
import type { VisitorTraits } from './harness/visitor.ts'

const council = 'large-small-retail'

async function at(desk: Desk, sits: Sits, who: CouncilWho, traits?: VisitorTraits): Promise<Page> {
  const person = desk.council.people[who]
  const page = await (await sits(person, traits)).opens(`/desk/${person.post}/councils/${council}/closing-days`)
  await page.locator('.closing-desk').waitFor()
  return page
}

/** The secretary of a seated ministry sets the body up from the catalogue; once for all tests. */
async function setUp(desk: Desk, sits: Sits): Promise<void> {
  const { post } = desk.council.people.keeper
  const page = await (await sits(desk.council.people.keeper)).opens(`/desk/${post}/councils`)
  await page.locator('.council-list').waitFor()
  const button = page.getByRole('button', { name: /^협의회 만들기.*대·중소유통/ })
  if ((await button.count()) === 0) return
  await button.click()
  await page.getByRole('button', { name: '네, 만듭니다' }).click()
  await page.getByText('만들었습니다: 대·중소유통 상생협의회').waitFor()
}

async function says(page: Page, seat: RegExp, position: string, reason = ''): Promise<void> {
  const card = page.locator('.closing-card').first()
  if ((await card.locator('details[open]').count()) === 0) await card.getByText('뜻 적기', { exact: true }).click()
  const option = await card.locator('option').filter({ hasText: seat }).first().getAttribute('value')
  await card.getByLabel('누구의 뜻').selectOption(option)
  await card.getByRole('radio', { name: position, exact: true }).check()
  await card.getByLabel('이유').fill(reason)
  await card.getByRole('button', { name: '뜻 적어 두기' }).click()
}

describe('the desk of large and small retail', () => {
  it('takes a proposal, the word of each side, and the agreement, which everyone sees then', async ({ desk, sits }) => {
    await setUp(desk, sits)
    const page = await at(desk, sits, 'keeper', { excuses: [/409/, /422/] })
    await page.getByLabel('시·군·구').selectOption('11110')
    await page.getByLabel('요일').selectOption('monday')
    await page.getByLabel('언제부터').fill('2026-06-01')
    await page.getByRole('button', { name: '날 더하기' }).click()
    await page.getByLabel('쉬지 않을 날').fill('2026-09-28')
    await page.getByLabel('대신 쉴 날').fill('2026-09-25')
    await page.getByLabel('중소유통이 받는 것').fill('공동 배송과 판로')
    await page.getByRole('button', { name: '제안하기' }).click()
    const card = page.locator('.closing-card').first()
    await expect.poll(() => card.innerText()).toMatch(/서울특별시 종로구 · 1판 · 협의 중[\s\S]*둘째·넷째 월요일/)

    await says(page, /한국체인스토어협회/, '찬성')
    await expect.poll(() => card.locator('tr', { hasText: '한국체인스토어협회' }).innerText()).toContain('찬성')
    await says(page, /전국상인연합회/, '어려움', '주말 손님이 줄어듦')
    await expect
      .poll(() => card.locator('tr', { hasText: '전국상인연합회' }).innerText())
      .toContain('주말 손님이 줄어듦')

    await card.getByText('합의로 적기').first().click()
    expect(await card.innerText()).toContain('아직 이 협의체의 결정이 없습니다.')
    await card.getByRole('radio', { name: '고시나 다른 출처' }).check()
    await card.getByLabel('출처 이름').fill('종로구 고시')
    await card.getByLabel('모두에게 보이는 날').fill('2026-06-01')
    await card.getByRole('button', { name: '합의로 적기' }).click()
    await expect.poll(() => card.innerText()).toMatch(/1판 · 합의[\s\S]*종로구 고시/)

    await card.getByRole('link', { name: '모두가 보는 쪽' }).click()
    await page.locator('.closing-answer').waitFor()
    expect(await page.locator('.closing-answer').innerText()).toMatch(
      /둘째·넷째 월요일[\s\S]*협의체에서 합의한 날입니다/,
    )
    expect(await page.locator('.closing-terms').innerText()).toMatch(/공동 배송과 판로[\s\S]*종로구 고시/)
  })

  it('lets another ministry speak for its own seat alone, and agree to nothing', async ({ desk, sits }) => {
    await setUp(desk, sits)
    const keeper = await at(desk, sits, 'keeper', { excuses: [/409/] })
    await keeper.getByLabel('시·군·구').selectOption('11140')
    await keeper.getByRole('button', { name: '제안하기' }).click()
    await keeper.locator('.closing-card', { hasText: '서울특별시 중구' }).waitFor()
    const page = await at(desk, sits, 'answerer')
    const card = page.locator('.closing-card', { hasText: '서울특별시 중구' })
    await card.getByText('뜻 적기', { exact: true }).click()
    expect(await card.getByLabel('누구의 뜻').locator('option').allInnerTexts()).toEqual(['산업통상자원부 (공공)'])
    expect(await card.getByText('합의로 적기').count()).toBe(0)
    const reader = await at(desk, sits, 'reader')
    expect(await reader.getByRole('button', { name: '제안하기' }).count()).toBe(0)
    expect(await reader.getByText('뜻 적기', { exact: true }).count()).toBe(0)

    // Taken back in another window: the one that does not know yet is told so, and shows it.
    const elsewhere = (await at(desk, sits, 'keeper')).locator('.closing-card', { hasText: '서울특별시 중구' })
    await elsewhere.getByRole('button', { name: '제안 거두기' }).click()
    await expect.poll(() => elsewhere.innerText()).toMatch(/1판 · 거둠/)
    const here = keeper.locator('.closing-card', { hasText: '서울특별시 중구' })
    await here.getByRole('button', { name: '제안 거두기' }).click()
    await expect.poll(() => here.innerText()).toMatch(/1판 · 거둠/)
    expect(await here.getByRole('alert').evaluate(told => told === document.activeElement)).toBe(true)
  })

  it.for(['ko', 'en'] as const)(
    'axe and the ruler find nothing wrong with it (%s)',
    async (language, { desk, sits }) => {
      await setUp(desk, sits)
      const page = await at(desk, sits, 'keeper', { language })
      for (const summary of await page.locator('.closing-card summary').all()) await summary.click()
      await lookOver(page, language)
    },
  )
})
