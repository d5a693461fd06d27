import { readFileSync } from 'node:fs'
import { loadCatalogue } from '@ieum/catalogue/node'
import { linesOfDocument, readCouncilPaper } from '@ieum/papers/read'
import { describe, expect } from 'vitest'
import { councilPapers } from '../packages/papers/src/read/testing/council-papers.ts'
import { shortDraft } from '../packages/papers/src/read/testing/short-draft.ts'
import { type Desk, it, type Sits } from './harness/desk-site.ts'
import { lookOver } from './harness/look-over.ts'
import type { Language, VisitorTraits } from './harness/visitor.ts'

const paper = `제9차 중기부-산업부 정책협의회 개최 계획
(일시·장소) 2026. 6. 25.(목) 10:30~12:00, 세종 회의실
□ 논의 안건: 협업과제 2건
ㅇ 로봇 지원 확대 (산업부)
ㅇ 뿌리기업 창구 하나로 (중기부·산업부 공동)
□ 세부 일정
10:30~10:40 참석자 소개
10:40~11:50 협업과제 논의
11:50~12:00 마무리
문의: 사무관 홍길동 (044-204-0000)`

async function at(desk: Desk, sits: Sits, who: 'keeper' | 'answerer', traits?: VisitorTraits) {
  const person = desk.council.people[who]
  return (await sits(person, traits)).opens(`/desk/${person.post}/councils/mss-motie/import`)
}

const file = (content: string | Buffer, name = 'agenda.txt') => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

describe('the paper of a session', () => {
  it('becomes a session as far as its secretary says yes', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'keeper', { excuses: [/status of 422/] })
    await page.getByRole('button', { name: '읽기' }).click()
    await page.getByText('파일을 골라 주세요').waitFor()
    await page.getByLabel('문서 파일').setInputFiles(file('MZ\u0090\u0000', 'agenda.hwpx'))
    await page.getByRole('button', { name: '읽기' }).click()
    await page.getByText('어느 것도 아닙니다').waitFor()
    await page.getByLabel('문서 파일').setInputFiles(file(paper))
    await page.getByRole('button', { name: '읽기' }).click()
    await page.locator('.paper-form').waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/홍길동|204-0000/)
    expect(await page.getByLabel('날짜', { exact: true }).inputValue()).toBe('2026-06-25')
    expect(await page.locator('#paper-date-from').innerText()).toContain('원문 2줄: (일시·장소) 2026. 6. 25.(목)')

    await page.getByRole('button', { name: '회의 계획하기' }).click()
    await page.getByText('다시 볼 곳이 4곳 있습니다.').waitFor()
    await page.getByRole('link', { name: '장소를 확인하고' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('paper-place')

    for (const what of ['날짜', '시작', '장소', '10:30 ~ 10:40', '10:40 ~ 11:50', '과제 1', '과제 2'])
      await page.getByLabel(`맞음: ${what}`, { exact: true }).press('Space')
    await page.getByRole('button', { name: '회의 계획하기' }).click()
    await page.getByText(/제\d+차 회의를 계획했습니다/).waitFor()
    // The closing was not said to be right, and the task of the catalogue stands there already.
    expect(await page.locator('.desk-done').innerText()).toMatch(/안건 3건, 새 과제 1건/)
  })

  it('is nothing for another post of the council', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'answerer')
    await page.getByText('간사 자리에서 계획합니다').waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
  })

  it.for<Language>(['ko', 'en'])(
    'C43: its draft has nothing that axe and the ruler find wrong (%s)',
    async (language, { desk, sits }) => {
      const page = await at(desk, sits, 'keeper', { language })
      await page.locator('#paper-file').setInputFiles(file(paper.replace('(목)', '(금)')))
      await page.locator('.paper-bring [type=submit]').click()
      await page.locator('.paper-form').waitFor()
      await page.locator('.paper-form [type=submit]').click()
      await page.locator('.desk-refused').waitFor()
      await lookOver(page, language)
    },
  )
})

describe('a paper that a browser printed as PDF', () => {
  const font = readFileSync(
    new URL('../node_modules/pretendard/dist/web/static/woff2/Pretendard-Regular.woff2', import.meta.url),
  ).toString('base64')
  it.for(councilPapers.map(one => [one.name, one] as const))(
    'is read as it is written: %s',
    async ([, one], { sits }) => {
      const { agencies } = (await loadCatalogue('catalogue/kr')).catalogue
      const { context } = await sits(null)
      const page = await context.newPage()
      const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
      const rows = (all: readonly (readonly string[])[]) =>
        all.map(cells => `<tr>${cells.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')
      const blocks = one.blocks.map(block =>
        typeof block === 'string' ? `<p>${escaped(block)}</p>` : `<table>${rows(block.rows)}</table>`,
      )
      await page.setContent(
        // A machine without a Korean font prints signs that stand for no letter.
        `<style>@font-face{font-family:Pretendard;src:url(data:font/woff2;base64,${font})}body{font-family:Pretendard}table{border-collapse:collapse}td{border:1px solid;padding:3px 6px}</style>${blocks.join('')}`,
      )
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      const read = await linesOfDocument(new Uint8Array(await page.pdf()))
      if (read.is !== 'read') throw new Error(read.because)
      const draft = readCouncilPaper(read.lines, agencies)
      expect(shortDraft(draft)).toEqual(one.expected)
      for (const secret of one.secrets) expect(JSON.stringify(draft)).not.toContain(secret)
    },
  )
})
