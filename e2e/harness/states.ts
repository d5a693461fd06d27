/** Every page in the states in which one may meet it; each is looked at in both languages, on two screens, in two themes. */
import type { Page } from 'playwright-core'
import { firmPath } from './catalogue.ts'
import { drop, dropFile } from './find.ts'
import { stands } from './visitor.ts'

export interface PageState {
  readonly name: string
  readonly path: string
  /** What was done on the page before it is looked at. */
  readonly after?: (page: Page) => Promise<void>
  /** A firm that was told before. */
  readonly firm?: string
}

const foundry = 'gyeongbuk-foundry'

export const states: readonly PageState[] = [
  { name: 'front', path: '/' },
  { name: 'front with the list of industries open', path: '/', after: typeIndustry },
  { name: 'find, nothing told', path: '/find' },
  { name: 'find, the declaration opened', path: '/find', after: openDeclaration },
  { name: 'find, results of the foundry with proofs open', path: '/find', firm: foundry, after: openProofs },
  { name: 'find, an answer refused', path: '/find', after: answerNothing },
  { name: 'find, a file refused', path: '/find', after: dropBroken },
  { name: 'programmes', path: '/programmes' },
  { name: 'programmes, searched, with a firm', path: '/programmes?q=뿌리', firm: foundry },
  { name: 'programmes, nothing found', path: '/programmes?q=zzzz' },
  { name: 'a programme', path: '/programmes/motie-root-intelligent-process', firm: foundry, after: openAll },
  { name: 'an unknown programme', path: '/programmes/no-such-programme' },
  { name: 'path, nothing told', path: '/path' },
  { name: 'path of the foundry', path: '/path?pathway=root', firm: foundry, after: pathPlanned },
  {
    name: 'path, what else can be used and what can go wrong',
    path: '/path?pathway=root',
    firm: foundry,
    after: allBeside,
  },
  { name: 'path, a leg refused', path: '/path?pathway=root&event=refused+2', firm: foundry, after: wayOn },
  {
    name: 'path, a leg missed and others in its stead',
    path: '/path?via=equipment&event=missed+1',
    firm: foundry,
    after: wayOn,
  },
  {
    name: 'path, no way on',
    path: '/path?via=mss-middle-east-logistics-voucher&event=missed+1',
    firm: foundry,
    after: wayOn,
  },
  { name: 'path, a question answered on it', path: '/path?via=equipment', firm: foundry, after: askedOnPath },
  {
    name: 'path, odds that are known',
    path: '/path?via=mss-global-small-giant-1000',
    firm: 'cosmetics-exporter',
    after: pathPlanned,
  },
  { name: 'path, no way', path: '/path?pathway=root-exporter', firm: foundry, after: noWay },
  { name: 'network', path: '/network' },
  { name: 'closing days, a place chosen on the map', path: '/closing-days', after: chooseOnMap },
  { name: 'closing days, found by name', path: '/closing-days', after: typeMunicipality },
  { name: 'closing days as a table', path: '/closing-days', after: closingTable },
  { name: 'closing days of a municipality', path: '/closing-days/11650' },
  { name: 'closing days that are not known', path: '/closing-days/11110' },
  { name: 'about', path: '/about' },
  { name: 'no such page', path: '/no/such/page' },
]

async function chooseOnMap(page: Page): Promise<void> {
  await page.locator('a[data-place][tabindex="0"]').focus()
  await page.locator('.closing-panel').waitFor()
}

async function typeMunicipality(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('구')
  await page.locator('.closing-found li').first().waitFor()
}

async function closingTable(page: Page): Promise<void> {
  await page.locator('input[name="closing-how"]').last().check()
  await page.locator('.closing-scroll').waitFor()
}

async function typeIndustry(page: Page): Promise<void> {
  await page.getByRole('combobox').first().fill('주조')
  await page.getByRole('option').first().waitFor()
}

async function openDeclaration(page: Page): Promise<void> {
  await page.locator('#ask-for').waitFor()
  while ((await page.locator('.yes-no .quiet').count()) === 0) await page.locator('.question .row .quiet').click()
  await page.locator('.yes-no .quiet').click()
}

async function openProofs(page: Page): Promise<void> {
  for (const standing of ['now', 'after-change', 'to-check', 'not'])
    await page.locator(`#${standing} .result summary`).first().click()
  await openAll(page)
}

/** Opens every part of the page that can be folded away. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details:not(.result > details)'))
      details.setAttribute('open', '')
  })
}

async function answerNothing(page: Page): Promise<void> {
  await page.locator('#ask-for').selectOption('employees')
  await page.locator('.ask-for button').click()
  await page.locator('#answer-employees').fill('x')
  await page.locator('.question [type=submit]').click()
  await page.locator('.question-wrong').waitFor()
}

async function dropBroken(page: Page): Promise<void> {
  await drop(page, 'broken.yaml', 'facts:\n  employees: many\n')
}

async function allBeside(page: Page): Promise<void> {
  await page.locator('.path-alongside li').first().waitFor()
  await page.locator('.path-alongside button').click()
  await openAll(page)
}

async function wayOn(page: Page): Promise<void> {
  await page.locator('.path-changes, .path-after .path-none').first().waitFor()
}

async function askedOnPath(page: Page): Promise<void> {
  await page.locator('.path-questions button').first().click()
  await page.locator('.path-questions form').waitFor()
}

async function noWay(page: Page): Promise<void> {
  await page.locator('.path-none-remedies').waitFor()
}

async function pathPlanned(page: Page): Promise<void> {
  await page.locator('main ol li, main table').first().waitFor()
}

/** Brings the page into a state; a firm is told on Find first, as a visitor would. */
export async function reach(state: PageState, opens: (path: string) => Promise<Page>): Promise<Page> {
  const page = await opens(state.firm ? '/find' : state.path)
  if (state.firm) {
    await dropFile(page, firmPath(state.firm))
    const url = new URL(page.url())
    const asked = new URL(state.path, url)
    asked.searchParams.set('on', url.searchParams.get('on')!)
    await page.goto(asked.href)
    await stands(page)
  }
  await state.after?.(page)
  return page
}
