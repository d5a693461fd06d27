import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { countsFor, firmNamed, firmPath, theCatalogue } from './harness/catalogue.ts'
import { answerAs, countsOn, decidedBy, drop, dropFile, factAsked, notKnown, question } from './harness/find.ts'
import { it } from './harness/it.ts'
import { textOf } from './harness/text-of.ts'
import { phone, stands } from './harness/visitor.ts'

const foundry = 'gyeongbuk-foundry'

describe('finding what a firm can use', () => {
  it('begins at the front page with the industry and the region', async ({ visitor }) => {
    const page = await (await visitor()).opens('/')
    await page.getByRole('combobox', { name: '업종' }).fill('선철주물')
    await page.getByRole('option', { name: /C24311/ }).click()
    await page.getByRole('combobox', { name: '지역' }).selectOption('경상북도')
    await page.getByRole('button', { name: '찾기 시작' }).click()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('찾기')
    await expect.poll(() => page.locator('.answer dd:nth-of-type(1)').allTextContents()).toHaveLength(2)
    const told = { id: 'told', facts: { industry: 'C24311', region: '경상북도' } }
    expect(await countsOn(page)).toEqual(await countsFor(told))
  })

  it('brings a foundry to programmes that it can use now in ten questions', async ({ visitor }) => {
    const firm = await firmNamed(foundry)
    const page = await (await visitor()).opens('/find')
    expect((await countsOn(page)).now).toBe(0)
    for (let asked = 0; asked < 10; asked++) await answerAs(firm, page)
    const counts = await countsOn(page)
    expect(counts.now).toBeGreaterThan(5)
    expect(counts['to-check']).toBeLessThan(130)
    const rows = page.locator('#now .result')
    expect(await rows.count()).toBeGreaterThan(5)
    expect(await rows.first().innerText()).toContain('지금 가능')
  })

  it('says when the most important things have been asked, and asks on', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    const optional = page.locator('.question-optional')
    expect(await optional.count()).toBe(0)
    await dropFile(page, firmPath(foundry))
    for (let asked = 0; asked < 30 && (await decidedBy(page)) > 3; asked++) await notKnown(page)
    expect(await optional.innerText()).toMatch(/^중요한 것은 다 여쭈었습니다\./)
    expect(await question(page).isVisible()).toBe(true)
  })

  it('puts the results before the list of answers on a phone, and beside it on a desktop', async ({ visitor }) => {
    const isAfter = (page: Page) =>
      page.evaluate(() => {
        const [results, answers] = ['.results', '.answers'].map(name => document.querySelector(name)!)
        return Boolean(results!.compareDocumentPosition(answers!) & Node.DOCUMENT_POSITION_FOLLOWING)
      })
    expect(await isAfter(await (await visitor({ screen: phone })).opens('/find'))).toBe(true)
    expect(await isAfter(await (await visitor()).opens('/find'))).toBe(false)
  })

  it('says how many verdicts the next question can settle, and settles no more', async ({ visitor }) => {
    const firm = await firmNamed(foundry)
    const { matcher } = await theCatalogue()
    const page = await (await visitor()).opens('/find')
    const next = matcher.match({ id: 'nobody', facts: {} }, '2026-04-01').nextQuestion!
    expect((await factAsked(page))?.name).toBe(next.fact)
    expect(await decidedBy(page)).toBe(next.decides)
    const before = await countsOn(page)
    const mostSettled = await decidedBy(page)
    await answerAs(firm, page)
    expect(before['to-check'] - (await countsOn(page))['to-check']).toBeLessThanOrEqual(mostSettled)
  })

  it('lets an answer be taken back, and the counts return', async ({ visitor }) => {
    const firm = await firmNamed(foundry)
    const page = await (await visitor()).opens('/find')
    const asked = await question(page).textContent()
    const before = await countsOn(page)
    await answerAs(firm, page)
    await page.getByRole('button', { name: /답 되돌리기/ }).click()
    await expect.poll(() => question(page).textContent()).toBe(asked)
    expect(await countsOn(page)).toEqual(before)
    expect(await page.getByText('아직 없습니다', { exact: true }).isVisible()).toBe(true)
  })

  it('takes "not known" as a full answer: it asks on, decides nothing by it, and does not ask again', async ({
    visitor,
  }) => {
    const page = await (await visitor()).opens('/find')
    const before = await countsOn(page)
    const asked = new Set<string | null>()
    for (let times = 0; times < 4; times++) {
      asked.add(await question(page).textContent())
      await notKnown(page)
      await expect.poll(async () => asked.has(await question(page).textContent())).toBe(false)
    }
    expect(asked.size).toBe(4)
    expect(await countsOn(page)).toEqual(before)
    expect(await page.locator('.answer dd:nth-of-type(1)').allTextContents()).toEqual(['모름', '모름', '모름', '모름'])
  })

  it('takes all standing exclusions in one go, as `declares` in a firm file does', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    for (let asked = 0; asked < 12 && (await factAsked(page)); asked++) await notKnown(page)
    await page.getByRole('button', { name: '모두 해당하지 않습니다' }).click()
    await expect.poll(() => page.getByText('모두 해당 없음').isVisible()).toBe(true)
    expect(await countsOn(page)).toEqual(await countsFor({ id: 'told', declares: ['standard'], facts: {} }))
  })

  it('counts a declared exclusion against the firm', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    for (let asked = 0; asked < 12 && (await factAsked(page)); asked++) await notKnown(page)
    await page.getByRole('button', { name: '해당하는 것이 있습니다' }).click()
    const first = page.locator('.question .choice').first()
    const { rulebook } = await theCatalogue()
    const words = (await first.innerText()).trim()
    const excluded = rulebook.facts.find(({ question }) => question?.ko === words)!.name
    await first.click()
    await page.getByRole('button', { name: '다음', exact: true }).click()
    const told = { id: 'told', declares: ['standard'] as const, facts: { [excluded]: true } }
    await expect.poll(() => countsOn(page)).toEqual(await countsFor(told))
  })

  it('refuses an answer that cannot be, says what would be right, and keeps the question', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    await askedFor(page, 'employees')
    await page.locator('#answer-employees').fill('서른둘')
    await page.getByRole('button', { name: '다음', exact: true }).click()
    const wrong = page.getByRole('alert')
    expect(await wrong.innerText()).toContain('숫자로 적어 주세요')
    expect(await wrong.evaluate(summary => summary === document.activeElement)).toBe(true)
    await wrong.getByRole('link').press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('answer-employees')
    expect(await page.locator('#answer-employees').inputValue()).toBe('서른둘')
  })

  it('says under the field how it reads several numbers, and does not guess at a comma', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    await askedFor(page, 'debt_ratio_history')
    const entry = page.locator('#answer-debt_ratio_history')
    const read = page.locator('#answer-debt_ratio_history-help')
    await entry.fill('450,420')
    await expect.poll(() => read.innerText()).toBe('이렇게 읽었습니다: 450% · 420%')
    await entry.fill('1,200, 450')
    await page.getByRole('button', { name: '다음', exact: true }).click()
    expect(await page.getByRole('alert').innerText()).toContain('‘1,200’의 쉼표가')
    await entry.fill('1200, 450')
    await page.getByRole('button', { name: '다음', exact: true }).click()
    await expect.poll(() => page.locator('.answer dd').first().innerText()).toBe('1200% · 450%')
  })

  it('takes a loss for a sum that may be one, and says of any other what is the least', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    await askedFor(page, 'equity')
    await page.locator('#answer-equity').fill('-3억')
    await expect.poll(() => page.locator('#answer-equity-read').innerText()).toContain('-300,000,000원으로')
    await askedFor(page, 'sales')
    await page.locator('#answer-sales').fill('-3억')
    await page.getByRole('button', { name: '다음', exact: true }).click()
    expect(await page.getByRole('alert').innerText()).toContain('0원보다 작을 수 없습니다')
  })

  it('lets the commas of a list in a record be typed and deleted', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    await askedFor(page, 'consortium')
    await page.getByRole('button', { name: '하나 더하기' }).click()
    const certificates = page.getByLabel('인증', { exact: true })
    await certificates.pressSequentially('venture, main-biz,')
    expect(await certificates.inputValue()).toBe('venture, main-biz,')
    await certificates.press('Backspace')
    expect(await certificates.inputValue()).toBe('venture, main-biz')
    await certificates.pressSequentially(', ,')
    await page.getByRole('button', { name: '목록에 넣기' }).click()
    expect(await page.locator('.records li span').innerText()).toBe('venture, main-biz')
  })
})

