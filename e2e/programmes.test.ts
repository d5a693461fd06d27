import { describe, expect } from 'vitest'
import { firmPath, theCatalogue } from './harness/catalogue.ts'
import { dropFile } from './harness/find.ts'
import { it } from './harness/it.ts'
import { stands } from './harness/visitor.ts'

describe('the list of programmes', () => {
  it.for([
    ['뿌리기업', /뿌리/],
    ['ㅃㄹㄱㅇ', /뿌리기업/],
    ['스마트공장', /스마트\s?공장/],
    ['Smart factory', /스마트|자율형/],
    ['tncnf', /수출/],
  ] as const)('finds by %s', async ([query, expected], { visitor }) => {
    const page = await (await visitor()).opens('/programmes')
    await page.getByRole('searchbox').pressSequentially(query)
    await expect.poll(() => page.url()).toContain('q=')
    await expect.poll(() => page.locator('.programme-rows li').first().innerText()).toMatch(expected)
  })

  it('finds 뿌리기업 inside 차세대뿌리기업', async ({ visitor }) => {
    const { rulebook } = await theCatalogue()
    const inside = rulebook.programmes.filter(({ name }) => /\S뿌리기업/.test(name.ko)).map(({ name }) => name.ko)
    const page = await (await visitor()).opens('/programmes?q=뿌리기업')
    const found = await page.locator('.programme-rows').innerText()
    expect(inside.length).toBeGreaterThan(0)
    for (const name of inside) expect(found).toContain(name)
  })

  it('counts in each filter what choosing it leaves', async ({ visitor }) => {
    const page = await (await visitor()).opens('/programmes')
    const ministry = page.getByLabel('부처', { exact: true })
    const option = ministry.locator('option', { hasText: /^산업통상부 \(\d+\)$/ })
    const promised = Number(/\((\d+)\)/.exec((await option.textContent())!)![1])
    await ministry.selectOption((await option.getAttribute('value'))!)
    const counted = page.locator('.programmes-counted [role=status]')
    await expect.poll(() => counted.innerText()).toContain(`사업 ${promised}개`)

    const stage = page.getByLabel('단계', { exact: true })
    const both = Number(/\((\d+)\)/.exec((await stage.locator('option', { hasText: /^해외진출 / }).textContent())!)![1])
    await stage.selectOption('export')
    await expect.poll(() => counted.innerText()).toContain(`사업 ${both}개`)
    expect(both).toBeLessThan(promised)
    expect(await page.locator('.programme-rows > li').count()).toBe(Math.min(both, 30))

    await page.getByRole('button', { name: '모두 풀기' }).click()
    const { rulebook } = await theCatalogue()
    await expect.poll(() => counted.innerText()).toContain(`사업 ${rulebook.programmes.length}개`)
  })

  it('keeps what was asked in the address, so that it can be sent on', async ({ visitor }) => {
    const someone = await visitor()
    const page = await someone.opens('/programmes')
    await page.getByRole('searchbox').fill('로봇')
    await page.getByLabel('부처', { exact: true }).selectOption('motie')
    await expect.poll(() => page.url()).toContain('ministry=motie')
    const found = await page.locator('.programme-rows > li').allInnerTexts()
    const other = await someone.opens(page.url().slice(new URL(page.url()).origin.length))
    expect(await other.locator('.programme-rows > li').allInnerTexts()).toEqual(found)
  })

  it('tells once what the words beside its days mean, where a finger and a key can reach it', async ({ visitor }) => {
    const page = await (await visitor()).opens('/programmes?q=자동화공정')
    const rows = await page.locator('.programme-rows').innerText()
    expect(rows).toMatch(/월쯤/)
    expect(rows).toContain('예상')
    const told = page.locator('.date-words')
    expect(await told.count()).toBe(1)
    expect(await told.innerText()).toMatch(/‘예상’은 지난 공고의.*‘쯤’은 공고에 날짜가 없어/)
    expect(await page.locator('abbr').count()).toBe(0)
    const none = await (await visitor()).opens('/programmes?q=zzzz')
    expect(await none.locator('.date-words').count()).toBe(0)
  })

  it('marks how the firm that was told stands to each, as the page of the programme does', async ({ visitor }) => {
    const someone = await visitor()
    const list = await someone.opens('/programmes')
    expect(await list.locator('.programme-row').count()).toBe(30)
    expect(await list.locator('.programme-row-verdict').count()).toBe(0)
    await dropFile(await someone.opens('/find'), firmPath('gyeongbuk-foundry'))
    const told = await someone.opens('/programmes')
    const marks = told.locator('.programme-row-verdict .verdict-mark')
    expect(await marks.count()).toBe(30)
    const address = await told.locator('.programme-row h2 a').first().getAttribute('href')
    const page = await someone.opens(address!)
    expect(await page.locator('.for-firm > summary .verdict-mark').innerText()).toBe(await marks.first().innerText())
  })

  it('says what to do when nothing is found', async ({ visitor }) => {
    const page = await (await visitor()).opens('/programmes?q=zzzz')
    expect(await page.locator('.programmes-counted').innerText()).toContain('찾는 말을 줄이거나 거르기를 풀어 주세요')
  })
})

describe('the page of a programme', () => {
  it('says when, what, who, and where it was read', async ({ visitor }) => {
    const { rulebook } = await theCatalogue()
    const programme = rulebook.programmes.find(({ id }) => id === 'mss-automation-process')!
    const edition = programme.editions.at(-1)!
    const page = await (await visitor()).opens(`/programmes/${programme.id}`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(programme.name.ko)
    const read = await page.locator('main').innerText()
    for (const title of ['언제', '무엇을 받나', '누가 받나', '출처']) expect(read).toContain(title)
    for (const { label } of edition.criteria) expect(read).toContain(label!.ko)
    expect(read).toContain(edition.source!.notice!)
    expect(read).toMatch(/과제당 9,500만 원/)
    expect(read).toMatch(/2025년 12월쯤부터 2026년 1월쯤까지/)
  })

  it('gives the verdict for the firm that was told', async ({ visitor }) => {
    const someone = await visitor()
    await dropFile(await someone.opens('/find'), firmPath('gyeongbuk-foundry'))
    const page = await someone.opens('/programmes/motie-root-intelligent-process')
    const verdict = page.locator('.for-firm > summary')
    expect(await verdict.innerText()).toMatch(/지금 가능|곧|바꾸면 가능|확인 필요|불가/)
    await verdict.click()
    expect(await page.locator('.for-firm .proof').isVisible()).toBe(true)
  })

  it('that does not exist says so and shows the way to the list', async ({ visitor }) => {
    const page = await (await visitor()).opens('/programmes/no-such-programme')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('그런 사업이 없습니다')
    await page.getByRole('link', { name: '지원사업 목록 보기' }).click()
    await stands(page)
    await expect.poll(() => page.locator('.programme-rows > li').count()).toBeGreaterThan(20)
  })
})
