import { pdf } from '@ieum/services/testing'
import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { CouncilWho } from './harness/council-world.ts'
import { type Desk, it, type Sits } from './harness/desk-site.ts'
import { opensAndLeaves } from './harness/left-in-place.ts'
import { lookOver } from './harness/look-over.ts'
import type { VisitorTraits } from './harness/visitor.ts'

const notThere = [/status of 404/]
/** What the server says no to, the browser writes down as well. */
const refused = [/status of 422/]

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')))
const main = (page: Page): Promise<string> => page.locator('main').innerText()
const state = (page: Page): Promise<string> => page.locator('.case-state').innerText()
const section = (page: Page, heading: string): Locator =>
  page.locator('.case-section', { has: page.getByRole('heading', { name: heading, exact: true }) })

/** Somebody of the council, at a page of the post. */
async function at(desk: Desk, sits: Sits, who: CouncilWho, path: string, traits?: VisitorTraits): Promise<Page> {
  const person = desk.council.people[who]
  return (await sits(person, traits)).opens(`/desk/${person.post}${path}`)
}

async function acceptsCase(desk: Desk, sits: Sits, referral: string): Promise<void> {
  const page = await (await sits('receiver')).opens(`/desk/${desk.world.people.receiver.post}/cases/${referral}`)
  await page.getByRole('button', { name: /^수락/ }).click()
  await page.locator('.case-form [type=submit]').click()
  await page.locator('.case-told:not(:empty)').waitFor()
}

describe('a council', () => {
  it('stands in the navigation of posts of its agencies alone, with what is late', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'answerer', '/links')
    await page.getByRole('link', { name: '협의회', exact: true }).click()
    await page.locator('.council-list').waitFor()
    expect(await page.locator('.council-list').innerText()).toMatch(
      /중기부-산업부 정책협의회[\s\S]*간사 기관 중소벤처기업부[\s\S]*늦은 후속조치\s+1건/,
    )
    await page.getByRole('link', { name: '중기부-산업부 정책협의회' }).click()
    await page.locator('.actions').waitFor()
    await page.getByText('남은 날은 주말과 공휴일을 뺀 근무일로 셉니다.').waitFor()
    const actions = await page.locator('.actions > li').allInnerTexts()
    expect(actions[0]).toMatch(/안내문을 고친다[\s\S]*늦음 7일[\s\S]*중소벤처기업부에서 할 차례입니다/)
    expect(actions[1]).toMatch(
      /협약 초안을 낸다[\s\S]*14일 남음[\s\S]*휴일이어서 2026. 6. 22.\(월\)까지[\s\S]*이 자리가 보고할 차례입니다/,
    )
    expect(await page.locator('.council-seats').innerText()).toMatch(/중소벤처기업부\s+10[\s\S]*산업통상부\s+9/)

    const stranger = await (await sits('empty', { excuses: notThere })).opens(`/desk/${desk.world.people.empty.post}`)
    await stranger.locator('.desk-nav').waitFor()
    await stranger.waitForLoadState('networkidle')
    expect(await stranger.getByRole('link', { name: '협의회', exact: true }).count()).toBe(0)
    await stranger.goto(`${desk.address}/desk/${desk.world.people.empty.post}/councils/mss-motie`)
    await stranger.locator('.desk-refused').waitFor()
    expect(await main(stranger)).not.toContain('정책협의회')
  })

  it('has its next session planned by its secretary, and by nobody else', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'keeper', '/councils/mss-motie')
    await page.getByText('다음 회의 잡기').click()
    await page.getByLabel('날짜', { exact: true }).fill('2026-06-25')
    await page.getByLabel('시작 시각').fill('14:00')
    await page.getByLabel('장소').fill('세종')
    await page.getByRole('button', { name: '회의 잡기' }).click()
    await expect.poll(() => focused(page)).toContain('제3차 회의를 잡았습니다')
    await expect.poll(() => section(page, '회의').innerText()).toMatch(/제3차 회의\s+2026. 6. 25.\(목\) 24일 남음/)
    const other = await at(desk, sits, 'answerer', '/councils/mss-motie')
    await other.locator('.council-tasks').first().waitFor()
    expect(await other.getByText('다음 회의 잡기').count()).toBe(0)
  })
})

