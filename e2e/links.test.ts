import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { it, type Sits } from './harness/desk-site.ts'
import type { Who } from './harness/desk-world.ts'
import { lookOver } from './harness/look-over.ts'

const automation = 'mss-automation-process'
const family = 'motie-root-family-business'
/** What the server says no to, the browser writes down as well. */
const refused = [/status of (409|422)/]

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')))
const main = (page: Page): Promise<string> => page.locator('main').innerText()
const state = (page: Page): Promise<string> => page.locator('.case-state').innerText()

describe('a link', () => {
  it('C21: is drawn up and approved on one side, looked through and agreed on the other, then renewed', async ({
    desk,
    sits,
  }) => {
    const { people, alsoApproves } = desk.world
    const writer = await (await sits('writer')).opens(`/desk/${people.writer.post}/links`)
    await writer.getByRole('link', { name: '새 연계 협약' }).click()
    await writer.getByRole('link', { name: /^이 연계로 시작 자동화공정 구축 → 지능형 뿌리공정시스템 구축/ }).click()
    await writer.locator('.terms-form').waitFor()
    expect(await writer.getByRole('combobox', { name: '앞 사업' }).inputValue()).toBe('자동화공정 구축')
    expect(await writer.getByLabel('목적 (영어)').inputValue()).toContain('root companies')
    await writer.getByLabel('자리 수').fill('25')
    await writer
      .getByRole('group', { name: '뿌리기업', exact: true })
      .getByLabel('보내는 기관의 결정을 받아들임')
      .check()
    await writer.getByRole('button', { name: '작성하기' }).click()
    await expect.poll(() => focused(writer)).toContain('아직 상대 기관은 볼 수 없습니다')
    await writer.getByRole('link', { name: '협약 보기' }).click()
    await writer.locator('.desk-signatures').waitFor()
    const id = new URL(writer.url()).pathname.split('/').at(-1)!
    expect(await main(writer)).toContain('보내는 기관의 서명한 결정을 그대로 따르는 것 1가지')
    await sign(writer, '결재 올리기')
    await expect.poll(() => state(writer)).toContain('내부 결재 대기')

    // The same person at an approver's post: it is not offered, and refused where it is tried all the same.
    const self = await (await sits('writer', { excuses: refused })).opens(`/desk/${alsoApproves}/links/${id}`)
    await self.locator('.link-others').waitFor()
    expect(await self.getByRole('button', { name: '결재하고 제안하기' }).count()).toBe(0)
    expect(await self.locator('.link-others').innerText()).toMatch(/결재하고 제안하기[\s\S]*이미 서명하셨으므로/)
    expect(await moves(self, alsoApproves, id, { move: 'offer', changed: 2 })).toEqual([409, 'signed-already'])

    const approver = await signs(sits, 'approver', id, '결재하고 제안하기', people.approver.post)
    await expect.poll(() => state(approver)).toContain('상대 기관 검토 중')
    const owner = await signs(sits, 'owner', id, '검토 마치기', people.owner.post)
    await expect.poll(() => owner.locator('.link-others').innerText()).toMatch(/체결\n국가뿌리산업진흥센터 · 결재자/)
    const decider = await signs(sits, 'decider', id, '체결', people.decider.post)
    await expect.poll(() => state(decider)).toMatch(/체결[\s\S]*오늘 시행 중/)
    expect(await decider.locator('.desk-signatures > li[data-signed]').count()).toBe(4)

    // Anew, from the other side this time.
    const next = await renewed(sits, people.owner.post, id)
    const agrees = await (await sits('writer')).opens(`/desk/${people.writer.post}/links/${id}`)
    expect(await agrees.getByRole('link', { name: '다음 판 작성' }).count()).toBe(1)
    await signs(sits, 'owner', next, '결재 올리기', people.owner.post)
    await signs(sits, 'decider', next, '결재하고 제안하기', people.decider.post)
    const compared = await signs(sits, 'writer', next, '검토 마치기', people.writer.post)
    expect(await compared.locator('.link-compare').innerText()).toMatch(
      /답할 기한\s+근무일 10일 안에 답하기\s+근무일 5일/,
    )
    await lookOver(compared, 'ko')
    await signs(sits, 'approver', next, '체결', people.approver.post)
    await agrees.reload()
    await agrees.getByText('이 판은 2판으로 바뀌었습니다.').waitFor()
    expect(await agrees.locator('.case-buttons').count()).toBe(0)
    expect(await agrees.locator('.desk-version').allInnerTexts()).toEqual([
      expect.stringContaining('2판 · 체결'),
      expect.stringMatching(/^1판 \(지금 보고 있는 판\) · 2판으로 바뀜/),
    ])
  })

  it('says every field that is wrong, keeps what was typed, and leads to each', async ({ desk, sits }) => {
    const visitor = await sits('writer')
    const page = await visitor.opens(`/desk/${desk.world.people.writer.post}/links/new?from=${automation}&to=${family}`)
    await page.locator('.terms-form').waitFor()
    expect(await page.locator('.link-between').innerText()).toContain('체결 · 1판 보기')
    await page.getByLabel('답할 기한').fill('열흘')
    await page.getByLabel('자리 수').fill('서른')
    await page.getByLabel('목적 (한국어)').fill('다음 단계로 잇기')
    await page.getByLabel('요건 완화').check()
    await page.getByRole('button', { name: '작성하기' }).click()
    await expect.poll(() => focused(page)).toContain('고칠 곳이 5군데 있습니다')
    expect(await page.getByLabel('자리 수').inputValue()).toBe('서른')
    expect(await page.getByLabel('목적 (한국어)').inputValue()).toBe('다음 단계로 잇기')
    await page.getByRole('alert').getByRole('link', { name: '답할 기한' }).click()
    expect(await page.getByLabel('답할 기한').evaluate(entry => entry === document.activeElement)).toBe(true)
    expect(await page.locator('#term-daysToAnswer-wrong').innerText()).toContain('1부터 250까지')
    expect(visitor.requests.filter(request => request.method() === 'POST')).toEqual([])
  })

  it('keeps what was typed when the server finds more, and when a colleague was faster', async ({ desk, sits }) => {
    const { post } = desk.world.people.writer
    const page = await (await sits('writer', { excuses: refused })).opens(
      `/desk/${post}/links/new?from=${automation}&to=${family}`,
    )
    await page.getByLabel('목적 (한국어)').fill('다음 단계로 잇기')
    await page.getByLabel('목적 (영어)').fill('on to the next step')
    await page.getByLabel('법적 근거').fill('업무협약 제3조')
    const field = { field: '/terms/legalBasis', wrong: 'the law or agreement that this rests on' }
    const isDrawing = (url: URL) => url.pathname.endsWith('/agreements')
    await page.route(isDrawing, route =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 422, json: { title: 'not right', status: 422, fields: [field] } })
        : route.continue(),
    )
    await page.getByRole('button', { name: '작성하기' }).click()
    await expect.poll(() => page.locator('#term-legalBasis-wrong').count()).toBe(1)
    expect(await page.getByLabel('법적 근거').inputValue()).toBe('업무협약 제3조')
    await page.unroute(isDrawing)
    await page.getByRole('button', { name: '작성하기' }).click()
    await page.getByRole('link', { name: '협약 보기' }).click()
    await page.getByRole('link', { name: '내용 고치기' }).click()
    await page.getByLabel('답할 기한').fill('7')
    expect(await page.locator('#term-daysToAnswer-stands').innerText()).toBe('저장된 내용: 근무일 10일 안에 답하기')

    const id = new URL(page.url()).pathname.split('/').at(-2)!
    const terms = await termsOf(page, post, id)
    expect(await asks(page, `/api/posts/${post}/agreements/${id}`, { changed: 1, terms }, 'PUT')).toEqual([
      200,
      { changed: 2 },
    ])
    const reading = Promise.withResolvers<void>()
    await page.route(`**/agreements/${id}`, async route => {
      if (route.request().method() === 'GET') await reading.promise
      await route.continue()
    })
    const save = page.getByRole('button', { name: '고친 내용 저장' })
    await save.click()
    await expect.poll(() => focused(page)).toContain('다른 분이 먼저 처리했습니다')
    // An impatient second press would send what is refused once more: it waits for the new reading.
    await expect.poll(() => save.isDisabled()).toBe(true)
    reading.resolve()
    expect(await page.getByLabel('답할 기한').inputValue()).toBe('7')
    await save.click()
    await expect.poll(() => focused(page)).toContain('고친 내용을 저장했습니다')
  })

  it('is drawn up with the keyboard alone, as far as the other side', async ({ desk, sits }) => {
    const page = await (await sits('writer')).opens(`/desk/${desk.world.people.writer.post}/links/new`)
    await tabTo(page, page.locator('#pair-from'))
    await page.keyboard.type('자동화공정')
    await page.keyboard.press('Enter')
    await tabTo(page, page.locator('#pair-to'))
    await page.keyboard.type('뿌리기업 명가')
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: '두 사업으로 시작' }))
    await page.keyboard.press('Enter')
    await page.locator('.terms-form').waitFor()
    await tabTo(page, page.getByRole('radio', { name: /^우대/ }))
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { name: /^요건 완화/ }).isChecked()).toBe(true)
    await tabTo(page, page.getByRole('group', { name: '20년 이상 운영' }).getByRole('radio').first())
    await page.keyboard.press('ArrowDown')
    for (const [label, text] of [
      ['답할 기한', '7'],
      ['목적 (한국어)', '다음 단계로 잇기'],
      ['목적 (영어)', 'on to the next step'],
      ['법적 근거', '업무협약 제3조'],
    ] as const) {
      await tabTo(page, page.getByLabel(label))
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
    }
    await tabTo(page, page.getByRole('button', { name: '작성하기' }))
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('협약을 작성했습니다')
    await tabTo(page, page.getByRole('link', { name: '협약 보기' }))
    await page.keyboard.press('Enter')
    await page.locator('.desk-signatures').waitFor()
    expect(await main(page)).toMatch(/이 협약으로 온 기업에게 보지 않는 것 1가지\s+20년 이상 운영/)
    // From 1 June seven working days, over the local elections on the 3rd and a weekend.
    expect(await page.locator('.link-does-days').innerText()).toContain('2026. 6. 11.(목)')
    await tabTo(page, page.getByRole('button', { name: '결재 올리기' }))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('내부 결재 대기')
  })

  it('that was refused is drawn up anew from its own terms, on either side', async ({ desk, sits }) => {
    const { people } = desk.world
    const page = await (await sits('writer')).opens(`/desk/${people.writer.post}/links`)
    const { post } = people.writer
    const terms = { ...(await termsOf(page, post, desk.world.agreement)), daysToAnswer: 3 }
    const [, drafted] = await asks(page, `/api/posts/${post}/agreements`, { terms }, 'POST')
    const id = (drafted as { agreement: string }).agreement
    expect(await moves(page, post, id, { move: 'propose', changed: 1 })).toEqual([200, undefined])
    const approver = await signs(sits, 'approver', id, '결재하고 제안하기', people.approver.post)
    await expect.poll(() => state(approver)).toContain('상대 기관 검토 중')

    const decider = await (await sits('decider')).opens(`/desk/${people.decider.post}/links/${id}`)
    await decider.getByRole('button', { name: '거절' }).click()
    await decider.getByLabel('사유').fill('답할 기한이 10일이면 받아들이겠습니다')
    await decider.locator('.case-form [type=submit]').click()
    await expect.poll(() => state(decider)).toContain('거절')

    const owner = await (await sits('owner')).opens(`/desk/${people.owner.post}/links/${id}`)
    expect(await main(owner)).toContain('답할 기한이 10일이면 받아들이겠습니다')
    await owner.getByRole('link', { name: '이 내용으로 새로 작성' }).click()
    expect(await owner.getByLabel('답할 기한').inputValue()).toBe('3')
    await owner.getByLabel('답할 기한').fill('10')
    await owner.getByRole('button', { name: '작성하기' }).click()
    await expect.poll(() => focused(owner)).toContain('협약을 작성했습니다')
  })

  it('is drawn up by programme owners: others are told who they are', async ({ desk, sits }) => {
    const { post } = desk.world.people.approver
    const page = await (await sits('approver')).opens(`/desk/${post}/links`)
    await page.locator('.desk-links').first().waitFor()
    expect(await page.getByRole('link', { name: '새 연계 협약' }).count()).toBe(0)
    expect(await main(page)).toContain('협약을 작성하는 자리: 사업 담당')
    await page.goto(`/desk/${post}/links/new`)
    await expect.poll(() => main(page)).toContain('이 자리에서는 협약을 작성하지 않습니다')
  })
})

