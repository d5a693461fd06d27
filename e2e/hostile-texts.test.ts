import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { hostileTexts } from './harness/hostile-texts.ts'
import { formulasIn, hostileRulebook, look, spreadTexts, stopsOf, walk, watch } from './harness/hostile-walk.ts'
import { type OpenDesk, openDesk } from './harness/open-desk.ts'
import { visitorOf } from './harness/visitor.ts'

let desk: OpenDesk
beforeAll(async () => {
  desk = await openDesk(hostileRulebook)
  await spreadTexts(desk, 0)
}, 240_000)
afterAll(() => desk?.close())

const browser = () => chromium.connect(inject('browser'))

// Every page is walked at night (nightly/hostile/texts.test.ts).
it('C36 T11: hostile texts stay texts on pages of the desk, of a firm, and open to all', async () => {
  const stops = stopsOf(desk).filter((_, index) => index % 6 === 2)
  const { wrong, shown } = await walk(await browser(), desk, stops)
  expect(wrong).toEqual([])
  expect(shown.size).toBeGreaterThan(20)
})

it('C36: no cell of a table that an agency takes away is a formula', async () => {
  expect(await formulasIn(desk)).toEqual([])
})

it('C36: a page that put one of them into itself as more than a text would be noticed', async () => {
  const visitor = await visitorOf(await browser(), desk.address)
  await visitor.context.addInitScript(watch)
  const page = await visitor.opens('/about')
  expect((await page.evaluate(look)).wrong).toEqual([])
  const noticed = await page.evaluate(texts => {
    for (const text of texts) document.body.insertAdjacentHTML('beforeend', `<p title="${text}">${text}</p>`)
    return new Promise<void>(done => setTimeout(done, 500))
  }, hostileTexts)
  expect(noticed).toBeUndefined()
  expect((await page.evaluate(look)).wrong.length).toBeGreaterThan(100)
  await visitor.context.close()
})
