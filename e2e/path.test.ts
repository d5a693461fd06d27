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

/** The same of the way that is left after something happened. */
async function settledAfter(page: Page): Promise<void> {
  await page.locator('.path-after:not([data-under-way])').waitFor()
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
    const second = await legsOn(page)
    // The way that is looked at stands in the address.
    expect(new URL(page.url()).searchParams.get('way')).toBe('mostSupport')
    await page.reload()
    await settled(page)
    expect(await legsOn(page)).toEqual(second)
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

/** What `POST /api/plan` answers: the page must say the same, though it asks nobody. */
async function replanned(request: { pathway?: string; via?: readonly string[] }, event: string) {
  const asked = { firm: await firmNamed(foundry), on: day, limit: 10_000, ...request }
  const catalogue = await theCatalogue()
  const first = planFirm(catalogue, asked)
  if (first.is !== 'planned') throw new Error(first.is)
  const after = { legs: first.plan.itineraries[0]!.legs }
  const second = planFirm(catalogue, { ...asked, after, event })
  if (second.is !== 'planned') throw new Error(second.is)
  return { before: first.plan.itineraries[0]!, plan: second.plan }
}

const changesOn = (page: Page) =>
  page.locator('.path-changes > div').evaluateAll(kinds =>
    kinds.map(kind => ({
      is: kind.getAttribute('data-change'),
      days: [...kind.querySelectorAll('li')].map(row =>
        [...row.querySelectorAll('time')].map(time => time.getAttribute('datetime')),
      ),
    })),
  )

describe('when a leg does not go as planned', () => {
  it('says by keyboard alone what stands, what moves from which day to which, and draws the new way', async ({
    visitor,
  }) => {
    const someone = await visitor()
    const page = await foundryOn('/path?pathway=root', someone)
    const planned = await legsOn(page)
    const { before, plan } = await replanned({ pathway: 'root' }, 'refused 2')
    const changes = plan.after!.changes!
    expect([changes.stays.length, changes.moved.length]).toEqual([1, 2])

    await page.locator('#what-if-2').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await settledAfter(page)
    expect(page.url()).toContain('event=refused+2')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('‘지능형 뿌리공정시스템 구축(뿌리기업 지능화)’에 선정되지 않으면')
    expect(await changesOn(page)).toEqual([
      { is: 'stays', days: [[]] },
      {
        is: 'moved',
        days: changes.moved.map(({ from, to }) =>
          (['apply', 'decided', 'ends'] as const)
            .filter(moment => from[moment] !== to[moment] && !(moment === 'ends' && to.ends === to.decided))
            .flatMap(moment => [from[moment], to[moment]]),
        ),
      },
    ])
    expect(await legsOn(page)).toEqual(asShown(plan.itineraries[0]!))
    expect(await page.locator('.path-after svg').first().textContent()).toContain('2030. 3. 17.')
    expect(await page.locator('.path-compared tbody tr').first().innerText()).toMatch(
      /2029\. 3\. 17.*2030\. 3\. 17.*늦음/s,
    )

    await page.getByRole('link', { name: '처음 여정으로 돌아가기' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => legsOn(page)).toEqual(planned)
    expect(planned).toEqual(asShown(before))
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('what-if-2')
    // What a firm told stays here: nothing but reading is ever asked of the server.
    expect(someone.requests.filter(request => request.method() !== 'GET' || request.postData())).toEqual([])
  })

  it('goes back with the browser too, and stands in the address for someone else', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=root', await visitor())
    await page.locator('#what-if-1').click()
    await page.locator('.path-what-if a', { hasText: '6개월' }).first().click()
    await settledAfter(page)
    expect(new URL(page.url()).searchParams.get('event')).toBe('delayed 1 P6M')
    const told = await page.locator('.path-after').innerText()
    expect(told).toContain('‘자동화공정 구축’ 완료가 6개월 늦어지면')
    await page.reload()
    await settledAfter(page)
    expect(await page.locator('.path-after').innerText()).toBe(told)
    await page.goBack()
    await expect.poll(() => page.locator('.path-choice').count()).toBe(1)
  })

  it('says what drops out and what takes its place', async ({ visitor }) => {
    const page = await foundryOn('/path?via=equipment&event=missed+1', await visitor())
    await settledAfter(page)
    const { plan } = await replanned({ via: ['equipment'] }, 'missed 1')
    const { dropped, added } = plan.after!.changes!
    expect([dropped.length, added.length]).toEqual([1, 1])
    expect(await changesOn(page)).toEqual([
      { is: 'dropped', days: [[]] },
      { is: 'added', days: [[added[0]!.apply]] },
    ])
    expect(await page.locator('.path-after').innerText()).toContain(
      `더 늦게 닿는 다른 길이 ${plan.itineraries.length - 1}가지 더 있습니다.`,
    )
  })

  it('says what stands before it where no way is left', async ({ visitor }) => {
    const page = await foundryOn('/path?via=mss-middle-east-logistics-voucher&event=missed+1', await visitor())
    await settledAfter(page)
    const read = await page.locator('.path-after:has(.path-none)').innerText()
    for (const words of ['접수를 놓치면', '갈 수 있는 길이 없습니다', '마지막 접수는 2026. 12. 31.'])
      expect(read).toContain(words)
  })

  it('leaves aside what cannot have happened', async ({ visitor }) => {
    for (const event of ['refused+9', 'eaten+1']) {
      const page = await foundryOn(`/path?pathway=root&event=${event}`, await visitor())
      expect(await page.locator('.path-leg').count()).toBe(3)
      expect(await page.locator('.path-after').count()).toBe(0)
    }
  })

  it('is printed on one sheet as well', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=root&event=refused+2', await visitor())
    await settledAfter(page)
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)
    expect(sheets).toHaveLength(1)
  })
})

