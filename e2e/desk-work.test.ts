/** What officers do beside answering one case: sign what they found, take files away, answer by a sheet, and several at once. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { it } from './harness/desk-site.ts'
import { textOf } from './harness/text-of.ts'

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')))
/** A refusal of the server is written down by the browser, and said by the page. */
const refused = [/status of 4\d\d/]

describe('a decision', () => {
  it('is signed with the keyboard, taken over with its signature checked, and taken back', async ({ desk, sits }) => {
    const { writer, receiver } = desk.world.people
    const { returned } = desk.world.cases
    const page = await (await sits('writer')).opens(`/desk/${writer.post}/cases/${returned.id}`)
    const decisions = page.locator('.case-decisions')
    await decisions.getByRole('button', { name: '결정에 서명하기' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')

    // Nothing is sent before all is said; what was said is kept.
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => decisions.getByRole('alert').innerText()).toContain('고칠 곳이 3군데')
    await page.getByLabel('어느 요건인가요?').selectOption({ label: '뿌리기업' })
    expect(await decisions.innerText()).toContain('이 결정을 그대로 받아들입니다')
    await page.getByLabel('충족합니다', { exact: true }).check()
    await page.getByLabel('언제까지').fill('2026-05-01')
    await page.getByLabel('그렇게 본 근거').fill('2026년 5월 현장 점검으로 확인')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => decisions.innerText()).toContain('확인한 날이나 그 뒤의 날')
    expect(await page.getByLabel('그렇게 본 근거').inputValue()).toBe('2026년 5월 현장 점검으로 확인')
    await page.getByLabel('언제까지').fill('2026-12-31')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => focused(page)).toContain('서명했습니다')
    await expect.poll(() => decisions.locator('.case-signature').innerText()).toContain('서명 확인됨')

    // It goes into the proof when the referral is sent again.
    const sender = await (await sits('sender')).opens(`/desk/${desk.world.people.sender.post}/cases/${returned.id}`)
    await sender.locator('[data-move=resend]').click()
    await sender.keyboard.press('Control+Enter')
    await expect.poll(() => sender.locator('.case-state').innerText()).toContain('접수 대기')

    const other = await (await sits('receiver')).opens(`/desk/${receiver.post}/cases/${returned.id}`)
    const proven = other.locator('.case-proof .case-decision')
    await proven.waitFor()
    expect(await proven.innerText()).toContain('중소기업기술정보진흥원')
    expect(await proven.innerText()).toContain('현장 점검으로 확인')
    expect(await proven.locator('.case-signature').getAttribute('data-holds')).toBe('true')
    await proven.locator('summary').click()
    const jws = await proven.locator('code').innerText()
    expect(JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString())).toMatchObject({
      is: 'decision',
      agency: 'tipa',
      verdict: 'met',
      until: '2026-12-31',
      reason: '2026년 5월 현장 점검으로 확인',
    })

    await page.goto(`/desk/${writer.post}/cases/${returned.id}?on=2026-06-01`)
    await decisions.getByRole('button', { name: '결정 거두기' }).click()
    await page.keyboard.press('Enter')
    await expect.poll(() => decisions.getByRole('alert').innerText()).toContain('두 글자 이상')
    await page.keyboard.type('잘못 본 것이었음')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('결정을 거두었습니다')
    await other.reload()
    await expect.poll(() => proven.innerText()).toContain('거둔 결정입니다')
  })

  it('T6: that is not what was signed is told apart from one that is', async ({ desk, sits }) => {
    const { writer } = desk.world.people
    const visitor = await sits('writer')
    // As if a row had been changed behind the key's back: the server's own check says so.
    const page = await visitor.opens(`/desk/${writer.post}/cases/${desk.world.cases.drafted.id}`, async page => {
      await page.route(`**/referrals/${desk.world.cases.drafted.id}`, async route => {
        const shown = await (await route.fetch()).json()
        const decision = {
          id: '00000000-0000-4000-8000-000000000001',
          agency: 'tipa',
          programme: 'motie-root-family-business',
          criterion: 'root',
          verdict: 'met',
          on: '2026-05-20',
          until: null,
          reason: null,
          signature: 'a.b.c',
          revoked: false,
          signatureHolds: false,
        }
        await route.fulfill({ json: { ...shown, decisions: [decision] } })
      })
    })
    const signature = page.locator('.case-signature')
    await signature.waitFor()
    expect(await signature.innerText()).toContain('서명이 맞지 않습니다')
  })
})