describe('a council that no catalogue knows', () => {
  it('is drawn up by a secretary at the keyboard, keeps what was typed when refused, and ends on its page', async ({
    desk,
    sits,
  }) => {
    const page = await at(desk, sits, 'keeper', '/councils', { excuses: refused })
    await page.getByRole('link', { name: '새 협의회 만들기' }).click()
    // The page that is left has a button of the same words.
    await page.getByRole('heading', { level: 1, name: '새 협의회 만들기' }).waitFor()
    const seat = (number: number) => page.getByRole('group', { name: `${number}번 자리` })
    await page.getByRole('button', { name: '협의회 만들기' }).click()
    await expect.poll(() => focused(page)).toMatch(/고칠 곳이 4군데 있습니다[\s\S]*2번 자리: 기관을 골라 주세요/)
    // A council of the agency has this name: only the server can tell.
    await page.getByLabel('협의회 이름', { exact: true }).fill('중기부-산업부 정책협의회')
    await seat(1).getByLabel('직위나 단체 이름').fill('제조혁신과장')
    await seat(1).getByLabel('맡은 일').selectOption('chair')
    await seat(2).getByLabel('기관').selectOption('motie')
    await seat(2).getByLabel('직위나 단체 이름').fill('산업정책과장')
    await page.getByRole('button', { name: '자리 더하기' }).press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('council-seats-2-agency')
    await seat(3).getByRole('button', { name: '3번 자리 빼기' }).press('Enter')
    await expect.poll(() => focused(page)).toBe('자리 더하기')
    await page.getByRole('button', { name: '협의회 만들기' }).click()
    await expect.poll(() => focused(page)).toMatch(/고칠 곳이 1군데 있습니다[\s\S]*같은 이름의 협의회가 있습니다/)
    const name = page.getByLabel('협의회 이름', { exact: true })
    expect(await name.getAttribute('aria-describedby')).toBe('council-name-wrong')
    expect(await seat(2).getByLabel('직위나 단체 이름').inputValue()).toBe('산업정책과장')
    await name.fill('뿌리산업 협의회')
    expect(await page.getByText('같은 이름의 협의회가 있습니다').count()).toBe(0)
    await page.getByRole('button', { name: '협의회 만들기' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: '뿌리산업 협의회' }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/\/councils\/mss-policy$/)
    expect(await page.locator('.council-seats').innerText()).toMatch(/제조혁신과장 위원장[\s\S]*산업정책과장/)
    await expect.poll(() => section(page, '공개').innerText()).toMatch(/협의회 뿌리산업 협의회 — 공개하지 않음/)
    expect((await page.request.get(`${desk.address}/api/councils/mss-policy`)).status()).toBe(404)
  })

  it('is worded anew, has its seats held by a post of each agency, and is dissolved once it was said what that means', async ({
    desk,
    sits,
  }) => {
    const page = await at(desk, sits, 'keeper', '/councils/new', { excuses: [...refused, /409/] })
    const seat = (number: number) => page.getByRole('group', { name: `${number}번 자리` })
    await page.getByLabel('협의회 이름', { exact: true }).fill('소재 협의회')
    await page.getByLabel('협의회 이름 (영어, 있으면)').fill('Materials')
    await seat(1).getByLabel('직위나 단체 이름').fill('국장')
    await seat(2).getByLabel('기관').selectOption('motie')
    await seat(2).getByLabel('직위나 단체 이름').fill('과장')
    await page.getByRole('button', { name: '자리 더하기' }).click()
    await seat(3).getByLabel('직위나 단체 이름').fill('통상과장')
    await page.getByRole('button', { name: '협의회 만들기' }).click()
    await page.getByRole('heading', { level: 1, name: '소재 협의회' }).waitFor()

    await page.getByRole('link', { name: '협의회 고치기' }).click()
    await page.getByRole('heading', { level: 2, name: '협의회 고치기' }).waitFor()
    await page.locator('.draw-up-there summary').nth(1).click()
    await seat(2).getByLabel('직위나 단체 이름').fill('')
    await page.getByRole('button', { name: '고친 내용 저장' }).click()
    await expect.poll(() => focused(page)).toMatch(/2번 자리: 직위나 단체 이름을 적어 주세요/)
    await seat(2).getByLabel('직위나 단체 이름').fill('소재과장')
    await page.getByLabel('협의회 이름', { exact: true }).fill('소재부품 협의회')
    await page.getByLabel(/^의사정족수/).selectOption({ label: '3분의 2 이상' })
    await page.getByRole('button', { name: '고친 내용 저장' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: '소재부품 협의회' }).waitFor()
    expect(await page.locator('.council-seats').innerText()).toContain('소재과장')
    // Another agency's seats are for that agency to fill.
    expect(await page.getByRole('button', { name: '우리 기관 자리의 담당 정하기' }).count()).toBe(1)

    const other = await at(desk, sits, 'manager', '/councils/mss-materials', { excuses: refused })
    expect(await other.getByRole('link', { name: '협의회 고치기' }).count()).toBe(0)
    const holds = other.getByRole('button', { name: '우리 기관 자리의 담당 정하기' })
    await opensAndLeaves(other.locator('.council-seats'), holds)
    await holds.click()
    await other.getByLabel('소재과장').selectOption('소부장과 담당')
    await other.getByLabel('통상과장').selectOption('감사 담당')
    // One of its seats ends meanwhile: nothing is saved, and the form says of which.
    await page.getByRole('link', { name: '협의회 고치기' }).click()
    await page.locator('.draw-up-there summary').nth(2).click()
    await page.getByRole('button', { name: '3번 자리 빼기' }).click()
    await page.getByRole('button', { name: '고친 내용 저장' }).click()
    await page.locator('.council-seats').waitFor()
    await other.getByRole('button', { name: '담당 정하기', exact: true }).press('Enter')
    await other.getByText('아무것도 저장하지 않았습니다.').waitFor()
    await expect.poll(() => other.locator(':focus').getAttribute('aria-invalid')).toBe('true')
    expect(await other.locator('.field', { has: other.locator(':focus') }).innerText()).toMatch(
      /^통상과장\s+그 사이에 없어진 자리입니다/,
    )
    await page.reload()
    await page.locator('.council-seats').waitFor()
    expect(await page.locator('.council-seats').innerText()).not.toContain('담당:')
    await other.getByLabel('통상과장').selectOption('정하지 않음 (간사가 받음)')
    await other.getByRole('button', { name: '담당 정하기', exact: true }).press('Enter')
    await expect.poll(() => focused(other)).toContain('자리의 담당을 정했습니다.')
    await expect.poll(() => other.locator('.council-seats').innerText()).toMatch(/소재과장 담당: 소부장과 담당/)
    // Whoever would close that post reads what passes on, and is offered who can take it over: a secretary's post, too.
    await other.goto(`${desk.address}/desk/${desk.council.people.manager.post}/people`)
    const post = other.locator('.agency-post', { has: other.getByRole('heading', { name: '소부장과 담당' }) })
    await post.getByRole('button', { name: /^자리 닫기/ }).click()
    expect(await post.locator('form').innerText()).toMatch(
      /넘어갈 일\s+협의회 후속조치\s+\d+[\s\S]*협의회 자리\s+1\s[\s\S]*넘겨받을 수 있는 자리가 없습니다/,
    )
    await other.getByRole('button', { name: '새 자리 열기' }).click()
    await other.getByLabel('하는 일').selectOption({ label: '협의회 간사' })
    await other.getByLabel('자리 이름 (한국어)').fill('협의회 담당')
    await other.getByLabel('자리 이름 (영어)').fill('Council desk')
    await other.keyboard.press('Enter')
    await expect
      .poll(() => post.getByLabel('넘겨받을 자리').locator('option').allInnerTexts())
      .toEqual(['골라 주세요', '협의회 담당'])

    await page.getByRole('link', { name: '협의회 고치기' }).click()
    expect(await page.getByLabel(/^의사정족수/).inputValue()).toBe('2/3')
    await page.getByRole('button', { name: '해산하기' }).click()
    await expect.poll(() => focused(page)).toBe('네, 해산합니다')
    await page.getByRole('button', { name: '그만두기' }).click()
    await expect.poll(() => focused(page)).toBe('해산하기')
    await page.route(
      '**/dissolution',
      route => route.fulfill({ status: 409, json: { title: 'faster', status: 409, code: 'changed-meanwhile' } }),
      { times: 1 },
    )
    await page.getByRole('button', { name: '해산하기' }).click()
    await page.getByRole('button', { name: '네, 해산합니다' }).press('Enter')
    await expect.poll(() => focused(page)).toContain('다른 분이 먼저 처리했습니다')
    await page.getByRole('button', { name: /^지금 내용 다시 불러오기/ }).press('Enter')
    await expect.poll(() => focused(page)).toBe('협의회 고치기')
    await page.getByRole('button', { name: '해산하기' }).click()
    await page.getByRole('button', { name: '네, 해산합니다' }).press('Enter')
    await page.locator('.case-state').getByText('2026. 6. 1.(월) 해산').waitFor()
    expect(await page.getByText('다음 회의 잡기').count()).toBe(0)
    expect(await page.getByRole('link', { name: /협의회 고치기|새 과제 작성/ }).count()).toBe(0)
    const notices = await at(desk, sits, 'answerer', '/notices')
    await notices.getByText('협의회가 해산되었습니다').waitFor()
  })

  it('says what must come to its end before it can be dissolved', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'keeper', '/councils/mss-motie/change')
    await page.getByRole('heading', { name: '협의회 해산' }).waitFor()
    expect(await section(page, '협의회 해산').innerText()).toMatch(/끝나지 않은 협업과제 \d+건/)
    expect(await page.getByRole('button', { name: '해산하기' }).count()).toBe(0)
    const other = await at(desk, sits, 'manager', '/councils/mss-motie/change')
    await other.getByText('협의회는 간사가 고칩니다.').waitFor()
  })

  it('is left alone by posts that set up none', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'proposer', '/councils/new')
    await page.getByText('협의회는 협의회 간사가 만듭니다.').waitFor()
    await page.getByRole('link', { name: '협의회', exact: true }).click()
    await page.locator('.council-list').waitFor()
    expect(await page.getByRole('link', { name: '새 협의회 만들기' }).count()).toBe(0)
  })
})