/** Asks for a fact of one's own choice. */
async function askedFor(page: Page, fact: string): Promise<void> {
  await page.getByLabel('다른 것도 알려 주기').selectOption(fact)
  await page.getByRole('button', { name: '묻기' }).click()
}

describe('a firm file', () => {
  it.for(['gyeongbuk-foundry', 'fabless-startup', 'three-facts', 'pre-founder'])(
    'of %s, dropped in, counts as `ieum match` does',
    async (name, { visitor }) => {
      const page = await (await visitor()).opens('/find')
      await dropFile(page, firmPath(name))
      const counts = await countsFor(await firmNamed(name))
      await expect.poll(() => countsOn(page)).toEqual(counts)
    },
  )

  it('can be taken away and dropped in again', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    await dropFile(page, firmPath(foundry))
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '파일로 가져가기' }).click(),
    ])
    expect(file.suggestedFilename()).toBe(`${foundry}.json`)
    const other = await (await visitor()).opens('/find')
    await drop(other, file.suggestedFilename(), await textOf(file))
    await expect.poll(() => countsOn(other)).toEqual(await countsFor(await firmNamed(foundry)))
  })

  it('that is broken says line and column, and what was told stays', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    await dropFile(page, firmPath(foundry))
    const before = await countsOn(page)
    await drop(page, 'broken.yaml', 'id: broken\nfacts:\n  employees: many\n  regio: 경상북도\n')
    const said = await page.locator('.firm-file [role=status]').innerText()
    expect(said).toContain('앞서 하신 답은 그대로 있습니다')
    expect(said).toContain('3번째 줄 14번째 칸')
    expect(said).toContain('4번째 줄 3번째 칸')
    expect(said).toContain('region')
    expect(await countsOn(page)).toEqual(before)
  })

  it.for([
    ['no YAML at all', 'facts: [1, 2\n'],
    [
      'a bomb of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replaceAll(/./g, (key, at, keys: string) => `${key}: &${key} [${`*${at ? keys[at - 1] : 'a'},`.repeat(9)}]\n`)}`,
    ],
    ['a day that is none', 'facts:\n  founded: 2026-02-30\n'],
  ])('with %s is refused with its place', async ([, text], { visitor }) => {
    const page = await (await visitor()).opens('/find')
    await drop(page, 'broken.yaml', text!)
    expect(await page.locator('.firm-file [role=status]').innerText()).toMatch(/\d+번째 줄 \d+번째 칸/)
  })
})