describe('files', () => {
  it('T14: of one case and of a list are given to who says what for, and the page says before what they hold', async ({
    desk,
    sits,
  }) => {
    const { receiver } = desk.world.people
    const page = await (await sits('receiver')).opens(`/desk/${receiver.post}/cases/${desk.world.cases.late.id}`)
    const taking = page.locator('.take-away')
    await taking.locator('summary').press('Enter')
    expect(await taking.innerText()).toContain('담기는 것')
    await taking.getByRole('button', { name: 'JSON으로 받기' }).click()
    await expect.poll(() => taking.getByRole('alert').innerText()).toContain('무엇에 쓸지')
    await page.keyboard.type('심사위원회 자료')
    const [one] = await Promise.all([
      page.waitForEvent('download'),
      taking.getByRole('button', { name: 'JSON으로 받기' }).click(),
    ])
    expect(one.suggestedFilename()).toBe(`referral-${desk.world.cases.late.number}.json`)
    expect(JSON.parse(await textOf(one))).toMatchObject({
      purpose: '심사위원회 자료',
      case: { number: desk.world.cases.late.number, proof: { criteria: expect.any(Array) } },
    })
    await expect.poll(() => focused(page)).toContain('파일을 받았습니다')

    await page.goto(`/desk/${receiver.post}?on=2026-06-01`)
    await taking.locator('summary').click()
    await taking.getByLabel('무엇에 쓰나요?').fill('2분기 실적 보고')
    const [list] = await Promise.all([
      page.waitForEvent('download'),
      taking.getByRole('button', { name: 'CSV로 받기' }).click(),
    ])
    const text = await textOf(list)
    expect(text).toContain(desk.world.cases.late.number)
    expect(text).not.toContain('보람도금')
  })
})