describe('a council of the catalogue', () => {
  it('is set up once it was said what will happen, and not before', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'keeper', '/councils')
    await page.getByRole('button', { name: /^협의회 만들기.*대·중소유통/ }).click()
    await expect.poll(() => focused(page)).toBe('네, 만듭니다')
    expect(await page.locator('.council-sure').innerText()).toMatch(
      /자리 6개, 과제 0건, 열린 회의 0건[\s\S]*간사 기관은 중소벤처기업부입니다/,
    )
    await page.getByRole('button', { name: '그만두기' }).click()
    await expect.poll(() => focused(page)).toMatch(/^협의회 만들기/)
    const { post } = desk.council.people.keeper
    const { catalogue } = await (await page.request.get(`${desk.address}/api/posts/${post}/councils`)).json()
    expect(catalogue).toMatchObject([{ id: 'large-small-retail' }])
  })
})

describe('what everyone may read of a council', () => {
  it('is said by its secretary for a task, from a day that has not passed, and not closed again once it has come', async ({
    desk,
    sits,
  }) => {
    const code = 'T31'
    const proposed = await at(desk, sits, 'proposer', '/councils/mss-motie')
    const drafted = await proposed.request.post(
      `${desk.address}/api/posts/${desk.council.people.proposer.post}/councils/mss-motie/tasks`,
      {
        data: { code, title: '공개할 과제', needs: '자료', proposedBy: ['mss'], programmes: [], pathways: [] },
        headers: { 'sec-fetch-site': 'same-origin' },
      },
    )
    expect(drafted.status()).toBe(201)
    const { task } = (await drafted.json()) as { task: string }
    const keeper = await at(desk, sits, 'keeper', '/councils/mss-motie')
    // A draft is its agency's alone, and not among what may be opened.
    await section(keeper, '공개').locator('li').first().waitFor()
    expect(await section(keeper, '공개').textContent()).not.toContain(code)
    const moved = await proposed.request.post(
      `${desk.address}/api/posts/${desk.council.people.proposer.post}/tasks/${task}/moves`,
      { data: { move: 'propose', changed: 1 }, headers: { 'sec-fetch-site': 'same-origin' } },
    )
    expect(moved.status()).toBe(200)
    await keeper.reload()
    const line = section(keeper, '공개').locator('li', { hasText: code })
    await expect.poll(() => line.innerText()).toContain('공개하지 않음')
    // What is open already has no day to be said any more.
    expect(await section(keeper, '공개').locator('li', { hasText: '과제 T7' }).getByRole('button').count()).toBe(0)
    const says = line.getByRole('button', { name: /공개할 날 정하기.*T31/ })
    await opensAndLeaves(line, says)
    await says.click()
    const given = line.getByLabel('공개할 날', { exact: true })
    expect(await given.getAttribute('min')).toBe('2026-06-01')
    await given.fill('2026-06-10')
    await line.getByRole('button', { name: '정하기', exact: true }).click()
    await expect.poll(() => line.innerText()).toContain('2026. 6. 10.(수)부터 공개')
    await line.getByRole('button', { name: /공개할 날 정하기/ }).click()
    await given.fill('2026-06-01')
    await line.getByRole('button', { name: '정하기', exact: true }).click()
    // What is open already stands behind a click, and where it went is said.
    await expect.poll(() => focused(keeper)).toContain('과제 T31: 2026. 6. 1.(월)부터 공개')
    await section(keeper, '공개').getByText('이미 공개된 것').click()
    await expect.poll(() => line.innerText()).toContain('2026. 6. 1.(월)부터 공개')
    expect(await line.getByRole('button').count()).toBe(0)
    await keeper.goto(`${desk.address}/councils/mss-motie/tasks/${code}`)
    await keeper.getByRole('heading', { level: 1, name: /^T31/ }).waitFor()

    const other = await at(desk, sits, 'answerer', '/councils/mss-motie')
    await section(other, '공개').getByText('이미 공개된 것').click()
    await section(other, '공개').locator('li', { hasText: code }).waitFor()
    expect(await section(other, '공개').getByRole('button').count()).toBe(0)
  })
})

