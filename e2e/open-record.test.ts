/** The open record of councils, as somebody sees it who has never signed in. */
import { opening } from '@ieum/services/testing'
import { describe, expect } from 'vitest'
import { it as onTheSite } from './harness/it.ts'
import { lookOver } from './harness/look-over.ts'
import { it } from './harness/open-record-site.ts'
import { type Language, phone, stands } from './harness/visitor.ts'

const notFound = [/404 \(Not Found\)/]

describe('the founding council, which nobody has set up here', () => {
  onTheSite(
    'is found from the foot of every page, with its eight tasks and later facts beside them',
    async ({ visitor }) => {
      const { opens } = await visitor({ screen: phone })
      const page = await opens('/')
      await page.getByRole('link', { name: '협의회 공개 기록' }).click()
      await page.getByRole('link', { name: '중기부-산업부 정책협의회' }).click()
      await page.getByRole('heading', { level: 1, name: '중기부-산업부 정책협의회' }).waitFor()
      expect(await page.locator('main').innerText()).toContain('여기에서 운영되지 않습니다')
      expect(await page.locator('#tasks li').count()).toBe(8)
      expect(await page.locator('#tasks li', { hasText: '진행은 알려지지 않음' }).count()).toBe(8)
      expect(await page.locator('#tasks li', { hasText: '나중 사실' }).count()).toBeGreaterThan(4)
      await page.getByRole('link', { name: /^T7/ }).click()
      await page.getByRole('heading', { level: 1, name: /^T7/ }).waitFor()
      expect(await page.locator('#later').innerText()).toContain('협의회의 결과라는 뜻이 아닙니다')
      // What a press release announced is not said to be in force.
      expect(await page.locator('#links').innerText()).toContain('시행되는지는 알려지지 않았습니다')
      await page.goBack()
      await page.getByRole('link', { name: '제1차 회의' }).click()
      await page.getByRole('heading', { level: 1, name: /제1차 회의$/ }).waitFor()
      expect(await page.locator('main').innerText()).toContain('이 회의의 회의록은 알려지지 않았습니다')
    },
  )

  onTheSite('leads from the task about closing days to the body that agrees on them', async ({ visitor }) => {
    const { opens } = await visitor()
    const page = await opens('/councils/mss-motie/tasks/T2')
    await page.locator('#councils').getByRole('link', { name: '대·중소유통 상생협의회' }).waitFor()
    await page
      .locator('#councils')
      .getByRole('link', { name: /의무휴업일/ })
      .click()
    await page.getByRole('heading', { level: 1, name: /대형마트 쉬는 날/ }).waitFor()
  })

  onTheSite('is led to from a programme whose link was agreed in one of its tasks', async ({ visitor }) => {
    const { opens } = await visitor()
    const page = await opens('/programmes/motie-root-intelligent-process')
    await page.locator('#links-title').waitFor()
    await page.getByRole('link', { name: '협의회 과제 T7에서 맺은 연계' }).first().click()
    await page.getByRole('heading', { level: 1, name: /^T7/ }).waitFor()
  })

  const pages = ['', '/mss-motie', '/mss-motie/tasks/T4', '/mss-motie/sessions/1']
  const everywhere = pages.flatMap(at => (['ko', 'en'] as const).map((language: Language) => ({ at, language })))
  onTheSite.for(everywhere)(
    'C43: axe and the ruler find nothing wrong with /councils$at ($language)',
    async ({ at, language }, { visitor }) => {
      const { opens } = await visitor({ language })
      await lookOver(await opens(`/councils${at}`), language)
    },
  )
})

describe('a council that is half open', () => {
  it('T2: shows a closed item with its ground alone, and opens on the day without a restart', async ({
    record,
    visits,
  }) => {
    const { opens } = await visits()
    const { id, never, opens: later } = record.council
    const page = await opens(`/councils/${id}/sessions/1`)
    const agenda = page.locator('#agenda')
    expect(await agenda.locator('li').allInnerTexts()).toEqual([
      expect.stringContaining('열린 안건'),
      expect.stringMatching(/^비공개\s+정보공개법 제9조 제1항 제5호 · 공개할 날을 정하지 않았습니다/),
      expect.stringMatching(/^비공개\s+정보공개법 제9조 제1항 제5호 · 2026\. 6\. 10\./),
      expect.stringMatching(/^비공개/),
    ])
    const whole = await page.content()
    expect([...never, ...later].filter(mark => whole.includes(mark))).toEqual([])
    record.turnTo(opening.day)
    await page.reload()
    await stands(page)
    expect(await agenda.innerText()).toContain(later.find(mark => mark.includes('title of an item closed until')))
    const then = await page.content()
    expect(never.filter(mark => then.includes(mark))).toEqual([])
  })

  it('C17: shows the same page for what is hidden and for what is not there', async ({ record, visits }) => {
    const { opens } = await visits({ excuses: notFound })
    const shown = async (path: string) => {
      const page = await opens(`/councils/${record.council.id}/${path}`)
      return page.locator('main').innerHTML()
    }
    const missing = await shown('decisions/2026-9-9')
    expect(missing).toContain('이 주소에서 볼 수 있는 기록이 없습니다')
    for (const path of [...record.council.hidden, ...record.council.hiddenUntil])
      expect([path, await shown(path)]).toEqual([path, missing])
  })

  it('leaves a decision at its address, and leads on to the one that took its place', async ({ record, visits }) => {
    const { opens } = await visits({ screen: phone })
    record.turnTo(opening.day)
    const page = await opens(`/councils/${record.council.id}/decisions/2026-1-1`)
    expect(await page.locator('blockquote').innerText()).toBe('추진한다')
    const address = `${record.address}/councils/${record.council.id}/decisions/2026-1-1`
    expect(await page.locator('.open-cited').innerText()).toContain(address)
    expect(
      await page.locator('link[rel=alternate]').evaluateAll(links => links.map(link => link.getAttribute('href'))),
    ).toEqual([`/api/councils/${record.council.id}/decisions/2026-1-1`, `/api/councils/${record.council.id}/feed.atom`])
    await page.getByRole('link', { name: /결정 2026-1-2\(으\)로 바뀌었습니다/ }).click()
    await page.getByRole('heading', { level: 1, name: /결정 2026-1-2$/ }).waitFor()
    await page.getByRole('link', { name: '결정 2026-1-1을(를) 바꿉니다.' }).waitFor()
  })

  const pages = ['', '/sessions/1', '/sessions/2', '/decisions/2026-1-1', '/tasks/P1-open']
  const everywhere = pages.flatMap(at => (['ko', 'en'] as const).map((language: Language) => ({ at, language })))
  it.for(everywhere)(
    'C43: axe and the ruler find nothing wrong with $at ($language)',
    async ({ at, language }, { record, visits }) => {
      const { opens } = await visits({ language })
      const page = await opens(`/councils/${record.council.id}${at}`)
      record.turnTo(opening.day)
      await page.reload()
      await stands(page)
      await lookOver(page, language)
    },
  )
})
