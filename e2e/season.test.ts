/** a whole season of a council, in the browsers of those who have a part in it: from a proposal to what companies felt of it. */
import { actForPost, giveConsent, markAttendance } from '@ieum/services'
import { addFirm, addParticipation } from '@ieum/services/testing'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest'
import { day } from './harness/desk-day.ts'
import { type OpenDesk, openDesk } from './harness/open-desk.ts'
import { textOf } from './harness/text-of.ts'
import { type Visitor, visitorOf } from './harness/visitor.ts'
import { leave } from './harness/visitors.ts'

const from = { id: 'mss-smart-factory-general', agency: 'tipa' }
const to = 'motie-root-intelligent-process'
const decisionText = '스마트공장을 마친 뿌리기업을 지능형 공정으로 잇는다.'

let desk: OpenDesk
let browser: Browser
const visitors: Visitor[] = []

beforeAll(async () => {
  desk = await openDesk()
  browser = await chromium.connect(inject('browser'))
}, 180_000)
afterEach(({ task }) => leave(visitors, task))
afterAll(() => desk?.close())

interface Person {
  readonly post: string
  readonly cookie: string
}

/** Somebody at a page of his desk, on the day of the walk. */
async function at({ post, cookie }: Person, path: string): Promise<Page> {
  const visitor = await visitorOf(browser, desk.address)
  visitors.push(visitor)
  const [name, value] = cookie.split(/=(.*)/)
  await visitor.context.addCookies([{ name: name!, value: value!, url: desk.address, httpOnly: true }])
  return visitor.opens(`/desk/${post}${path}${path.includes('?') ? '&' : '?'}on=${day}`)
}

/** Asks the API as whoever looks at the page. */
async function asks<T>(page: Page, path: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ([path, body]) => {
      const reply = await fetch(path as string, {
        ...(body !== undefined && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      })
      if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
      return reply.json()
    },
    [path, body] as const,
  )
}

const nameOf = (programme: string): string =>
  desk.catalogue.rulebook.programmes.find(({ id }) => id === programme)!.name.ko
const lastOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1)!

async function signs(person: Person, link: string, move: string): Promise<Page> {
  const page = await at(person, `/links/${link}`)
  await page.getByRole('button', { name: move, exact: true }).click()
  await page.locator('.case-form [type=submit]').click()
  await page.locator('.case-told:not(:empty)').waitFor()
  return page
}

async function proposesAndAnswers(): Promise<string> {
  const { proposer, answerer } = desk.council.people
  const page = await at(proposer, '/councils/mss-motie/new-task')
  await page.getByLabel('과제 번호').fill('T40')
  await page.getByLabel('과제 이름', { exact: true }).fill('스마트공장에서 지능형 뿌리공정으로')
  await page
    .getByLabel('무엇을 하자는 과제인가')
    .fill('스마트공장을 마친 뿌리기업을 지능형 공정 사업에 추천하고 결과를 돌려받습니다.')
  await page.getByRole('button', { name: '작성하기' }).click()
  await page.getByRole('link', { name: '과제 보기' }).click()
  await page.getByRole('button', { name: '제안하기' }).click()
  const task = lastOf(page)
  await page.locator('.case-moves [type=submit]').click()
  await page.getByText('답변 기다림').first().waitFor()

  const other = await at(answerer, `/tasks/${task}`)
  await other.getByRole('button', { name: '답변하기' }).click()
  const form = other.locator('.case-moves form')
  await form.getByLabel('수정 동의').check()
  await form.getByLabel('이유').fill('추천은 분기마다 모아 주십시오.')
  await form.locator('[type=submit]').click()
  await other.locator('.council-sides').getByText('추천은 분기마다 모아 주십시오.').waitFor()
  return task
}