describe('beside the way', () => {
  it('stands what else can be used, most support first, and not among the legs', async ({ visitor }) => {
    const page = await foundryOn('/path?pathway=root', await visitor())
    await page.locator('.path-alongside li').first().waitFor()
    const outcome = planFirm(await theCatalogue(), {
      firm: await firmNamed(foundry),
      pathway: 'root',
      on: day,
      alongside: true,
      limit: 10_000,
    })
    if (outcome.is !== 'planned') throw new Error(outcome.is)
    const { companions } = outcome.plan.alongside![0]!
    const shown = () =>
      page
        .locator('.path-alongside li a')
        .evaluateAll(links => links.map(link => new URL((link as HTMLAnchorElement).href).pathname.split('/').at(-1)))
    expect(await shown()).toEqual(companions.slice(0, 5).map(({ programme }) => programme))
    await page.locator('.path-alongside button').click()
    expect(await shown()).toEqual(companions.map(({ programme }) => programme))
    expect(await page.locator('.path-alongside').innerText()).toContain('여정에 들어 있지 않지만')
    expect(await page.locator('.path-legs .path-alongside, .path-picture .path-alongside').count()).toBe(0)
  })

  it('stand the odds where they are known, and that they are not where they are not', async ({ visitor }) => {
    const someone = await visitor()
    const unknown = await foundryOn('/path?pathway=root', someone)
    expect(await unknown.locator('.path-odds').innerText()).toContain('모릅니다. 경쟁률이 알려진 사업이 없습니다.')
    expect(await unknown.locator('.path-legs').innerText()).toContain('모릅니다 (알려진 경쟁률이 없습니다)')
    expect(await unknown.locator('.path-shown').innerText()).not.toMatch(/\d%/)

    await dropFile(await someone.opens('/find'), firmPath('cosmetics-exporter'))
    const page = await someone.opens('/path?via=mss-global-small-giant-1000')
    await settled(page)
    const outcome = planFirm(await theCatalogue(), {
      firm: await firmNamed('cosmetics-exporter'),
      via: ['mss-global-small-giant-1000'],
      on: day,
    })
    if (outcome.is !== 'planned') throw new Error(outcome.is)
    const { all, expected } = outcome.plan.itineraries[0]!.odds
    const read = await page.locator('.path-odds').innerText()
    expect(read).toContain(`약 ${Number((all! * 100).toPrecision(2))}%`)
    expect(await page.locator('.path-odds time').getAttribute('datetime')).toBe(expected)
    expect(await page.locator('.path-legs').innerText()).toMatch(/뽑힐 확률\s+약 23% 지난 경쟁률 4\.4 대 1 \(\d{4}년\)/)
  })

  it('stands the question that would change it most, and its answer changes the way at once', async ({ visitor }) => {
    const page = await foundryOn('/path?via=equipment', await visitor())
    const asked = page.locator('.path-questions')
    const outcome = planFirm(await theCatalogue(), { firm: await firmNamed(foundry), via: ['equipment'], on: day })
    if (outcome.is !== 'planned') throw new Error(outcome.is)
    const [worst] = outcome.plan.questions!
    const { rulebook } = await theCatalogue()
    const fact = rulebook.facts.find(({ name }) => name === worst!.fact)!
    await asked.waitFor()
    const read = await asked.innerText()
    for (const words of [fact.question!.ko, '답이 ‘아니요’라면', `${worst!.later}일 늦어집니다`, '4가지 가운데 1가지'])
      expect(read).toContain(words)

    const before = await legsOn(page)
    await asked.getByRole('button', { name: /^답하기/ }).press('Enter')
    await asked.getByRole('button', { name: '아니요' }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('path-status')
    await expect.poll(() => legsOn(page)).not.toEqual(before)
    await settled(page)
    expect(await page.locator('.path-measures time').first().getAttribute('datetime')).toBe(worst!.arrives)
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