describe('a sheet of answers', () => {
  it('is taken, filled in with CP949, looked at line by line, mended, and carried out all at once', async ({
    desk,
    sits,
  }) => {
    const { receiver } = desk.world.people
    const page = await (await sits('receiver')).opens(`/desk/${receiver.post}/sheet`)
    const taking = page.locator('.take-away')
    await taking.getByLabel('무엇에 쓰나요?').fill('한꺼번에 답하기')
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      taking.getByRole('button', { name: '채울 표 받기' }).click(),
    ])
    const taken = await textOf(sheet)
    const { another, raced, review } = desk.world.cases
    expect(taken).toContain('연계 번호,기업,사업,답할 날,답,사유,덧붙일 말')
    for (const { number } of [another, raced, review]) expect(taken).toContain(number)

    const bring = async (name: string, buffer: Buffer) => {
      await page.getByLabel('채운 표').setInputFiles({ name, mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: '어떻게 될지 보기' }).press('Enter')
    }
    const faults = page.locator('.sheet-faults')
    await bring('book.xlsx.csv', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]))
    await expect.poll(() => faults.innerText()).toContain('엑셀 통합 문서입니다')

    // 연계 번호,답,사유 and 수락, 거절, 그냥 as a Korean Excel writes them.
    const head = Buffer.from('bfacb0e820b9f8c8a32cb4e42cbbe7c0af0d0a', 'hex')
    const [yes, no, why] = ['bcf6b6f4', 'b0c5c0fd', 'b1d7b3c9'].map(hex => Buffer.from(hex, 'hex')) as [
      Buffer,
      Buffer,
      Buffer,
    ]
    const row = (number: string, answer: Buffer, reason: Buffer) =>
      Buffer.concat([Buffer.from(`${number},`), answer, Buffer.from(','), reason, Buffer.from('\r\n')])
    await bring(
      'answers.csv',
      Buffer.concat([head, row(another.number, yes, Buffer.from('')), row(raced.number, no, why)]),
    )
    await expect.poll(() => faults.innerText()).toContain('3줄 ‘사유’ 칸')
    expect(await faults.innerText()).toContain('적힌 것: 그냥')
    expect(await faults.innerText()).toContain('자리가 다 찼습니다')
    expect(await page.getByRole('button', { name: /건 답하기/ }).count()).toBe(0)

    await bring(
      'answers.csv',
      Buffer.concat([
        head,
        row(another.number, yes, Buffer.from('')),
        row(raced.number, no, Buffer.from('places-full')),
      ]),
    )
    const lines = page.locator('.desk-table tbody tr')
    await expect.poll(() => lines.count()).toBe(2)
    await expect.poll(() => faults.count()).toBe(0)
    expect(await lines.nth(1).innerText()).toMatch(/3\s.*검토 중.*거절.*자리가 다 찼습니다/s)
    await expect.poll(() => focused(page)).toContain('이렇게 됩니다')
    await page.getByRole('button', { name: '2건 답하기' }).press('Enter')
    await expect.poll(() => focused(page)).toContain('2건에 답했습니다')
    await page.goto(`/desk/${receiver.post}/cases/${raced.id}?on=2026-06-01`)
    await expect.poll(() => page.locator('.case-state').innerText()).toContain('거절')
  })

  it('does nothing when somebody was quicker meanwhile, and shows where', async ({ desk, sits }) => {
    const { receiver, owner } = desk.world.people
    const { review, unlucky } = desk.world.cases
    const page = await (await sits('receiver', { excuses: refused })).opens(`/desk/${receiver.post}/sheet`)
    const buffer = Buffer.from(`number,answer\n${review.number},accept\n${unlucky.number},accept\n`)
    await page.getByLabel('채운 표').setInputFiles({ name: 'answers.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: '어떻게 될지 보기' }).click()
    const apply = page.getByRole('button', { name: '2건 답하기' })
    await apply.waitFor()
    const quick = await (await sits('owner')).opens(`/desk/${owner.post}/cases/${unlucky.id}`)
    await quick.locator('[data-move=accept]').click()
    await quick.keyboard.press('Control+Enter')
    await expect.poll(() => quick.locator('.case-state').innerText()).toContain('수락')
    await apply.click()
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('아무것도 처리하지 않았습니다')
    await expect.poll(() => page.locator('.sheet-faults').innerText()).toContain('3줄')
    await page.goto(`/desk/${receiver.post}/cases/${review.id}?on=2026-06-01`)
    await expect.poll(() => page.locator('.case-state').innerText()).toContain('검토 중')
  })
})

describe('several cases', () => {
  it('are chosen in the inbox and taken on together; the view stays in the address', async ({ desk, sits }) => {
    const { receiver } = desk.world.people
    const page = await (await sits('receiver')).opens(`/desk/${receiver.post}?state=sent`)
    const rows = page.locator('.desk-rows > li')
    await rows.first().waitFor()
    const many = await rows.count()
    await page.getByLabel('보이는 것 모두 고르기').focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: `접수 (${many}건)` }).press('Enter')
    await expect.poll(() => focused(page)).toContain(`접수: ${many}건을 마쳤습니다`)
    await expect.poll(() => rows.count()).toBe(0)
    expect(new URL(page.url()).searchParams.get('state')).toBe('sent')
    expect(await page.locator('.desk-workload').innerText()).toContain('지능화 연계 담당')
  })
})