describe('a collaboration task', () => {
  it('is drawn up, proposed, answered with a reason, and both positions stand side by side', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'proposer', '/councils/mss-motie', { excuses: refused })
    await page.getByRole('link', { name: '새 과제 작성' }).click()
    await page.getByLabel('과제 번호').fill('T7')
    await page.getByRole('button', { name: '작성하기' }).click()
    await expect.poll(() => focused(page)).toContain('고칠 곳이 2군데 있습니다')
    await page.getByLabel('과제 이름', { exact: true }).fill('로봇 실증 연계')
    await page.getByLabel('무엇을 하자는 과제인가').fill('스마트공장을 마친 기업을 로봇 실증으로 잇습니다.')
    await page.getByLabel('로봇: 실증과 플랫폼 → 자금').check()
    await page.getByRole('combobox').fill('자동화공정')
    await page.getByRole('option').first().click()
    await page.getByRole('button', { name: '작성하기' }).click()
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('이미 쓰고 있는 번호입니다')
    expect(await page.getByLabel('과제 이름', { exact: true }).inputValue()).toBe('로봇 실증 연계')
    await page.getByLabel('과제 번호').fill('T21')
    await page.getByRole('button', { name: '작성하기' }).click()
    await expect.poll(() => focused(page)).toContain('과제를 작성했습니다')
    await page.getByRole('link', { name: '과제 보기' }).click()
    await expect.poll(() => state(page)).toContain('작성 중')
    const id = new URL(page.url()).pathname.split('/').at(-1)!

    const early = await at(desk, sits, 'answerer', `/tasks/${id}`, { excuses: notThere })
    await early.locator('.desk-refused').waitFor()
    expect(await main(early)).not.toContain('로봇 실증')

    await page.getByRole('button', { name: '제안하기' }).click()
    await page.locator('.case-moves [type=submit]').click()
    await expect.poll(() => focused(page)).toContain('이제 ‘답변 기다림’ 상태입니다')
    await expect
      .poll(() => page.locator('.council-ways').innerText())
      .toMatch(/답변하기 다른 기관\s+철회하기 제안 기관/)

    const other = await at(desk, sits, 'answerer', `/tasks/${id}`)
    await other.getByRole('button', { name: '답변하기' }).click()
    const form = other.locator('.case-moves form')
    await form.locator('[type=submit]').click()
    expect(await form.innerText()).toContain('입장을 하나 골라 주세요.')
    await form.getByLabel('수정 동의').check()
    await form.locator('[type=submit]').click()
    expect(await form.innerText()).toContain('이유를 적어 주세요.')
    await form.getByLabel('이유').fill('추천 몫은 산업부가 정하겠습니다.')
    await form.locator('[type=submit]').click()
    await expect.poll(() => focused(other)).toContain('이제 ‘답변함’ 상태입니다')
    await expect
      .poll(() => other.locator('.council-sides > li').allInnerTexts())
      .toEqual([
        expect.stringMatching(/중소벤처기업부\s+제안 기관/),
        expect.stringMatching(/산업통상부\s+수정 동의\s+추천 몫은 산업부가 정하겠습니다/),
      ])

    // An answer may be given anew until the council adopts it; the one before stays to be read.
    await other.getByRole('button', { name: '답변하기' }).click()
    await form.getByLabel('동의', { exact: false }).first().check()
    await form.locator('[type=submit]').click()
    await expect.poll(() => other.locator('.council-sides').innerText()).toMatch(/동의[\s\S]*앞선 답변 1건/)
    expect(await other.getByRole('button', { name: '채택' }).count()).toBe(0)
    await page.reload()
    await expect.poll(() => page.locator('.council-sides').innerText()).toContain('앞선 답변 1건')
  })

  it('is drawn up and proposed with the keyboard alone, and answered so', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'proposer', '/councils/mss-motie/new-task')
    for (const [label, text] of [
      ['과제 번호', 'T22'],
      ['과제 이름', '해외인증 함께 알리기'],
      ['무엇을 하자는 과제인가', '한 자리에서 알립니다.'],
    ] as const) {
      await tabTo(page, page.getByLabel(label, { exact: true }))
      await page.keyboard.type(text)
    }
    await tabTo(page, page.getByRole('button', { name: '작성하기' }))
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('과제를 작성했습니다')
    await tabTo(page, page.getByRole('link', { name: '과제 보기' }))
    await page.keyboard.press('Enter')
    await page.locator('.case-buttons').waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1)!
    await tabTo(page, page.getByRole('button', { name: '제안하기' }))
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('제안하기')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('이제 ‘답변 기다림’ 상태입니다')

    const other = await at(desk, sits, 'answerer', `/tasks/${id}`)
    await tabTo(other, other.getByRole('button', { name: '답변하기' }))
    await other.keyboard.press('Enter')
    await other.keyboard.press('Space')
    await other.keyboard.press('ArrowDown')
    await other.keyboard.press('ArrowDown')
    expect(await other.getByRole('radio', { name: /^검토 필요/ }).isChecked()).toBe(true)
    await tabTo(other, other.getByLabel('이유'))
    await other.keyboard.type('예산을 먼저 봅니다.')
    await tabTo(other, other.locator('.case-moves [type=submit]'))
    await other.keyboard.press('Enter')
    await expect.poll(() => focused(other)).toContain('이제 ‘답변함’ 상태입니다')
  })

  it('shows later facts plainly apart, and never as what the council achieved', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'reader', `/tasks/${desk.council.tasks.T3}`)
    const later = page.locator('.council-later')
    await later.waitFor()
    expect(await later.innerText()).toMatch(
      /관련 후속 사실\s+[\s\S]*협의회의 성과라는 뜻이 아닙니다[\s\S]*www\.korea\.kr/,
    )
    expect(await section(page, '성과지표').innerText()).not.toContain('코리아 그랜드')
  })

  it('keeps a decision whose place was taken, struck and readable', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'reader', `/tasks/${desk.council.tasks.T7}`)
    const decisions = section(page, '결정')
    await decisions.waitFor()
    expect(await decisions.locator('s').innerText()).toBe('두 기관이 반기마다 점검한다.')
    expect(await decisions.innerText()).toMatch(/결정 2026-2-1[\s\S]*나중 결정 2026-2-2에서 바뀜/)
  })

  it('counts its own figures: chosen with target and baseline, none of them typed', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'keeper', `/tasks/${desk.council.tasks.T7}`)
    const figures = section(page, '성과지표')
    await opensAndLeaves(figures, figures.getByRole('button', { name: '지표 고르기' }))
    await figures.getByRole('button', { name: '지표 고르기' }).click()
    await figures.getByLabel('이어 준 기업').check()
    await figures.getByLabel(/^수락된 연계/).check()
    const referred = figures.getByRole('group', { name: '이어 준 기업' })
    expect(await referred.locator('.field').allInnerTexts()).toEqual(['목표', '목표 날짜', '기준값', '기준값의 출처'])
    await referred.getByLabel('목표', { exact: true }).fill('스물')
    await referred.getByLabel('기준값', { exact: true }).fill('0')
    await figures.locator('[type=submit]').click()
    expect(await figures.locator('.field-wrong').allInnerTexts()).toEqual([
      '0 이상의 숫자로 적어 주세요.',
      '기준값의 출처를 적어 주세요.',
    ])
    await referred.getByLabel('목표', { exact: true }).fill('20')
    await referred.getByLabel('목표 날짜').fill('2026-12-31')
    await referred.getByLabel('기준값의 출처').fill('2024년 보도자료')
    await figures.locator('[type=submit]').click()
    await expect.poll(() => focused(page)).toContain('지표를 정했습니다')
    await expect.poll(() => figures.locator('.council-indicator').count()).toBe(2)
    const [firms, accepted] = await figures.locator('.council-indicator').all()
    expect(await firms!.innerText()).toMatch(/^이어 준 기업[\s\S]*\n\d+곳[\s\S]*목표 20곳 \(2026. 12. 31.\(목\)까지\)/)
    expect(await firms!.locator('.council-bar').count()).toBe(12)
    expect(await firms!.getByRole('img').getAttribute('aria-label')).toMatch(
      /^이어 준 기업: 2025년 7월부터 2026년 6월까지 달마다\. \d+곳\.$/,
    )
    await firms!.getByText('달마다 보기').click()
    const rows = await firms!.getByRole('row').allInnerTexts()
    expect(rows).toHaveLength(13)
    expect(rows.at(-1)).toMatch(/2026년 6월\s+\d+곳/)

    // One more firm is accepted at the desk: the figure moves by itself.
    const said = async () =>
      /(\d+)건 가운데 (\d+)건/
        .exec(await accepted!.innerText())!
        .slice(1)
        .map(Number)
    const [all, yes] = await said()
    await acceptsCase(desk, sits, desk.world.cases.another.id)
    await page.reload()
    await accepted!.waitFor()
    expect(await said()).toEqual([all! + 1, yes! + 1])

    const reader = await at(desk, sits, 'reader', `/tasks/${desk.council.tasks.T7}`)
    await reader.locator('.council-indicator').first().waitFor()
    expect(await reader.getByRole('button', { name: '지표 고르기' }).count()).toBe(0)
  })

  it('says of a figure that there is nothing to count, and draws nothing', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'proposer', `/tasks/${desk.council.tasks.T2}`)
    const figures = section(page, '성과지표')
    await figures.getByRole('button', { name: '지표 고르기' }).click()
    await figures.getByLabel('졸업부터 다음 선정까지').check()
    await figures.locator('[type=submit]').click()
    await expect
      .poll(() => figures.locator('.council-indicator').allInnerTexts())
      .toEqual([expect.stringMatching(/졸업부터 다음 선정까지[\s\S]*측정되지 않음/)])
    expect(await figures.locator('svg').count()).toBe(0)
  })

  it('has milestones that either side sets, moves and marks as reached', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'answerer', `/tasks/${desk.council.tasks.T1}`)
    const part = section(page, '이정표')
    for (const [title, due] of [
      ['성과 점검', '2026-12-31'],
      ['협약 두 건', '2026-09-30'],
    ] as const) {
      const isOpen = await part
        .locator('details.council-plan')
        .evaluate(details => (details as HTMLDetailsElement).open)
      if (!isOpen) await part.getByText('이정표 더하기').click()
      await part.getByLabel('이룰 것').fill(title)
      await part.locator('.council-plan').getByLabel('기한').fill(due)
      await part.getByRole('button', { name: '더하기' }).click()
      await expect
        .poll(() =>
          part
            .locator('.council-line')
            .innerText()
            .catch(() => ''),
        )
        .toContain(title)
    }
    expect((await part.locator('.council-line > li').allInnerTexts()).map(text => text.split('\n')[0])).toEqual([
      '오늘',
      '협약 두 건',
      '성과 점검',
    ])
    const other = await at(desk, sits, 'proposer', `/tasks/${desk.council.tasks.T1}`)
    const first = other.locator('.council-line > li').nth(1)
    await first.locator('summary').click()
    await first.getByLabel('기한').fill('2027-01-31')
    await first.getByRole('button', { name: '기한 바꾸기' }).click()
    await expect.poll(() => other.locator('.council-line').innerText()).toMatch(/오늘[\s\S]*성과 점검[\s\S]*협약 두 건/)
    const review = other.locator('.council-line > li', { hasText: '성과 점검' })
    await review.locator('summary').click()
    await review.getByRole('button', { name: '이룬 것으로 적기' }).click()
    await expect
      .poll(() => other.locator('.council-line').innerText())
      .toMatch(/성과 점검\s+2026. 6. 1.\(월\) 이룸[\s\S]*오늘/)
  })

  it('is owned by posts that each agency names', async ({ desk, sits }) => {
    const page = await at(desk, sits, 'answerer', `/tasks/${desk.council.tasks.T6}`)
    const part = section(page, '맡은 자리')
    expect(await part.innerText()).toMatch(/산업공급망정책과\s+이름으로 미루어 봄/)
    const names = part.getByRole('button', { name: '우리 기관의 맡은 자리 정하기' })
    await opensAndLeaves(part, names)
    await names.click()
    await part.locator('[type=submit]').click()
    await expect.poll(() => part.innerText()).toContain('자리를 하나 이상 골라 주세요')
    await part.getByLabel('소부장과 담당').check()
    await part.locator('[type=submit]').click()
    await expect.poll(() => focused(page)).toContain('맡은 자리를 정했습니다')
    await expect
      .poll(() => part.innerText())
      .toMatch(/기업금융과\s+이름으로 미루어 봄[\s\S]*소부장과 담당\s+이 시스템의 자리/)
  })
})