describe('axe and the ruler find nothing wrong with', () => {
  const walks = [
    { name: 'where to start', who: 'writer', at: () => '/links/new', stands: '.link-pair' },
    {
      name: 'a form with everything wrong',
      who: 'writer',
      at: () => '/links/new?start=nothing',
      stands: '.terms-form',
      after: async (page: Page) => {
        await page.locator('.terms-form [type=submit]').click()
        await page.locator('.field-wrong').first().waitFor()
      },
    },
    {
      name: 'a next version that differs',
      who: 'writer',
      at: (agreement: string) => `/links/${agreement}/terms`,
      stands: '.rule-choice',
      after: async (page: Page) => {
        await page.locator('#term-daysToAnswer').fill('5')
        await page.locator('#term-legalBasis').fill('업무협약 제4조')
        await page.locator('.rule-choice').last().locator('input').nth(1).check()
      },
    },
    {
      name: 'a programme owner’s view of what stands',
      who: 'owner',
      at: (agreement: string) => `/links/${agreement}`,
      stands: '.link-does',
    },
  ] as const
  it.for(walks.flatMap(walk => (['ko', 'en'] as const).map(language => ({ ...walk, language }))))(
    '$name ($language)',
    async ({ who, at, stands, language, ...walk }, { desk, sits }) => {
      const { world } = desk
      const page = await (await sits(who, { language })).opens(`/desk/${world.people[who].post}${at(world.agreement)}`)
      await page.locator(stands).first().waitFor()
      if ('after' in walk) await walk.after(page)
      await lookOver(page, language)
    },
  )
})

