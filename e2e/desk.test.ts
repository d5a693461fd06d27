import { codeNow } from '@ieum/server'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { it } from './harness/desk-site.ts'
import { textOf } from './harness/text-of.ts'
import { stands } from './harness/visitor.ts'

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')))
const rows = (page: Page) => page.locator('.desk-rows > li')
/** What a colleague's "no" is: the browser writes it down, and the page says it. */
const conflict = [/status of 409/]

describe('the desk', () => {
  it('signs in with password and code, goes on to the page that was asked for, and out again', async ({
    desk,
    sits,
  }) => {
    const { email, password, totpSecret, post } = desk.world.people.fresh
    const page = await (await sits(null, { excuses: [/status of 401/] })).opens(`/desk/${post}?box=out`)
    await page.getByRole('main').getByRole('link', { name: '로그인' }).click()
    await page.getByLabel('메일 주소').fill(email)
    await page.getByLabel('비밀번호').fill('not the right one')
    await page.keyboard.press('Enter')
    const alert = page.getByRole('alert')
    await expect.poll(() => alert.innerText()).toContain('메일 주소나 비밀번호가 맞지 않습니다')
    expect(await page.getByLabel('메일 주소').inputValue()).toBe(email)
    expect(await page.getByLabel('비밀번호').inputValue()).toBe('not the right one')

    await page.getByLabel('비밀번호').fill(password)
    await page.keyboard.press('Enter')
    const code = page.getByLabel('인증 번호')
    await code.waitFor()
    await expect.poll(() => code.evaluate(entry => entry === document.activeElement)).toBe(true)
    await code.fill(await codeNow(totpSecret))
    await page.keyboard.press('Enter')
    await page.waitForURL(url => url.pathname === `/desk/${post}` && url.searchParams.get('box') === 'out')
    await page.locator('.who summary').click()
    expect(await page.locator('.who summary').innerText()).toContain('가족기업 연계 담당')
    await page.getByRole('button', { name: '로그아웃' }).click()
    await page.getByLabel('메일 주소').waitFor()
    await page.goto(`/desk/${post}`)
    await stands(page)
    expect(await page.locator('main').innerText()).toContain('로그인하면 바로 이 화면으로 옵니다')
  })

  it('asks nothing about a visitor who never signed in', async ({ sits }) => {
    const visitor = await sits(null)
    const page = await visitor.opens('/')
    await page.waitForLoadState('networkidle')
    expect(
      visitor.requests
        .map(request => new URL(request.url()).pathname)
        .filter(path => /^\/api\/(me|sign-in)/.test(path)),
    ).toEqual([])
    expect(await page.getByRole('banner').getByRole('link', { name: '로그인' }).isVisible()).toBe(true)
  })

  it('with the keyboard alone, a case is opened from the inbox and accepted', async ({ desk, sits }) => {
    const page = await (await sits('receiver')).opens(`/desk/${desk.world.people.receiver.post}`)
    await rows(page).first().waitFor()
    expect(await rows(page).first().innerText()).toMatch(/늦음 \d+일/)
    const number = desk.world.cases.review.number
    for (let pressed = 0; !(await focused(page)).includes(number); pressed++) {
      expect(pressed).toBeLessThan(12)
      await page.keyboard.press(pressed % 2 ? 'ArrowDown' : 'j')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: number }).waitFor()
    await page.locator('[data-move=accept]').waitFor()
    await page.keyboard.press('a')
    await page.keyboard.type('함께하겠습니다.')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => focused(page)).toBe(`${number}: 이제 ‘수락’ 상태입니다.`)
    await expect.poll(() => page.locator('.case-state').innerText()).toContain('수락')
    expect(await page.locator('.case-history > li').first().innerText()).toContain('함께하겠습니다.')
    await expect
      .poll(() => page.locator('[data-move]').allInnerTexts())
      .toEqual([expect.stringContaining('참여 시작'), expect.stringContaining('중단')])
  })

  it('declines only with a reason, keeps what was typed, and leaves with Escape', async ({ desk, sits }) => {
    const { receiver } = desk.world.people
    const page = await (await sits('receiver')).opens(`/desk/${receiver.post}/cases/${desk.world.cases.unlucky.id}`)
    await page.locator('[data-move=decline]').waitFor()
    await page.keyboard.press('d')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toContain('거절')
    await page.keyboard.press('d')
    await page.getByLabel('덧붙일 말').fill('올해 자리가 없습니다.')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('사유를 하나 골라 주세요.')
    expect(await page.getByLabel('덧붙일 말').inputValue()).toBe('올해 자리가 없습니다.')
    await page.keyboard.press('ArrowDown')
    expect(await page.getByLabel('자리가 다 찼습니다').isChecked()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.locator('.case-state').innerText()).toContain('거절')
    expect(await page.locator('.case-state').innerText()).toContain('자리가 다 찼습니다')
    expect(await page.locator('.case-no-moves').isVisible()).toBe(true)
  })

  it('C23: tells who comes second, shows how it stands now, and keeps what was typed', async ({ desk, sits }) => {
    const path = `/desk/${desk.world.people.receiver.post}/cases/${desk.world.cases.raced.id}`
    const slow = await (await sits('receiver', { excuses: conflict })).opens(path)
    const quick = await (await sits('receiver')).opens(path)
    for (const page of [slow, quick]) await page.locator('[data-move=accept]').waitFor()
    await slow.keyboard.press('r')
    await slow.getByLabel('서류가 빠졌습니다').check()
    await slow.getByLabel('덧붙일 말').fill('재무제표를 더해 주세요.')
    await quick.keyboard.press('a')
    await quick.keyboard.press('Control+Enter')
    await expect.poll(() => quick.locator('.case-state').innerText()).toContain('수락')
    await slow.keyboard.press('Control+Enter')
    await expect.poll(() => slow.getByRole('alert').innerText()).toContain('다른 분이 먼저 처리했습니다.')
    await expect.poll(() => slow.getByRole('alert').innerText()).toContain('지금 상태는 ‘수락’입니다.')
    expect(await slow.getByLabel('덧붙일 말').inputValue()).toBe('재무제표를 더해 주세요.')
    expect(await slow.locator('.case-form [type=submit]').isDisabled()).toBe(true)
  })

  it('C09: does a move once, however often it is pressed and however badly the answer travels', async ({
    desk,
    sits,
  }) => {
    const path = `/desk/${desk.world.people.receiver.post}/cases/${desk.world.cases.sent.id}`
    const visitor = await sits('receiver', { excuses: [/ERR_FAILED/] })
    const page = await visitor.opens(path)
    await page.locator('[data-move=receive]').waitFor()
    // The first answer is lost on the way, after the server has done its work.
    await page.route(
      '**/moves',
      async route => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await page.keyboard.press('t')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('두 번 처리되지 않습니다')
    await page.locator('.case-form [type=submit]').dblclick()
    await expect.poll(() => page.locator('.case-state').innerText()).toContain('접수됨')
    expect(
      (await page.locator('.case-history > li').allInnerTexts()).filter(text => text.startsWith('접수')),
    ).toHaveLength(1)
    const keys = visitor.requests
      .filter(request => request.url().endsWith('/moves'))
      .map(request => request.headers()['idempotency-key'])
    expect(keys.length).toBe(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('shows the proof with the source of each fact, what is waived, and what is not known', async ({ desk, sits }) => {
    const { receiver } = desk.world.people
    const page = await (await sits('receiver')).opens(`/desk/${receiver.post}/cases/${desk.world.cases.late.id}`)
    const proof = page.locator('.case-proof')
    await proof.waitFor()
    const text = await proof.innerText()
    expect(text).toContain('설립일: 사업자등록 조회 (2026. 3. 20.(금) 기준)')
    expect(text).toContain('뿌리산업: 기업이 적음')
    expect(text).toContain('연계로 면제')
    expect(text).toContain('협약 1판에 따라 보지 않습니다')
    await page.goto(`/desk/${receiver.post}/cases/${desk.world.cases.another.id}?on=2026-06-01`)
    await proof.waitFor()
    expect(await page.locator('.case-missing').innerText()).toContain('설립일')
  })

  it('hands a paper over as a file to keep, and says that the firm sees it', async ({ desk, sits }) => {
    const { receiver } = desk.world.people
    const { id, number } = desk.world.cases.another
    const page = await (await sits('receiver')).opens(`/desk/${receiver.post}/cases/${id}`)
    const papers = page.locator('.case-papers')
    await papers.waitFor()
    const download = page.waitForEvent('download')
    await papers.getByRole('link', { name: '설비 목록.csv' }).click()
    expect(await textOf(await download)).toBe('설비,대수\n프레스,3\n')
    expect(await page.locator('main').innerText()).toContain(`‘연계 ${number} 검토’라는 이유로 남습니다`)
  })

  it('says why the records of a firm are gone, and names it nowhere: C08', async ({ desk, sits }) => {
    const { receiver } = desk.world.people
    const page = await (await sits('receiver')).opens(`/desk/${receiver.post}/cases/${desk.world.cases.withdrawn.id}`)
    expect(await page.locator('.case-ended').innerText()).toContain('기업이 동의나 연계를 거두었습니다')
    expect(await page.locator('.case-proof').count()).toBe(0)
    expect(await page.content()).not.toContain('보람도금')
  })

  it('keeps the name of a firm out of titles and addresses', async ({ desk, sits }) => {
    const { receiver } = desk.world.people
    const { id, number } = desk.world.cases.late
    const page = await (await sits('receiver')).opens(`/desk/${receiver.post}/cases/${id}`)
    await expect.poll(() => page.title()).toBe(`${number} · 이음`)
    expect(await page.locator('.case-firm').innerText()).toContain('동방단조')
    expect(decodeURI(page.url())).not.toContain('동방단조')
  })

  it('filters by state, search, post and nearness; the view stands in the address', async ({ desk, sits }) => {
    const page = await (await sits('receiver')).opens(`/desk/${desk.world.people.receiver.post}`)
    await rows(page).first().waitFor()
    const chip = page.getByRole('button', { name: /^보완 요청 \d+$/ })
    const many = Number(/\d+/.exec(await chip.innerText())?.[0])
    await chip.click()
    await expect.poll(() => rows(page).count()).toBe(many)
    expect((await rows(page).allInnerTexts()).every(text => text.includes('보완 요청'))).toBe(true)
    expect(new URL(page.url()).searchParams.get('state')).toBe('returned')
    await page.getByRole('button', { name: /^모두/ }).click()
    await page.keyboard.press('/')
    await page.keyboard.type('동방')
    await page.keyboard.press('Enter')
    await expect.poll(() => rows(page).allInnerTexts()).toEqual([expect.stringContaining('동방단조')])
    await page.reload()
    await expect.poll(() => rows(page).count()).toBe(1)
    await page.getByRole('searchbox').fill('')
    await page.getByLabel('근무일 7일 안에 답할 것만').check()
    await expect
      .poll(async () => (await rows(page).allInnerTexts()).every(text => /늦음|오늘|[0-7]일 남음/.test(text)))
      .toBe(true)
  })

  it('leaves single keys alone while somebody types, and when they are switched off', async ({ desk, sits }) => {
    const page = await (await sits('receiver')).opens(`/desk/${desk.world.people.receiver.post}`)
    await rows(page).first().waitFor()
    await page.getByRole('searchbox').fill('')
    await page.getByRole('searchbox').press('j')
    expect(await page.getByRole('searchbox').inputValue()).toBe('j')
    await page.getByRole('searchbox').fill('')
    await page.getByLabel('한 글자 단축키 쓰기').uncheck()
    await page.keyboard.press('j')
    expect(await focused(page)).not.toContain('동방단조')
    await page.reload()
    await rows(page).first().waitFor()
    await page.keyboard.press('j')
    expect(
      await page.evaluate(() => document.activeElement === document.body || document.activeElement?.tagName === 'H1'),
    ).toBe(true)
  })

  it('draws up a referral, which then waits for the firm', async ({ desk, sits }) => {
    const page = await (await sits('sender')).opens(`/desk/${desk.world.people.sender.post}/new`)
    await page.locator('.desk-choose-link label', { hasText: '뿌리기업 명가' }).click()
    await page.getByLabel(/온새주조/).check()
    await page.getByLabel('무엇을 위한 연계인가요?').fill('다음 단계로 잇기')
    await page.getByRole('button', { name: '작성하고 동의 요청하기' }).click()
    await expect.poll(() => focused(page)).toMatch(/연계 [\w-]+ 작성을 마쳤습니다/)
    await page.getByRole('link', { name: '작성한 연계 보기' }).click()
    await expect.poll(() => page.locator('.case-state').innerText()).toContain('동의 요청 중')
  })

  it('C21: a batch is proposed by one person and approved by another', async ({ desk, sits }) => {
    const { sender, approver } = desk.world.people
    const page = await (await sits('sender')).opens(`/desk/${sender.post}/batches`)
    await page.getByRole('button', { name: '일괄 연계 올리기' }).click()
    await page.locator('.desk-choose-link label', { hasText: '뿌리기업 명가' }).click()
    await page.getByLabel(/가람단조/).waitFor()
    const checked = page.locator('.desk-candidates input:checked')
    while ((await checked.count()) > 0) await checked.first().uncheck()
    await page.getByLabel(/가람단조/).check()
    await page.getByLabel(/늘봄도금/).check()
    await page.getByLabel('이름', { exact: true }).fill('4월 자동화 완료 기업')
    await page.getByLabel('무엇을 위한 연계인가요?').fill('다음 단계로 잇기')
    await page.getByRole('button', { name: '기업 2곳 결재 올리기' }).click()
    await expect.poll(() => focused(page)).toContain('기업 2곳의 일괄 연계를 올렸습니다')
    expect(await page.getByRole('button', { name: '결재', exact: true }).count()).toBe(0)

    const other = await (await sits('approver')).opens(`/desk/${approver.post}/batches`)
    await other.getByRole('button', { name: '결재', exact: true }).click()
    await expect.poll(() => focused(other)).toContain('연계 2건을 작성해')
  })

  it('C21: a link goes on by a second signature of the same agency', async ({ desk, sits }) => {
    const { approver } = desk.world.people
    const page = await (await sits('approver')).opens(`/desk/${approver.post}/links`)
    await page.locator('.desk-link', { hasText: '내부 결재 대기' }).getByRole('link').last().click()
    await page.locator('.desk-signatures').waitFor()
    expect(await page.locator('.desk-signatures > li[data-signed]').count()).toBe(1)
    await page.getByRole('button', { name: '결재하고 제안하기' }).click()
    expect(await page.locator('.case-form').innerText()).toContain('상대 기관이 내용을 보게 됩니다')
    await page.locator('.case-form [type=submit]').click()
    await expect.poll(() => page.locator('.desk-signatures > li[data-signed]').count()).toBe(2)
    expect(await page.locator('.case-state').innerText()).toContain('상대 기관 검토 중')
  })

  it('counts what became of a link, and hands the figures over as CSV and Parquet', async ({ desk, sits }) => {
    const page = await (await sits('owner')).opens(`/desk/${desk.world.people.owner.post}/figures`)
    const row = page.locator('.desk-table tbody tr', { hasText: '뿌리기업 명가' })
    await row.waitFor()
    expect(Number(await row.locator('td').first().innerText())).toBeGreaterThan(5)
    const files = []
    for (const name of ['CSV로 받기', 'Parquet으로 받기']) {
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name }).click()
      files.push(await download)
    }
    expect(files.map(file => file.suggestedFilename())).toEqual([
      expect.stringMatching(/\.csv$/),
      expect.stringMatching(/\.parquet$/),
    ])
    expect(await textOf(files[0]!)).toContain('mss-automation-process-to-motie-root-family-business')
    expect(await textOf(files[1]!)).toMatch(/^PAR1/)
  })
})