describe('the proof of a result', () => {
  it('shows each sentence, what is known, and where the notice says so', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    await dropFile(page, firmPath(foundry))
    const row = page.locator('#not .result, #after-change .result').first()
    await row.locator('summary').first().click()
    const proof = row.locator('.proof')
    await proof.waitFor()
    expect(await proof.locator('.proof-line').count()).toBeGreaterThan(0)
    expect(await proof.innerText()).toMatch(/미충족|해당/)
    expect(await proof.innerText()).toContain('알고 있는 것')
    await row.getByRole('link', { name: '사업 안내 보기' }).click()
    await expect.poll(() => page.url()).toContain('/programmes/')
    await stands(page)
    await page.goBack()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('찾기')
  })

  it('lets a missing fact be answered on the spot', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    await dropFile(page, firmPath('three-facts'))
    const row = page.locator('#to-check .result').first()
    await row.locator('summary').first().click()
    const missing = row.locator('.proof .link-button').first()
    await missing.click()
    await expect.poll(() => question(page).evaluate(heading => heading === document.activeElement)).toBe(true)
    expect(await page.getByRole('button', { name: '그만두기' }).isVisible()).toBe(true)
  })
})

describe('what is told about a firm', () => {
  it('never leaves the browser', async ({ visitor }) => {
    const firm = await firmNamed(foundry)
    const someone = await visitor()
    const page = await someone.opens('/find')
    for (let asked = 0; asked < 4; asked++) await answerAs(firm, page)
    await dropFile(page, firmPath(foundry))
    await page.locator('#now summary').first().click()
    await page.getByRole('link', { name: '지원사업', exact: true }).click()
    await stands(page)
    await page.getByRole('searchbox').fill('뿌리')
    await page.waitForLoadState('networkidle')

    expect(someone.requests.length).toBeGreaterThan(5)
    expect(someone.requests.filter(request => request.method() !== 'GET' || request.postData())).toEqual([])
    const told = ['C24311', '경상북도', '8200000000', 'gyeongbuk-foundry', '2009-04-01', '예시주물']
    const asked = someone.requests.map(request =>
      decodeURIComponent(`${request.url()} ${request.headers().referer ?? ''} ${request.headers().cookie ?? ''}`),
    )
    expect(asked.filter(text => told.some(one => text.includes(one)))).toEqual([])
  })

  it('outlives a reload, and is gone for good once erased', async ({ visitor }) => {
    const page = await (await visitor()).opens('/find')
    await dropFile(page, firmPath(foundry))
    const counts = await countsOn(page)
    await page.reload()
    await stands(page)
    expect(await countsOn(page)).toEqual(counts)

    // A file that is still being read brings nothing back.
    const reading = await page.evaluateHandle(() => {
      const [begun, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const read = Blob.prototype.arrayBuffer
      Blob.prototype.arrayBuffer = async function () {
        begun.resolve()
        await goesOn.promise
        return read.call(this)
      }
      return { begun, goesOn }
    })
    await page.locator('.firm-file input[type=file]').setInputFiles(firmPath(foundry))
    await reading.evaluate(({ begun }) => begun.promise)
    await page.getByRole('button', { name: '모두 지우기' }).click()
    await expect.poll(() => page.getByText('모두 지웠습니다').isVisible()).toBe(true)
    await reading.evaluate(async ({ goesOn }) => {
      goesOn.resolve()
      // Longer than what is read takes to be kept.
      await new Promise(kept => setTimeout(kept, 1_000))
    })
    expect((await countsOn(page)).now).toBe(0)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['ieum.language'])
    await page.reload()
    await stands(page)
    expect(await page.getByText('아직 없습니다', { exact: true }).isVisible()).toBe(true)
  })

  it('is erased in every tab, and no tab brings it back', async ({ visitor }) => {
    const someone = await visitor()
    const [here, there] = [await someone.opens('/find'), await someone.opens('/find')]
    await dropFile(here, firmPath(foundry))
    await expect.poll(() => countsOn(there)).toEqual(await countsFor(await firmNamed(foundry)))
    await here.getByRole('button', { name: '모두 지우기' }).click()
    await expect.poll(() => there.getByText('아직 없습니다', { exact: true }).isVisible()).toBe(true)
    await notKnown(there)
    await expect.poll(() => here.locator('.answer dd:nth-of-type(1)').allTextContents()).toEqual(['모름'])
    expect(await here.getByText('모두 지웠습니다').isVisible()).toBe(false)
  })
})
