import { verifyTrail } from '@ieum/services/verify-trail'
import { describe, expect } from 'vitest'
import { it } from './harness/desk-site.ts'
import { textOf } from './harness/text-of.ts'

/** Entries bear the day on which this runs, whatever day it is at the desk. */
const allDays = 'from=2026-05-01&to=2199-12-31'

describe('an auditor', () => {
  it('C40: finds who looked at a firm, and takes the log away with a reason only', async ({
    desk: { world },
    sits,
  }) => {
    const page = await (await sits('auditor')).opens(`/desk/${world.people.auditor.post}/trail?${allDays}`)
    const rows = page.locator('.trail-table tbody tr')
    await rows.first().waitFor()
    const row = await rows.filter({ hasText: '사후관리 점검' }).innerText()
    for (const part of ['김보냄', '203.0.113.24', '기관이 적은 기록 열람', '2026. 5. 8.', '22:40'])
      expect(row).toContain(part)
    const number = /\b9\d{9}\b/.exec(row)![0]

    await page.getByLabel('기업 (사업자등록번호)').fill(number)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain(`firm=${number}`)
    await expect
      .poll(async () => (await rows.allInnerTexts()).every(text => text.includes(number) || text.includes('곳')))
      .toBe(true)
    await page.getByLabel('수행업무').selectOption('export referrals')
    await expect.poll(() => rows.count()).toBe(1)

    await page.getByRole('button', { name: 'JSONL' }).click()
    await expect.poll(() => page.locator('.trail-take .field-wrong').innerText()).toContain('다섯 글자')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await page.keyboard.type('5월 접속기록 점검')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'JSONL' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('access-log-2026-05-01-2199-12-31.jsonl')
    const lines = (await textOf(file)).split('\n')
    expect(await verifyTrail(lines)).toMatchObject({ is: 'whole' })
    expect(await verifyTrail(lines.map(line => line.replace('사후관리', '사전관리')))).toMatchObject({ is: 'tampered' })

    // It is in the log itself from then on.
    await page.goto(`/desk/${world.people.auditor.post}/trail?${allDays}&operation=export+trails`)
    await expect.poll(() => rows.first().innerText()).toMatch(/남살핌.*접속기록 내려받기.*5월 접속기록 점검/s)
  })

  it('reviews the month that is due, by keyboard', async ({ desk: { world }, sits }) => {
    const page = await (await sits('auditor')).opens(
      `/desk/${world.people.auditor.post}/trail?part=review&on=2026-06-01`,
    )
    await page.locator('.trail-counts').waitFor()
    const counts = await page.locator('.trail-counts').innerText()
    expect(counts.replaceAll(/\s+/g, ' ')).toMatch(/^접속 4 기업 3 근무시간 밖 2 진행 중인 연계 없이 3 내려받기 1 /)
    await page.getByLabel('점검 의견').focus()
    await page.keyboard.type('야간 접속 1건: 본인 확인함')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.trail-reviews').innerText()).toContain('야간 접속 1건: 본인 확인함')
    await expect.poll(() => page.getByLabel('점검할 달').locator('option:checked').innerText()).toContain('점검함')
  })

  it('C41: is told that the chain holds, and takes a checkpoint along', async ({ desk: { world }, sits }) => {
    const page = await (await sits('auditor')).opens(`/desk/${world.people.auditor.post}/trail?part=verify`)
    for (const name of ['접속기록 확인하기', '변경 기록 확인하기']) await page.getByRole('button', { name }).click()
    await expect
      .poll(() => page.locator('.trail-found').allInnerTexts())
      .toEqual([
        expect.stringMatching(/사슬이 이어져 있습니다\. 기록 \d+건/),
        expect.stringMatching(/사슬이 이어져 있습니다\. 기록 \d+건/),
      ])
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '확인 파일 받기' }).click(),
    ])
    expect(JSON.parse(await textOf(file))).toMatchObject({
      checkpoints: [{ trail: 'audit_entry' }, { trail: 'access_entry', heads: [{ lane: 'tipa' }] }],
    })
  })

  it('T6: is told the first bad number when the chain is broken', async ({ desk: { world }, sits }) => {
    const broken = { is: 'tampered', line: 3, lane: 'tipa', seq: 3, why: 'columns changed' }
    const at = `/desk/${world.people.auditor.post}/trail?part=verify`
    const page = await (await sits('auditor')).opens(at, async page => {
      await page.route('**/trail/verification', route => route.fulfill({ json: broken }))
    })
    await page.getByRole('button', { name: '접속기록 확인하기' }).click()
    await expect.poll(() => page.locator('.trail-found').innerText()).toMatch(/3번 기록에서 어긋납니다\. 적힌 내용이/)
  })
})