async function sign(page: Page, move: string): Promise<void> {
  await page.getByRole('button', { name: move, exact: true }).click()
  await page.locator('.case-form [type=submit]').click()
  await page.locator('.case-told:not(:empty)').waitFor()
}

/** Comes to the link, signs, and stays. */
async function signs(sits: Sits, who: Who, link: string, move: string, post: string): Promise<Page> {
  const page = await (await sits(who)).opens(`/desk/${post}/links/${link}`)
  await sign(page, move)
  return page
}

/** The next version with fewer days to answer; nothing is drawn up as long as nothing differs. */
async function renewed(sits: Sits, post: string, id: string): Promise<string> {
  const page = await (await sits('owner')).opens(`/desk/${post}/links/${id}`)
  await page.getByRole('link', { name: '다음 판 작성' }).click()
  await page.getByRole('button', { name: '다음 판 작성하기' }).click()
  await expect.poll(() => focused(page)).toContain('달라진 것이 없습니다')
  await page.getByLabel('답할 기한').fill('5')
  expect(await page.locator('#term-daysToAnswer-stands').innerText()).toContain('근무일 10일')
  await page.getByRole('button', { name: '다음 판 작성하기' }).click()
  await expect.poll(() => focused(page)).toContain('2판을 작성했습니다')
  await page.getByRole('link', { name: '협약 보기' }).click()
  await page.locator('.link-compare').waitFor()
  return new URL(page.url()).pathname.split('/').at(-1)!
}

