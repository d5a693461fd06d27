/** What one does on the page Find, in its own words. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Fact, Firm, Value } from '@ieum/catalogue/records'
import { standings } from '@ieum/matching'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Counts, theCatalogue } from './catalogue.ts'

export async function countsOn(page: Page): Promise<Counts> {
  const counts = await page.locator('.counts strong').allTextContents()
  return Object.fromEntries(standings.map((standing, index) => [standing, Number(counts[index])])) as Counts
}

export const question = (page: Page) => page.locator('#question')

/** How many programmes the question on the page says that its answer can settle. */
export async function decidedBy(page: Page): Promise<number> {
  const said = await page.locator('.question-decides').textContent()
  return Number(/\d+/.exec(said ?? '')?.[0])
}

/** Drops a file onto the page as a mouse would, and waits for what is said of it. */
export async function drop(page: Page, name: string, text: string): Promise<void> {
  const status = page.locator('.firm-file [role=status]')
  const before = await status.innerText()
  const dataTransfer = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], name))
      return transfer
    },
    [name, text] as const,
  )
  await page.locator('.firm-file').dispatchEvent('drop', { dataTransfer })
  await page.waitForFunction(
    before => document.querySelector<HTMLElement>('.firm-file [role=status]')?.innerText !== before,
    before,
  )
}

export const dropFile = (page: Page, path: string): Promise<void> =>
  drop(page, basename(path), readFileSync(path, 'utf8'))

/** The fact that the question on the page asks for; undefined for the declaration. */
export async function factAsked(page: Page): Promise<Fact | undefined> {
  const asked = (await question(page).textContent())!.trim()
  const { rulebook } = await theCatalogue()
  return rulebook.facts.find(({ question }) => question?.ko.startsWith(asked))
}

/** Answers the question on the page as the firm would: what it does not know is "모름". */
export async function answerAs(firm: Firm, page: Page): Promise<void> {
  const asked = await question(page).textContent()
  const fact = await factAsked(page)
  if (!fact) await page.getByRole('button', { name: '모두 해당하지 않습니다' }).click()
  else {
    const value = firm.facts[fact.name]
    if (value === undefined || value === null || fact.type === 'records') await notKnown(page)
    else await answerWith(page, fact, value)
  }
  await expect.poll(() => question(page).or(page.locator('.question h2')).first().textContent()).not.toBe(asked)
}

export const notKnown = (page: Page): Promise<void> => page.getByRole('button', { name: '모름', exact: true }).click()

async function answerWith(page: Page, fact: Fact, value: Value): Promise<void> {
  const entry = page.locator(`#answer-${fact.name}`)
  const next = page.getByRole('button', { name: '다음', exact: true })
  switch (fact.type) {
    case 'boolean':
      return page
        .locator('.yes-no')
        .getByRole('button', { name: value ? '예' : '아니요' })
        .click()
    case 'number':
      await entry.fill(String(fact.unit === 'fraction' ? Number(value) * 100 : value))
      return next.click()
    case 'enum':
      await choose(page, fact, String(value))
      return next.click()
    case 'list':
      if (fact.values)
        for (const one of value as readonly string[])
          await page.getByLabel(fact.labels?.[one]?.ko ?? one, { exact: true }).check()
      else await entry.fill((value as readonly Value[]).join(', '))
      return next.click()
    case 'text':
      await entry.pressSequentially(String(value))
      if (fact.name === 'industry') await page.getByRole('option').first().click()
      return next.click()
    default:
      await entry.fill(String(value))
      return next.click()
  }
}

async function choose(page: Page, fact: Fact, value: string): Promise<void> {
  const list = page.locator(`select#answer-${fact.name}`)
  if (await list.count()) await list.selectOption(value)
  else await page.getByLabel(fact.labels?.[value]?.ko ?? value, { exact: true }).check()
}
