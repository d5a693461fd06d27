import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { it } from './harness/desk-site.ts'

const main = (page: Page) => page.locator('main')
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')))
/** A file dropped by the server says so by its status. */
const notTaken = [/status of (422|404)/]
const tooLate = [/status of (409|422|404)/]

describe('a firm', () => {
  it('lets its adviser read what is asked, who is told why he cannot agree', async ({ desk: { firms }, sits }) => {
    const { firm, cookie } = firms.adviser
    const page = await (await sits({ cookie })).opens(`/firm/${firm}/referrals/${firms.referrals.asked}`)
    await expect.poll(() => main(page).innerText()).toContain('동의는 기업 구성원만 할 수 있습니다')
    expect(await page.locator('.consent-body').first().innerText()).toContain('동의하지 않으면')
    expect(await page.getByRole('button', { name: '동의하고 연계받기' }).count()).toBe(0)
    for (const box of await page.locator('.consent input').all()) expect(await box.isDisabled()).toBe(true)
  })

  it('C45: agrees to each thing apart, with nothing agreed to beforehand, to the very words that are kept', async ({
    desk: { firms },
    sits,
  }) => {
    const { firm, cookie } = firms.members.asked
    const visitor = await sits({ cookie }, { excuses: tooLate })
    const page = await visitor.opens(`/firm/${firm}`)
    await page.getByRole('link', { name: /연계에 동의하실지 정해 주세요/ }).click()
    await page.getByRole('heading', { name: '동의하실 내용' }).waitFor()
    const agree = page.getByLabel('위 내용을 읽었고, 정보를 넘기는 데 동의합니다')
    await agree.waitFor()
    for (const box of await page.locator('.consent-agree input').all()) expect(await box.isChecked()).toBe(false)
    for (const told of [
      '받는 곳',
      '받는 곳이 쓰는 목적',
      '넘기는 항목',
      '받는 곳이 보관하고 쓰는 기간',
      '동의하지 않으면',
    ])
      expect(await page.locator('.consent').first().innerText()).toContain(told)

    await page.getByLabel(/^설립일/).uncheck()
    await expect.poll(() => page.locator('.consent-body').first().innerText()).not.toContain('설립일')
    const shown = await page.locator('.consent').first().locator('.consent-item').allInnerTexts()

    await page.getByRole('button', { name: '동의하고 연계받기' }).click()
    await expect.poll(() => focused(page)).toContain('정보를 넘기는 데 동의해 주세요')
    await agree.check()
    // The same question, open in a second window before it is answered in the first.
    const second = await visitor.opens(`/firm/${firm}/referrals/${firms.referrals.asked}`)
    await second.getByRole('button', { name: '동의하지 않고 끝내기' }).waitFor()
    await page.getByRole('button', { name: '동의하고 연계받기' }).click()
    await expect.poll(() => main(page).innerText()).toContain('동의하셨습니다. 보내는 기관에 알렸습니다.')
    // The optional ones were left alone, and blocked nothing.
    await expect.poll(() => page.locator('.given > li').count()).toBe(1)
    await page.locator('.given summary').click()
    const kept = await page.locator('.given-body').innerText()
    for (const line of shown) for (const part of line.split('\n').filter(Boolean)) expect(kept).toContain(part.trim())
    expect(await page.title()).not.toContain('경북예시주물')

    // A no that comes too late is told that it did not count, and how to take the yes back.
    await second.getByRole('button', { name: '동의하지 않고 끝내기' }).click()
    await expect.poll(() => second.getByRole('alert').innerText()).toContain('반영되지 않았습니다')
    expect(await second.getByRole('alert').innerText()).toContain('거두시려면')
    await expect.poll(() => focused(second)).toContain('이미 동의하셨습니다')
    await second.getByRole('button', { name: /동의 거두기/ }).waitFor()
  })

  it('is told what follows before it takes a consent back, and is asked once more where that ends the referral', async ({
    desk: { firms },
    sits,
  }) => {
    const { firm, cookie } = firms.members.leaving
    const page = await (await sits({ cookie }, { excuses: notTaken })).opens(
      `/firm/${firm}/referrals/${firms.referrals.leaving}`,
    )
    const papers = page.locator('.given > li').filter({ hasText: '서류를 함께 보내는 데 동의' })
    expect(await papers.innerText()).toContain('연계는 그대로 이어집니다')
    await papers.getByRole('button', { name: /동의 거두기/ }).click()
    await expect.poll(() => page.getByRole('status').first().innerText()).toContain('서류를 볼 수 없습니다')
    await expect.poll(() => papers.innerText()).toContain('거두었습니다')
    expect(await page.locator('.stations [aria-current]').innerText()).toContain('접수')

    const handOff = page.locator('.given > li').filter({ hasText: '다음 기관에 정보를 넘기는' })
    await handOff.getByRole('button', { name: /동의 거두기/ }).click()
    expect(await handOff.innerText()).toContain('정말 거둘까요?')
    await handOff.getByRole('button', { name: '그대로 두기' }).click()
    await expect.poll(() => focused(page)).toContain('동의 거두기')
    await handOff.getByRole('button', { name: /동의 거두기/ }).click()
    await handOff.getByRole('button', { name: '동의 거두기' }).click()
    await expect.poll(() => page.locator('.stations [aria-current]').innerText()).toContain('그만둠')
    expect(await page.locator('.stations [data-stands=ahead]').count()).toBe(0)
  })

  it('says no with one click, and nothing of it is passed on', async ({ desk: { firms }, sits }) => {
    const { firm, cookie } = firms.members.refusing
    const page = await (await sits({ cookie })).opens(`/firm/${firm}/referrals/${firms.referrals.refusing}`)
    await page.getByRole('button', { name: '동의하지 않고 끝내기' }).click()
    await expect.poll(() => main(page).innerText()).toContain('넘어간 정보는 없습니다')
    expect(await page.locator('.given > li').count()).toBe(0)
  })

  it('says that what it was asked back for is there, once a round, and finds whom to call', async ({
    desk: { firms, world },
    sits,
  }) => {
    const { firm, cookie } = firms.members.returned
    const page = await (await sits({ cookie })).opens(`/firm/${firm}/referrals/${firms.referrals.returned}`)
    await page.getByRole('button', { name: '다 채웠습니다' }).click()
    await expect.poll(() => page.getByRole('status').first().innerText()).toContain('알렸습니다')
    await expect.poll(() => page.getByRole('button', { name: '다 채웠습니다' }).count()).toBe(0)
    expect(await page.locator('.firm-history').innerText()).toContain('다 채웠다고 알렸습니다')
    expect(await page.locator('.agency-contacts a[href^="tel:"]').first().innerText()).toBe('1357')

    const desk = await (await sits('sender')).opens(
      `/desk/${world.people.sender.post}/cases/${firms.referrals.returned}`,
    )
    await expect.poll(() => main(desk).innerText()).toContain('기업이 다 채웠다고 알렸습니다')
    expect(await desk.locator('.agency-contacts a[href^="tel:"]').count()).toBeGreaterThan(0)
  })

  it('sees what two sources say of one fact, and puts it right', async ({ desk: { firms }, sits }) => {
    const { firm, cookie } = firms.members.sent
    const page = await (await sits({ cookie })).opens(`/firm/${firm}/dossier`)
    const row = page.locator('.dossier-fact[data-contradicted]')
    expect(await row.innerText()).toMatch(/29명.*공적 장부.*출처마다 값이 다릅니다.*32명.*직접 입력/s)
    await page.getByRole('button', { name: '상시근로자 수 고치기' }).click()
    await page.locator('#answer-employees').fill('29')
    await page.getByRole('button', { name: '저장' }).click()
    await expect.poll(() => main(page).innerText()).toContain('값을 저장했습니다')
    await expect.poll(() => page.locator('.dossier-fact[data-contradicted]').count()).toBe(0)
  })

  it('brings papers, is told why one is not taken, and removes one', async ({ desk: { firms }, sits }) => {
    const { firm, cookie } = firms.members.completed
    const page = await (await sits({ cookie }, { excuses: notTaken })).opens(`/firm/${firm}/dossier`)
    const choose = page.locator('input[type=file]')
    await choose.setInputFiles({ name: '몰래.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') })
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('받지 않는 종류의 파일입니다')
    await choose.setInputFiles({
      name: '가짜.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n'),
    })
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('가짜.pdf: 파일이 깨졌거나 잘렸습니다')
    await choose.setInputFiles({ name: '계획 (최종).txt', mimeType: 'text/plain', buffer: Buffer.from('사업계획') })
    await expect.poll(() => main(page).innerText()).toContain('‘계획 (최종).txt’ 서류를 올렸습니다')
    const paper = page.locator('.dossier-fact').filter({ hasText: '계획 (최종).txt' })
    const [file] = await Promise.all([page.waitForEvent('download'), paper.getByRole('link').click()])
    expect(file.suggestedFilename()).toBe('계획 (최종).txt')
    await paper.getByRole('button', { name: /지우기/ }).click()
    await expect.poll(() => main(page).innerText()).toContain('이제 아무도 볼 수 없습니다')
    await expect.poll(() => paper.count()).toBe(0)
  })

  it('after a no goes on to other ways with its dossier', async ({ desk: { firms }, sits }) => {
    const { firm, cookie } = firms.members.declined
    const page = await (await sits({ cookie }, { excuses: notTaken })).opens(
      `/firm/${firm}/referrals/${firms.referrals.declined}`,
    )
    expect(await main(page).innerText()).toContain('자리가 다 찼습니다')
    await page.getByRole('button', { name: '다른 길 찾아보기' }).click()
    await page.waitForURL(url => url.pathname === '/path')
    await expect.poll(() => page.locator('.path-whose').innerText()).toContain('예시열처리')
    // The address can be sent to someone else: the firm is not in it.
    expect(decodeURIComponent(page.url())).not.toMatch(/예시열처리|경상북도|1988/)
  })

  it('plans on from what it has completed, and is told what lies behind it', async ({ desk: { firms }, sits }) => {
    const { firm, cookie } = firms.members.declined
    const page = await (await sits({ cookie })).opens(`/firm/${firm}/dossier`)
    await page.getByRole('button', { name: '이 자료로 여정 짜기' }).click()
    await page.waitForURL(url => url.pathname === '/path')
    const behind = page.locator('.route-line [data-done]')
    await expect.poll(() => behind.first().innerText()).toContain('이미 마침')
    expect(await main(page).innerText()).toContain('그다음부터 찾습니다')
    await expect.poll(() => page.locator('.path-leg').count()).toBeGreaterThan(0)
    const planned = await page.locator('.path-leg').allInnerTexts()
    const [name] = (await behind.first().innerText()).split('\n')
    for (const leg of planned) expect(leg).not.toContain(name)
  })

  it('reads who looked, what for and on what basis, and nothing of it in the title', async ({
    desk: { firms },
    sits,
  }) => {
    const { firm, cookie } = firms.members.sent
    const page = await (await sits({ cookie })).opens(`/firm/${firm}/who-looked`)
    const row = page.locator('.looks tbody tr').filter({ hasText: '요건을 확인하려고' })
    expect(await row.innerText()).toMatch(/국가뿌리산업진흥센터.*지능화 연계 담당.*동의하신 기업 자료.*동의/s)
    expect(await page.title()).toBe('열람 기록 · 이음')
  })

  it('is asked for by its number, with a mistyped digit told at the field', async ({ desk: { firms }, sits }) => {
    const page = await (await sits(firms.nobody)).opens('/me/firms/new')
    await page.getByLabel('사업자등록번호').fill('124-81-00999')
    await page.getByLabel('기업 이름').fill('예시주물')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('있을 수 없는 번호입니다')
    await page.getByRole('link', { name: /있을 수 없는 번호/ }).click()
    expect(await page.getByLabel('사업자등록번호').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('사업자등록번호').fill('999-81-00015')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('요청을 받았습니다')
  })

  it('is shown to nobody else', async ({ desk: { firms }, sits }) => {
    const page = await (await sits({ cookie: firms.members.empty.cookie })).opens(`/firm/${firms.members.sent.firm}`)
    await expect.poll(() => page.locator('h1').innerText()).toBe('볼 수 없는 기업입니다')
    expect(await page.locator('body').innerText()).not.toContain('예시금형')
  })
})