/** Asks the API as whoever looks at the page. */
const asks = (page: Page, path: string, body: unknown, method: 'GET' | 'POST' | 'PUT'): Promise<[number, unknown]> =>
  page.evaluate(
    async ({ path, body, method }) => {
      const reply = await fetch(path, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': `e2e-${Math.random()}` },
        ...(method !== 'GET' && { body: JSON.stringify(body) }),
      })
      return [reply.status, await reply.json()]
    },
    { path, body, method },
  )

async function moves(page: Page, post: string, id: string, body: unknown): Promise<[number, unknown]> {
  const [status, answer] = await asks(page, `/api/posts/${post}/agreements/${id}/moves`, body, 'POST')
  return [status, (answer as { code?: string }).code]
}

const names =
  `fromProgramme outcome toProgramme kind daysToAnswer remindBefore expireAfter places waives accepts legalBasis purpose
  councilTask validFrom validTo`.split(/\s+/)

async function termsOf(page: Page, post: string, id: string): Promise<Record<string, unknown>> {
  const [, read] = await asks(page, `/api/posts/${post}/agreements/${id}`, undefined, 'GET')
  return Object.fromEntries(names.map(name => [name, (read as Record<string, unknown>)[name]]))
}

/** Presses Tab until the goal has the focus. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let stops = 0; stops < 90; stops++) {
    await page.keyboard.press('Tab')
    if (await goal.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`Not reached with 90 presses of Tab: ${goal}`)
}
