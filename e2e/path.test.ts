import type { Itinerary } from '@ieum/planning'
import { planFirm } from '@ieum/services'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { asDay, eventsIn } from './harness/calendar.ts'
import { firmNamed, firmPath, theCatalogue } from './harness/catalogue.ts'
import { dropFile } from './harness/find.ts'
import { it } from './harness/it.ts'
import { textOf } from './harness/text-of.ts'
import { day, phone, type Visitor } from './harness/visitor.ts'

const foundry = 'gyeongbuk-foundry'

/** What the planner says in the tests' own process. */
async function planned(pathway: string, on = day): Promise<readonly Itinerary[]> {
  const outcome = planFirm(await theCatalogue(), { firm: await firmNamed(foundry), pathway, on, limit: 10_000 })
  if (outcome.is !== 'planned') throw new Error(outcome.is)
  return outcome.plan.itineraries
}

async function foundryOn(path: string, someone: Visitor): Promise<Page> {
  await dropFile(await someone.opens('/find'), firmPath(foundry))
  const page = await someone.opens(path)
  await settled(page)
  return page
}

/** The plan is there and nothing better is being looked for. */
async function settled(page: Page): Promise<void> {
  await page.locator('.path-plan:not([data-under-way])').waitFor()
}

/** The legs on the page: their programmes and the days that stand with them. */
const legsOn = (page: Page) =>
  page.locator('.path-leg').evaluateAll(legs =>
    legs.map(leg => ({
      programme: new URL(leg.querySelector<HTMLAnchorElement>('h3 a')!.href).pathname.split('/').at(-1),
      days: [...leg.querySelectorAll('.path-leg-facts > div > dd > time')].map(time => time.getAttribute('datetime')),
    })),
  )

const asShown = ({ legs }: Itinerary) =>
  legs.map(({ programme, apply, decided, ends }) => ({
    programme,
    days: ends === decided ? [apply, decided] : [apply, decided, ends],
  }))

describe('the path of a foundry through root industry', () => {
  it('has three legs over two ministries, on the days that the planner says', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=root', await visitor())
    const [first] = await planned('root')
    expect(first!.legs).toHaveLength(3)
    expect(new Set(first!.legs.map(({ ministry }) => ministry))).toEqual(new Set(['mss', 'motie']))
    expect(await legsOn(page)).toEqual(asShown(first!))
    expect(await page.locator('.path-leg-transfer').allInnerTexts()).toEqual([
      '중소벤처기업부에서 산업통상부로 갈아탑니다',
      '산업통상부에서 중소벤처기업부로 갈아탑니다',
    ])
  })

  it('is drawn with a lane for each ministry, and told in words below', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=root', await visitor())
    const picture = page.locator('.path-shown svg').first()
    const drawn = await picture.evaluate(svg => svg.textContent)
    for (const name of ['중소벤처기업부', '산업통상부', '자동화공정 구축', '접수', '선정', '완료', '예상'])
      expect(drawn).toContain(name)
    const list = await page.locator('.path-legs').innerText()
    for (const words of [
      '차례대로 할 일',
      '접수 기간',
      '선정 발표(예정)',
      '받는 지원',
      '내 부담',
      '‘예상’은 지난 공고의',
    ])
      expect(list).toContain(words)
  })

  it('changes with the day on which it starts', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=root', await visitor())
    const before = await legsOn(page)
    await page.getByLabel('시작하는 날', { exact: true }).fill('2027-03-01')
    await expect.poll(() => page.url()).toContain('from=2027-03-01')
    const [later] = await planned('root', '2027-03-01')
    await expect.poll(() => legsOn(page)).toEqual(asShown(later!))
    expect(asShown(later!)).not.toEqual(before)
  })

  it('lets one choose among several ways, each best at something', async ({ visitor }) => {
    const page = await foundryOn('/path?via=equipment,export', await visitor())
    const choices = page.locator('.path-choice input[type=radio]')
    expect(await choices.count()).toBeGreaterThan(1)
    expect(await page.locator('.path-choices').innerText()).toMatch(/가장 빠른[\s\S]*가장 많이/)
    const before = await legsOn(page)
    await choices.nth(1).check()
    await expect.poll(() => legsOn(page)).not.toEqual(before)
    await page.locator('.path-pin').first().click()
    await expect.poll(() => page.locator('.path-shown').innerText()).toContain('차이')
  })

  it('passes through a condition whose sentence holds commas', async ({ visitor }) => {
    const { rulebook } = await theCatalogue()
    const sentence = rulebook.sentences.find(({ text }) => /^size in \(.*,.*\)$/.test(text))!.text
    const via = ['equipment', `fact:${sentence}`]
    const page = await foundryOn(`/path?via=${encodeURIComponent(via.join(','))}`, await visitor())
    const outcome = planFirm(await theCatalogue(), { firm: await firmNamed(foundry), via, on: day, limit: 10_000 })
    if (outcome.is !== 'planned') throw new Error(outcome.is)
    expect(await page.locator('.route-line li').count()).toBe(2)
    expect(outcome.plan.itineraries.map(asShown)).toContainEqual(await legsOn(page))
  })

  it('can be taken away as a calendar whose days are those of the page', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=root', await visitor())
    const shown = (await legsOn(page)).flatMap(({ days }) => days)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '달력 파일(.ics) 받기' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/\.ics$/)
    const text = await textOf(file)
    const events = eventsIn(text)
    expect(events.map(({ DTSTART }) => asDay(DTSTART!))).toEqual(shown)
    expect(
      events.every(({ SUMMARY, UID, DTSTAMP, DTEND, DTSTART }) => SUMMARY && UID && DTSTAMP && DTEND! > DTSTART!),
    ).toBe(true)
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length)
    expect(text.split('\r\n').filter(line => Buffer.byteLength(line) > 75)).toEqual([])
  })

  it('is printed on one sheet, without what only a screen needs', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=root', await visitor())
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)
    expect(sheets).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.path-ask').isVisible()).toBe(false)
    expect(await page.locator('.path-legs').isVisible()).toBe(true)
  })

  it('stands upright on a phone', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=root', await visitor({ screen: phone }))
    const { width, height } = (await page.locator('.path-shown svg').first().boundingBox())!
    expect(height).toBeGreaterThan(width)
  })
})

describe('without a firm', () => {
  it('says why it cannot plan yet, and leads to Find or to an example', async ({ visitor }) => {
    const page = await (await visitor()).opens('/path?pathway=root')
    expect(await page.locator('main').innerText()).toContain('아직 기업 정보가 없습니다')
    await page.getByRole('button', { name: '예시 기업으로 둘러보기' }).click()
    await settled(page)
    expect(await page.locator('.path-leg').count()).toBeGreaterThan(0)
    expect(await page.locator('main').innerText()).toContain('실제 기업이 아닌 예시입니다')
  })
})

describe('where there is no way', () => {
  it('says where it is stuck and what does not fit there', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=super-gap', await visitor())
    const read = await page.locator('.path-plan').innerText()
    expect(await planned('super-gap')).toEqual([])
    for (const words of ['이 조건으로는 갈 수 있는 길이 없습니다', '창업 10년 이내', '이렇게 해 보세요'])
      expect(read).toContain(words)
  })

  it('says which single change would open it, and on which day one then arrives', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=root-exporter', await visitor())
    const read = await page.locator('.path-none').innerText()
    for (const words of ['에 닿을 수 있습니다', '수출이 10만 달러 이상', '하나만 바뀌면', '연 수출액', '도착'])
      expect(read).toContain(words)
  })
})
