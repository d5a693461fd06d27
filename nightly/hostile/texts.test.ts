import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { startBrowser } from '../../e2e/harness/browser.ts'
import { hostileTexts } from '../../e2e/harness/hostile-texts.ts'
import { formulasIn, hostileRulebook, spreadTexts, stopsOf, walk } from '../../e2e/harness/hostile-walk.ts'
import { openDesk } from '../../e2e/harness/open-desk.ts'
import { inWords, reached } from '../harness/reached.ts'
import { rounds } from '../harness/rounds.ts'

const times = rounds({ onPush: 1, nightly: 12 })

it(
  'C36 T9 T11: no hostile text runs or becomes more than a text, whatever field it was put in and whichever page or table shows it',
  async context => {
    await using stack = new AsyncDisposableStack()
    const desk = stack.adopt(await openDesk(hostileRulebook), desk => desk.close())
    const server = stack.adopt(await startBrowser(), server => server.close())
    const browser = await chromium.connect(server.wsEndpoint())
    const stops = stopsOf(desk)
    const shown = new Set<number>()
    const wrong: string[] = []
    for (let round = 0; round < times; round += 1) {
      await spreadTexts(desk, round)
      const walked = await walk(browser, desk, stops)
      wrong.push(...walked.wrong, ...(await formulasIn(desk)))
      for (const number of walked.shown) shown.add(number)
    }
    expect(hostileTexts.length).toBeGreaterThanOrEqual(200)
    expect(wrong).toEqual([])
    expect(shown.size).toBeGreaterThan(times < 5 ? 60 : 200)
    reached(context, {
      check: 'C36',
      rounds: times,
      figure: `${inWords(hostileTexts.length)} texts in every text of the records and the catalogue, ${stops.length} pages ${times} times: ${shown.size} were seen as texts, 0 ran, the security policy had nothing to stop; no cell of a table is a formula`,
    })
  },
  300_000 + times * 600_000,
)
