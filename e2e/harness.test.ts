import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { it } from './harness/it.ts'

/** What a walk fails on is itself seen failing: each of these goes wrong on purpose, and must be heard. */
describe('a walk hears', () => {
  const wrongs: readonly [string, RegExp, (page: Page) => Promise<unknown>][] = [
    ['an error in the console', /says in the console: wrong/, page => page.evaluate(() => console.error('wrong'))],
    [
      'an error that nobody caught',
      /throws: wrong/,
      page =>
        page.evaluate(
          () =>
            void setTimeout(() => {
              throw new Error('wrong')
            }),
        ),
    ],
    [
      'a script that the security policy forbids',
      /Content Security Policy/,
      page =>
        page.evaluate(() =>
          document.head.append(Object.assign(document.createElement('script'), { textContent: 'wrong()' })),
        ),
    ],
    [
      'a question to another host',
      /asks another host: http:\/\/127\.0\.0\.1:9\//,
      page => page.evaluate(() => location.assign('http://127.0.0.1:9/')),
    ],
    ['a file that is not there', /404/, page => page.evaluate(() => fetch('/assets/none.js'))],
  ]

  it.for(wrongs)('%s', async ([, heard, goWrong], { visitor }) => {
    const someone = await visitor({ excuses: [/./] })
    const page = await someone.opens('/about')
    await goWrong(page)
    await expect.poll(() => someone.excused.some(said => heard.test(said))).toBe(true)
  })
})
