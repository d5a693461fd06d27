import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { eventsIn } from './harness/calendar.ts'
import { it, type Player, type Plays } from './harness/demonstration-site.ts'
import { lookOver } from './harness/look-over.ts'

const municipality = '/closing-days/47190'

async function atDesk(
  plays: Plays,
  as: string,
  traits?: Parameters<Plays>[1],
): Promise<{ player: Player; page: Page }> {
  const player = await plays(as, traits)
  const page = await player.opens(`/desk/${player.post}/councils/gumi-large-small-retail/closing-days`)
  await page.locator('.closing-desk').waitFor()
  return { player, page }
}

const cardOf = (page: Page, version: number) => page.locator('.closing-card', { hasText: `${version}판` })

async function says(page: Page, version: number, seat: RegExp, position: string, reason = ''): Promise<void> {
  const card = cardOf(page, version)
  if ((await card.locator('details[open]').count()) === 0) await card.getByText('뜻 적기', { exact: true }).click()
  const option = await card.locator('option').filter({ hasText: seat }).first().getAttribute('value')
  await card.getByLabel('누구의 뜻').selectOption(option)
  await card.getByRole('radio', { name: position, exact: true }).check()
  await card.getByLabel('이유').fill(reason)
  await card.getByRole('button', { name: '뜻 적어 두기' }).click()
  await expect.poll(() => card.locator('tr', { hasText: seat }).innerText()).toContain(position)
}

const calendarOf = async ({ context }: Player) =>
  eventsIn(await (await context.request.get('/api/closing-days/47190.ics')).text())

describe('a body of large and small retail in the demonstration', () => {
  it('has an agreement in force, which everyone sees and which says that it is made up, and a later one proposed', async ({
    plays,
  }) => {
    const { player, page } = await atDesk(plays, 'gumi-programme-owner')
    expect(await page.locator('.closing-card h3').allInnerTexts()).toEqual([
      '경상북도 구미시 · 2판 · 협의 중',
      '경상북도 구미시 · 1판 · 합의',
    ])
    expect(await cardOf(page, 2).locator('tr', { hasText: '대형마트 점포 대표' }).innerText()).toContain('더 살펴봄')
    expect(await cardOf(page, 1).innerText()).toMatch(/둘째·넷째 수요일[\s\S]*공동 배송 차량 2대[\s\S]*결정 \d{4}-/)
    // Who owns the subject speaks for the city, and agrees to nothing.
    await cardOf(page, 2).getByText('뜻 적기', { exact: true }).click()
    expect(await cardOf(page, 2).getByLabel('누구의 뜻').locator('option').allInnerTexts()).toEqual([
      '구미시 경제국(시연) (공공)',
    ])
    expect(await page.getByText('합의로 적기').count()).toBe(0)

    await page.goto(`${municipality}?on=2026-06-01`)
    await page.locator('.closing-answer').waitFor()
    expect(await page.locator('.closing-made-up').first().innerText()).toContain('시연용으로 지어낸 합의입니다')
    expect(await page.locator('.closing-answer').innerText()).toMatch(/둘째·넷째 수요일/)
    const [event, ...others] = await calendarOf(player)
    expect(others).toEqual([])
    expect(event!.SUMMARY).toBe('[시연] 대형마트 쉬는 날 (경상북도 구미시)')
    expect(event!.DESCRIPTION).toContain('시연용으로 지어낸 합의입니다')

    await page.goto('/closing-days?on=2026-06-01')
    await page.getByText('시연용으로 지어낸 합의가 섞여 있습니다').waitFor()
    await page.getByRole('searchbox').fill('구미')
    await expect.poll(() => page.locator('.closing-found li').innerText()).toContain('시연: 지어낸 합의')
  })

  it('proposes, hears each seat, agrees by its decision, and supersedes what it agreed before', async ({ plays }) => {
    const { player, page } = await atDesk(plays, 'gumi-secretary', { excuses: [/409/] })
    // The body of one municipality proposes for no other.
    expect(await page.getByLabel('시·군·구').locator('option').allInnerTexts()).toEqual(['구미시'])
    await page.getByLabel('요일').selectOption('monday')
    await page.getByLabel('언제부터').fill('2026-09-01')
    await page.getByLabel('중소유통이 받는 것').fill('공동 배송 차량 세 대')
    await page.getByRole('button', { name: '제안하기' }).click()
    await expect.poll(() => cardOf(page, 3).innerText()).toMatch(/협의 중[\s\S]*둘째·넷째 월요일/)

    await says(page, 3, /대형마트 점포 대표/, '찬성')
    await says(page, 3, /전통시장 상인회/, '어려움', '장날과 겹침')
    await cardOf(page, 3).getByText('합의로 적기').first().click()
    await cardOf(page, 3).getByRole('button', { name: '합의로 적기' }).click()
    await expect.poll(() => cardOf(page, 3).innerText()).toContain('대형과 중소가 모두 찬성해야 합니다')
    await says(page, 3, /전통시장 상인회/, '고치면 찬성', '장날에는 옮김')
    await cardOf(page, 3).getByRole('button', { name: '합의로 적기' }).click()
    await expect
      .poll(() => page.locator('.closing-card h3').allInnerTexts())
      .toEqual([
        '경상북도 구미시 · 3판 · 합의',
        '경상북도 구미시 · 2판 · 협의 중',
        '경상북도 구미시 · 1판 · 다음 판으로 바뀜',
      ])

    // What was proposed before is a lower version now: it can be agreed on no more.
    await says(page, 2, /대형마트 점포 대표/, '찬성')
    await cardOf(page, 2).getByText('합의로 적기').first().click()
    await cardOf(page, 2).getByRole('button', { name: '합의로 적기' }).click()
    await expect.poll(() => cardOf(page, 2).innerText()).toMatch(/더 높은 판을 이미 합의했습니다[\s\S]*새 안으로 다시/)
    await cardOf(page, 2).getByRole('button', { name: '제안 거두기' }).click()
    await expect.poll(() => cardOf(page, 2).innerText()).toContain('거둠')

    await page.goto(`${municipality}?on=2026-06-01`)
    await page.locator('.closing-answer').waitFor()
    expect(await page.locator('.closing-answer').innerText()).toMatch(/둘째·넷째 수요일/)
    expect(await page.locator('main').innerText()).toMatch(/2026\. 9\. 1\.\(화\)부터 바뀝니다[\s\S]*둘째·넷째 월요일/)
    const events = await calendarOf(player)
    expect(events.map(({ RRULE }) => RRULE)).toEqual([
      'FREQ=MONTHLY;BYDAY=2WE,4WE;UNTIL=20260831',
      'FREQ=MONTHLY;BYDAY=2MO,4MO',
    ])
  })

  it.for(['ko', 'en'] as const)(
    'axe and the ruler find nothing wrong with its pages (%s)',
    async (language, { plays }) => {
      const { page } = await atDesk(plays, 'gumi-secretary', { language })
      for (const summary of await page.locator('.closing-card summary').all()) await summary.click()
      await lookOver(page, language)
      await page.goto(`${municipality}?on=2026-06-01`)
      await page.locator('.closing-answer').waitFor()
      await lookOver(page, language)
    },
  )
})