/** Planned and called by the secretary, with the task on its agenda. */
async function planned(keeper: Person, asked: { on: string; task: string }): Promise<string> {
  const page = await at(keeper, '/councils/mss-motie')
  await page.getByText('다음 회의 잡기').click()
  await page.getByLabel('날짜', { exact: true }).fill(asked.on)
  await page.getByLabel('시작 시각').fill('10:00')
  await page.getByLabel('장소').fill('세종')
  await page.getByRole('button', { name: '회의 잡기' }).click()
  await page.locator('.council-told, [role=status]').getByText('회의를 잡았습니다').first().waitFor()
  const { sessions } = await asks<{ sessions: { id: string; number: number }[] }>(
    page,
    `/api/posts/${keeper.post}/councils/mss-motie`,
  )
  const { id } = sessions.toSorted((a, b) => b.number - a.number)[0]!
  for (const item of [
    { kind: 'task', title: '스마트공장에서 지능형 뿌리공정으로', minutes: 30, task: asked.task },
    { kind: 'report', title: '지난 회의 후속조치', minutes: 10 },
  ])
    await asks(page, `/api/posts/${keeper.post}/sessions/${id}/items`, item)
  await page.goto(`/desk/${keeper.post}/sessions/${id}?on=${day}`)
  await page.getByRole('button', { name: '소집', exact: true }).click()
  await page.getByRole('button', { name: '네, 소집합니다' }).click()
  await page.getByText('소집됨').first().waitFor()
  return id
}

/** Everyone comes; the task is adopted, and a link is asked for. */
async function sitsAndDecides(keeper: Person, session: string): Promise<void> {
  const { database } = desk
  const read = await desk.database.kysely
    .selectFrom('post_holder as h')
    .innerJoin('person as p', 'p.id', 'h.person_id')
    .select(['p.id', 'p.email', 'p.name'])
    .where('h.post_id', '=', keeper.post)
    .executeTakeFirstOrThrow()
  const person = { ...read, locale: 'ko' as const, secondFactor: true }
  const taken = await actForPost({ database, person, on: day, place: 'test' }, keeper.post)
  if (taken.is !== 'acting') throw new Error(taken.is)
  const page = await at(keeper, `/sessions/${session}/room`)
  await page.locator('.room-columns').waitFor()
  const { attendance } = await asks<{ attendance: { seat: string }[] }>(
    page,
    `/api/posts/${keeper.post}/sessions/${session}`,
  )
  for (const { seat } of attendance)
    await markAttendance({ database }, taken.acting, { session, seat, state: 'present' })
  await page.reload()
  await page.getByRole('button', { name: '개회', exact: true }).click()
  await page.getByRole('button', { name: '네, 개회합니다' }).click()
  await page.getByText('회의 중').first().waitFor()
  await page.keyboard.press('n')
  await expect.poll(() => page.locator('#room-item').innerText()).toContain('지능형 뿌리공정')
  await page.keyboard.press('g')
  await page.keyboard.type('분기마다 모아 추천하기로 뜻을 모았다.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('d')
  await page.keyboard.type(decisionText)
  await page.locator('#room-becomes').selectOption('adopt')
  await page.getByRole('button', { name: '후속조치 더하기' }).click()
  await page.getByLabel('할 일').fill('연계 협약을 맺는다')
  await page.getByLabel('맡을 자리').selectOption({ label: '제조혁신과 담당' })
  await page.getByLabel('기한').fill('2026-07-31')
  await page.getByLabel('완료를 보일 자료').fill('맺은 협약')
  await page.getByLabel('무엇을 요구하나요').selectOption('link')
  for (const [label, name] of [
    ['앞 사업', nameOf(from.id)],
    ['뒤 사업', nameOf(to)],
  ] as const) {
    await page.getByRole('combobox', { name: label }).fill(name)
    await page.locator('.picker-list:not([hidden]) [role=option]').first().click()
  }
  await page.getByRole('button', { name: /결정으로 남기기/ }).click()
  await page
    .locator('.room-decision')
    .getByText(/2026-\d+-1/)
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '폐회', exact: true }).click()
  await page.getByRole('button', { name: '네, 폐회합니다' }).click()
  await page.getByText('회의가 끝났습니다').first().waitFor()
  // The page says so before the server has heard it, and other pages ask the server.
  await page.locator('.room-link').getByText('모두 저장됨').waitFor()
}

/** What was not talked about is said so, and the nine items are there. */
async function closesMinutes(keeper: Person, session: string): Promise<void> {
  const page = await at(keeper, `/sessions/${session}`)
  const { items } = await asks<{ items: { id: string; kind: string; changed: number }[] }>(
    page,
    `/api/posts/${keeper.post}/sessions/${session}`,
  )
  const report = items.find(({ kind }) => kind === 'report')!
  await page.evaluate(
    async ([path, changed]) =>
      fetch(path as string, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ changed, gist: '지난 회의의 후속조치를 함께 보았다.', undecided: true }),
      }).then(reply => reply.status),
    [`/api/posts/${keeper.post}/agenda-items/${report.id}`, report.changed] as const,
  )
  await page.reload()
  await page.getByRole('button', { name: '회의록 확정', exact: true }).click()
  await page.getByRole('button', { name: '네, 회의록 확정합니다' }).click()
  await page.getByText('회의록 확정').first().waitFor()
}

