/** What axe, a ruler and a reader of the other language find wrong with a page, on each screen and in each theme. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desktop, type Language, phone, type Screen, smallPhone, type Theme } from './visitor.ts'

/** The rules that look at colours: all that can differ between two themes. */
const colourRules = ['color-contrast', 'link-in-text-block']

const looks: readonly { screen: Screen; theme: Theme; rules?: readonly string[] }[] = [
  { screen: desktop, theme: 'light' },
  { screen: phone, theme: 'light' },
  { screen: phone, theme: 'dark', rules: colourRules },
  { screen: desktop, theme: 'dark', rules: colourRules },
]

/** 200 % of zoom on a desktop screen leaves half of its width. */
const zoomed: Screen = { width: 640, height: 400 }

export async function lookOver(page: Page, language: Language): Promise<void> {
  for (const { screen, theme, rules } of looks) {
    // What stands on English pages alone is written in the colours of both.
    if (rules && language === 'en') continue
    await page.setViewportSize(screen)
    await page.emulateMedia({ colorScheme: theme })
    expect.soft(await violations(page, rules), `${screen.width} px, ${theme}`).toEqual([])
  }
  for (const screen of [smallPhone, zoomed]) {
    await page.setViewportSize(screen)
    expect.soft(await tooWide(page), `at ${screen.width} px`).toEqual([])
  }
  if (language === 'en') expect.soft(await koreanLeft(page), 'not in English').toEqual([])
  expect.soft(await outline(page)).toEqual({ lang: language, headings: 1, titled: true, landmarks: [1, 1, 1] })
  // Last, for it writes into the page.
  if (language === 'ko') expect.soft(await breakingHangul(page), 'breaks up Hangul').toEqual([])
}

/** What holds is not written down, and styles are not parsed anew for a rule that axe leaves out by itself. */
const sparing: Parameters<AxeBuilder['options']>[0] = { resultTypes: ['violations'], preload: { assets: ['media'] } }

async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Half a megabyte of axe is read by each document once.
  const isThere = await page.evaluate<boolean>('typeof axe === "object"')
  // No frames on the site: the whole work can be done in the page itself.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) }).setLegacyMode(true)
  axe.options(sparing)
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${impact}) ${target.join(' ')}: ${failureSummary}`),
  )
}

/** What stands out of the page, when the page as a whole can be scrolled sideways. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    // What measures itself is drawn anew in the next frames.
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const { scrollWidth } = document.documentElement
    if (scrollWidth <= innerWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 5)
      .map(({ tagName, className }) => `${scrollWidth} px wide: ${tagName} ${className}`)
  })

/**
 * Entries in which a syllable falls apart while it is composed: so does one that shows what is typed only once something else, such as the
 * address, knows of it.
 */
async function breakingHangul(page: Page): Promise<string[]> {
  const writes = await page.context().newCDPSession(page)
  const broken: string[] = []
  // Handles, for what is typed into one entry may take another one off the page.
  for (const entry of await page.$$('input[type=text], input[type=search], input:not([type]), textarea')) {
    if (!(await entry.isVisible()) || !(await entry.isEditable())) continue
    const before = await entry.inputValue()
    await entry.focus()
    for (const text of ['ㅎ', '하', '한'])
      await writes.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await writes.send('Input.insertText', { text: '한' })
    const written = await entry.inputValue()
    if (/ㅎ|하한/.test(written.replace(before, '')))
      broken.push(`${await entry.evaluate(({ outerHTML }) => outerHTML.slice(0, 120))}: ${written}`)
  }
  await writes.detach()
  return broken
}

/** What a screen reader starts from: the language, one heading, a title that says the same, the landmarks. */
const outline = (page: Page) =>
  page.evaluate(() => {
    const headings = [...document.querySelectorAll('h1')]
    return {
      lang: document.documentElement.lang,
      headings: headings.length,
      titled: headings.every(({ textContent }) => document.title.startsWith(textContent)),
      landmarks: ['main', 'body > div > header, #root > header', '#root > footer'].map(
        landmark => document.querySelectorAll(landmark).length,
      ),
    }
  })

/** Korean words on an English page that are not marked as Korean: what is read out would be gibberish. */
const koreanLeft = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hangul = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/
    const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'label']
    return [...document.querySelectorAll('title, body *')]
      .filter(element => !element.closest('[lang=ko], script, noscript, code'))
      .flatMap(element => [
        ...[...element.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map(({ textContent }) => textContent ?? ''),
        ...spoken.map(name => element.getAttribute(name) ?? ''),
      ])
      .filter(text => hangul.test(text))
      .map(text => text.trim().slice(0, 80))
      .slice(0, 12)
  })
