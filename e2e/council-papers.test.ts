import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { type Desk, it, type Sits } from './harness/desk-site.ts'
import { lookOver } from './harness/look-over.ts'
import { textOf } from './harness/text-of.ts'
import type { Language, VisitorTraits } from './harness/visitor.ts'

/** What the server says no to, the browser writes down as well. */
const refused = [/status of 409/]

async function atSession(desk: Desk, sits: Sits, traits: VisitorTraits = {}): Promise<Page> {
  const person = desk.council.people.answerer
  const page = await (await sits(person, traits)).opens(`/desk/${person.post}/councils/mss-motie`)
  const session = await page.evaluate(async post => {
    const read = await fetch(`/api/posts/${post}/councils/mss-motie`)
    const { sessions } = (await read.json()) as { sessions: { id: string; number: number }[] }
    return sessions.find(({ number }) => number === 2)!.id
  }, person.post)
  await page.goto(`${desk.address}/desk/${person.post}/sessions/${session}`)
  await page.locator('.papers-menu > summary').waitFor()
  return page
}

describe('papers of a session', () => {
  it('are downloaded by keyboard alone, under their Korean names', async ({ desk, sits }) => {
    const page = await atSession(desk, sits)
    await page.locator('.papers-menu > summary').focus()
    await page.keyboard.press('Enter')
    for (const [button, name, begins] of [
      ['회의록: 한글(HWPX)', '제2차 중기부-산업부 정책협의회 회의록.hwpx', 'PK'],
      ['회의 안건: PDF', '제2차 중기부-산업부 정책협의회 회의 안건.pdf', '%PDF'],
      ['후속조치 현황: Markdown', '제2차 중기부-산업부 정책협의회 후속조치 현황.md', '*'],
    ] as const) {
      await page.getByRole('button', { name: button }).focus()
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
      expect(download.suggestedFilename()).toBe(name)
      expect((await textOf(download)).slice(0, begins.length)).toBe(begins)
      await expect.poll(() => page.locator('.papers-menu [role=status]').innerText()).toContain(name)
    }
  })

  it('say why there is none, and take the focus there', async ({ desk, sits }) => {
    const page = await atSession(desk, sits, { excuses: refused })
    await page.locator('.papers-menu > summary').click()
    await page.getByRole('button', { name: '보도자료: 워드(DOCX)' }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('아직 모두에게 공개되지')
  })

  it.for<Language>(['ko', 'en'])(
    'C43: are offered so that everyone can use it, in %s',
    async (language, { desk, sits }) => {
      const page = await atSession(desk, sits, { language })
      await page.locator('.papers-menu > summary').click()
      await page.locator('.papers-menu-list').waitFor()
      await lookOver(page, language)
    },
  )
})