describe('an action', () => {
  it('is reported with what was done, sent back, reported anew, and closed by the nod of the other side', async ({
    desk,
    sits,
  }) => {
    const task = `/tasks/${desk.council.tasks.T7}`
    const owner = await at(desk, sits, 'answerer', task)
    const own = owner.locator('.actions > li', { hasText: '협약 초안을 낸다' })
    const report = async (text: string) => {
      await own.getByRole('button', { name: /보고하기/ }).click()
      await own.getByLabel('무엇을 했나요').fill(text)
      await own.locator('[type=submit]').click()
      await expect
        .poll(() => focused(owner))
        .toContain('보고했습니다: 협약 초안을 낸다. 다른 기관의 확인을 기다립니다.')
    }
    await own.getByRole('button', { name: /보고하기/ }).click()
    await own.locator('[type=submit]').click()
    expect(await own.innerText()).toContain('무엇을 했는지 적어 주세요.')
    await own.getByRole('button', { name: '그만두기' }).click()
    // What proves it is attached where the action stands.
    await own
      .locator('input[type=file]')
      .setInputFiles({ name: '협약 초안.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await own.getByText('붙였습니다: 협약 초안.pdf').waitFor()
    await report('초안을 올렸다')

    const other = await at(desk, sits, 'proposer', task)
    const theirs = other.locator('.actions > li', { hasText: '협약 초안을 낸다' })
    expect(await theirs.innerText()).toMatch(/우리 기관이 확인할 차례입니다[\s\S]*보고 내용\s+초안을 올렸다/)
    await theirs.getByRole('link', { name: '협약 초안.pdf' }).waitFor()
    await theirs.getByRole('button', { name: /보완 요청/ }).click()
    await theirs.getByLabel('무엇이 더 필요한가요').fill('서명이 없습니다')
    await theirs.locator('[type=submit]').click()
    await expect.poll(() => focused(other)).toContain('보완을 요청했습니다: 협약 초안을 낸다')

    await owner.reload()
    await own.waitFor()
    expect(await own.innerText()).toMatch(/보완 요청\s+서명이 없습니다/)
    await report('서명하였다')
    await other.reload()
    await theirs.getByRole('button', { name: /^확인하고 완료/ }).click()
    await expect.poll(() => focused(other)).toContain('확인했습니다: 협약 초안을 낸다')
    await expect.poll(() => section(other, '후속조치').innerText()).toContain('끝난 후속조치 1건 보기')
  })
})

describe('axe and the ruler find nothing wrong with', () => {
  const walks: readonly {
    name: string
    who: CouncilWho
    at: string | ((desk: Desk) => string)
    stands: string
    after?: (page: Page) => Promise<void>
  }[] = [
    {
      name: 'councils, one about to be set up',
      who: 'keeper',
      at: '/councils',
      stands: '.council-list',
      after: async page => {
        await page.locator('.council-known button').click()
        await page.locator('.council-sure').waitFor()
      },
    },
    {
      name: 'a council to be drawn up, with everything wrong',
      who: 'keeper',
      at: '/councils/new',
      stands: '.draw-up',
      after: async page => {
        await page.locator('[name=kind]').nth(1).check()
        await page.locator('.draw-up-seats > .row .button').click()
        await page.locator('.draw-up [type=submit]').click()
        await page.locator('.field-wrong').first().waitFor()
      },
    },
    {
      name: 'one council, and the form for its next session',
      who: 'keeper',
      at: '/councils/mss-motie',
      stands: '.council-seats',
      after: page => page.locator('.council-plan summary').click(),
    },
    {
      name: 'a council to be changed, with something wrong',
      who: 'keeper',
      at: '/councils/mss-motie/change',
      stands: '.draw-up',
      after: async page => {
        await page.locator('#council-name').fill('')
        await page.locator('.draw-up-there summary').first().click()
        await page.locator('#council-seats-0-title').fill('')
        await page.locator('.draw-up [type=submit]').click()
        await page.locator('.field-wrong').first().waitFor()
      },
    },
    {
      name: 'who holds the seats of an agency',
      who: 'manager',
      at: '/councils/mss-motie',
      stands: '.council-seats',
      after: async page => {
        await page.locator('.council-seats .plain-button').click()
        await page.locator('.council-seats select').first().waitFor()
      },
    },
    {
      name: 'a task to be drawn up, with everything wrong',
      who: 'proposer',
      at: '/councils/mss-motie/new-task',
      stands: '.desk-form',
      after: async page => {
        await page.locator('.desk-form [type=submit]').click()
        await page.locator('.field-wrong').first().waitFor()
      },
    },
    {
      name: 'a task with figures, milestones and actions',
      who: 'keeper',
      at: ({ council }) => `/tasks/${council.tasks.T7}`,
      stands: '.council-indicators .button',
      after: async page => {
        for (const summary of await page.locator('main summary').all()) await summary.click()
        await page.locator('.action-head').first().waitFor()
      },
    },
    {
      name: 'a task with events and later facts',
      who: 'answerer',
      at: ({ council }) => `/tasks/${council.tasks.T3}`,
      stands: '.council-later',
    },
    {
      name: 'figures to be chosen, and a report to be written',
      who: 'proposer',
      at: ({ council }) => `/tasks/${council.tasks.T7}`,
      stands: '.council-indicators .button',
      after: async page => {
        await page.locator('.council-indicators > p .button').click()
        await page.locator('.council-choose [type=checkbox]').first().check()
        await page.locator('.actions .button:not(.quiet)').first().click()
        await page.locator('.actions [type=submit]').click()
        await page.locator('.actions .field-wrong').waitFor()
      },
    },
  ]

  it.for(walks.flatMap(walk => (['ko', 'en'] as const).map(language => ({ ...walk, language }))))(
    '$name ($language)',
    async ({ who, at: path, stands, after, language }, { desk, sits }) => {
      const page = await at(desk, sits, who, typeof path === 'string' ? path : path(desk), { language })
      await page.locator(stands).first().waitFor()
      await after?.(page)
      await lookOver(page, language)
    },
  )
})

/** Presses Tab until the goal has the focus. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor()
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    if (await goal.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`Not reached with 60 presses of Tab: ${goal}`)
}