/** Drawn up from the action by the sending side, and signed by four people of two agencies. */
async function agreesLink(): Promise<string> {
  const { writer, approver, owner, decider } = desk.world.people
  const page = await at(writer, '/notices')
  await page
    .locator('li', { hasText: '협의회가 연계 초안을 요청했습니다' })
    .first()
    .getByRole('link', { name: '열어 보기' })
    .click()
  await page.getByRole('button', { name: '연계 초안 만들기' }).click()
  await page.waitForURL(/\/terms/)
  const link = new URL(page.url()).pathname.split('/').at(-2)!
  await signs(writer, link, '결재 올리기')
  await signs(approver, link, '결재하고 제안하기')
  await signs(owner, link, '검토 마치기')
  const agreed = await signs(decider, link, '체결')
  await agreed
    .getByText(/오늘 시행 중/)
    .first()
    .waitFor()
  return link
}

/** A firm that finished the one programme is handed to the other, and is taken. */
async function refersFirm(agreement: string): Promise<void> {
  const { database, catalogue, signer, world } = desk
  const { sender, receiver } = world.people
  const firm = await addFirm(database, { name: '한결주물' })
  await addParticipation(database, firm.capacity.firm, { agency: from.agency, programme: from.id, on: '2026-04-10' })
  const page = await at(sender, '')
  const { referral } = await asks<{ referral: string }>(page, `/api/posts/${sender.post}/referrals`, {
    agreement,
    firm: firm.capacity.firm,
    reason: '협의회 결정에 따른 연계',
  })
  const given = await giveConsent({ database, catalogue, signer }, { ...firm, on: day }, referral, {
    language: 'ko',
    until: '2026-12-31',
    facts: [],
    participations: true,
    papers: [],
    outcome: true,
    changed: 1,
  })
  expect(given).toMatchObject({ is: 'moved' })
  for (const [person, move] of [
    [sender, '보내기'],
    [receiver, '접수'],
    [receiver, '검토 시작'],
    [receiver, '수락'],
  ] as const) {
    const desk = await at(person, `/cases/${referral}`)
    await desk
      .getByRole('button', { name: new RegExp(`^${move}`) })
      .first()
      .click()
    await desk.locator('.case-form [type=submit]').click()
    await desk.locator('.case-told:not(:empty)').waitFor()
  }
}

it('from a proposal over an answer, a session, a decision and a link to a firm that was helped, and back onto the table', async () => {
  const { keeper, reader } = desk.council.people
  const task = await proposesAndAnswers()
  const session = await planned(keeper, { on: day, task })
  await sitsAndDecides(keeper, session)
  await closesMinutes(keeper, session)

  const before = await at(keeper, `/tasks/${task}`)
  await before.getByRole('button', { name: '지표 고르기' }).click()
  await before.getByLabel('이어 준 기업').check()
  await before.getByLabel(/^수락된 연계/).check()
  await before.locator('.case-section', { hasText: '성과지표' }).locator('[type=submit]').first().click()
  await expect
    .poll(() => before.locator('.council-indicator').allInnerTexts())
    .toEqual([expect.stringMatching(/이어 준 기업[\s\S]*0곳/), expect.stringContaining('측정되지 않음')])

  const link = await agreesLink()
  await refersFirm(link)

  const after = await at(reader, `/tasks/${task}`)
  await expect
    .poll(() => after.locator('.council-indicator').allInnerTexts())
    .toEqual([expect.stringMatching(/이어 준 기업[\s\S]*1곳/), expect.stringMatching(/1건 가운데 1건/)])
  expect(await after.locator('main').innerText()).toMatch(/채택[\s\S]*오늘 시행 중/)

  const next = await planned(keeper, { on: '2026-09-01', task })
  const table = await at(keeper, `/sessions/${next}`)
  await table.locator('.papers-menu > summary').click()
  const [paper] = await Promise.all([
    table.waitForEvent('download'),
    table.getByRole('button', { name: '후속조치 현황: Markdown' }).click(),
  ])
  const text = await textOf(paper)
  expect(text).toContain('연계 협약을 맺는다')
  expect(text).toMatch(/T40[^\n]*\| 1 \| 1건 중 1건 \| 1건 중 1건 /)
}, 300_000)
