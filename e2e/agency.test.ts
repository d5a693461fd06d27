import { describe, expect } from 'vitest'
import { it } from './harness/desk-site.ts'
import { opensAndLeaves } from './harness/left-in-place.ts'

describe('an agency', () => {
  it('opens a post, invites someone to it, and closes it again', async ({ desk: { world }, sits }) => {
    const page = await (await sits('administrator')).opens(`/desk/${world.people.administrator.post}/people`)
    await page.getByRole('button', { name: '새 자리 열기' }).click()
    await page.getByLabel('자리 이름 (한국어)').fill('판로 연계 담당')
    await page.getByLabel('자리 이름 (영어)').fill('Market desk')
    await page.keyboard.press('Enter')
    const post = page.locator('.agency-post').filter({ hasText: '판로 연계 담당' })
    await post.getByRole('button', { name: /^맡기기/ }).click()
    await page.getByLabel('맡길 분의 메일 주소').fill('someone@agency.example')
    await page.keyboard.press('Enter')
    await expect.poll(() => post.innerText()).toMatch(/someone@agency.example.*초대함/s)
    await post.getByRole('button', { name: /^자리 닫기/ }).click()
    // Of nothing any post can be the successor.
    const successors = await post.getByLabel('넘겨받을 자리').locator('option').allInnerTexts()
    expect(successors).toEqual(expect.arrayContaining(['넘길 일이 없습니다', '기관 관리', '협약 결재']))
    await post.getByRole('button', { name: '자리 닫기' }).click()
    await expect.poll(() => page.locator('main').innerText()).toContain('닫은 자리 1개')
  })

  it('keeps the place of the keyboard in what is opened on the page of its people, and left again', async ({
    desk: { world },
    sits,
  }) => {
    const page = await (await sits('administrator')).opens(`/desk/${world.people.administrator.post}/people`)
    const post = page.locator('.agency-post', { has: page.locator('.agency-holders button') }).first()
    for (const move of [/^맡기기/, /^일 넘기기/, /^자리 닫기/])
      await opensAndLeaves(post.locator('.agency-moves'), post.getByRole('button', { name: move }))
    const holder = post.locator('.agency-holders li', { has: page.getByRole('button') }).first()
    for (const move of [/^면하기/, /^2단계 인증 지우기/])
      await opensAndLeaves(holder, holder.getByRole('button', { name: move }))
    await opensAndLeaves(page.locator('main'), page.getByRole('button', { name: '새 자리 열기' }))
  })

  it('passes the open work of a post to another', async ({ desk: { world }, sits }) => {
    const page = await (await sits('administrator')).opens(`/desk/${world.people.administrator.post}/people`)
    const post = (name: string) =>
      page.locator('.agency-post').filter({ has: page.getByRole('heading', { name, exact: true }) })
    const received = (name: string) => post(name).locator('.agency-open dd').first().innerText()
    await post('지능화 연계 담당')
      .getByRole('button', { name: /^일 넘기기/ })
      .click()
    const before = Number(await received('지능화 연계 담당'))
    expect(before).toBeGreaterThan(0)
    expect(await post('지능화 연계 담당').locator('form').innerText()).toMatch(
      new RegExp(`넘어갈 일\\s+받은 연계\\s+${before}\\s`),
    )
    const successors = await page.getByLabel('넘겨받을 자리').locator('option').allInnerTexts()
    expect(successors).toEqual(expect.arrayContaining(['가족기업 연계 담당', '뿌리산업 사업 담당']))
    expect(successors).not.toContain('협약 결재')
    await page.getByLabel('넘겨받을 자리').selectOption('가족기업 연계 담당')
    await post('지능화 연계 담당').getByRole('button', { name: '일 넘기기' }).click()
    await expect.poll(() => received('지능화 연계 담당')).toBe('0')
    expect(Number(await received('가족기업 연계 담당'))).toBeGreaterThanOrEqual(before)
  })

  it('says how it is reached, and is shown the secret of its webhook once', async ({ desk: { world }, sits }) => {
    const at = `/desk/${world.people.administrator.post}/contact`
    const page = await (await sits('administrator', { excuses: [/status of 422/] })).opens(at)
    const address = page.getByLabel('소식을 보낼 주소 (웹훅)')
    await address.fill('http://agency.example/hook')
    await page.getByRole('button', { name: '저장' }).click()
    await expect.poll(() => page.locator('#contact-webhookUrl-wrong').innerText()).toContain('https 주소')
    expect(await address.inputValue()).toBe('http://agency.example/hook')
    await address.fill('https://agency.example/hook')
    await page.getByRole('button', { name: '저장' }).click()
    await expect.poll(() => page.locator('.agency-secret').innerText()).toMatch(/^whsec_/)
    await page.reload()
    await address.waitFor()
    expect(await address.inputValue()).toBe('https://agency.example/hook')
    expect(await page.locator('.agency-secret').count()).toBe(0)
  })

  it('takes off a second factor that was lost, once that is confirmed', async ({ desk: { world }, sits }) => {
    const page = await (await sits('administrator', { excuses: [/status of 409/] })).opens(
      `/desk/${world.people.administrator.post}/people`,
    )
    const row = page.locator('.agency-holders li').filter({ hasNotText: '초대함' }).first()
    await row.getByRole('button', { name: /^2단계 인증 지우기/ }).click()
    await page.getByText('잃어버린 분이 맞는지').waitFor()
    await page.getByRole('button', { name: '2단계 인증 지우기', exact: true }).click()
    await page
      .getByText(/등록한 두 번째 확인 수단이 없습니다|자기 것은 지울 수 없습니다|지웠습니다/)
      .first()
      .waitFor()
  })

  it('makes an address for its calendar program, which reads there until it is ended', async ({ desk, sits }) => {
    const page = await (await sits('receiver')).opens(`/desk/${desk.world.people.receiver.post}/calendars`)
    await page.getByRole('radio', { name: /우리 기관의 일/ }).check()
    await page.getByRole('button', { name: '주소 만들기' }).click()
    const address = await page.locator('.agency-secret').innerText()
    const read = async () => {
      const reply = await fetch(address)
      return { status: reply.status, text: await reply.text() }
    }
    expect((await read()).text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*답변 기한/)
    await page.reload()
    await page.getByRole('button', { name: /^끝내기/ }).click()
    await page.getByText('아직 만든 주소가 없습니다.').waitFor()
    expect((await read()).status).toBe(404)
  })

  it('reads what its post was told, and marks it as read', async ({ desk: { world }, sits }) => {
    const page = await (await sits('sender')).opens(`/desk/${world.people.sender.post}/notices`)
    await page.locator('.notices li').first().waitFor()
    await page.getByRole('button', { name: '모두 읽음으로 표시' }).click()
    await expect.poll(() => page.locator('main').innerText()).toContain('읽지 않은 알림 0건')
    expect(await page.locator('.notice-new').count()).toBe(0)
  })
})
