/** Every reason that the server refuses for is said in words, in both languages. */
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { desk as en } from '../words/en/desk.ts'
import { desk as ko } from '../words/ko/desk.ts'
import { refusalWords } from './use-refusal-words.ts'

const server = new URL('../../../server/src/', import.meta.url).pathname

/** What stands in routes as `code: '…'`, in the table of sign-in, and as the first word of `conflict(…)`. */
async function codesOfServer(): Promise<string[]> {
  const codes = new Set<string>()
  for await (const file of glob('{desk,routes,sign-in}/**/*.ts', { cwd: server })) {
    if (file.includes('test') || file.includes('access')) continue
    const text = readFileSync(server + file, 'utf8')
    for (const [, code] of text.matchAll(
      /(?:(?:code: |conflict\(\s*)'|^ {2}'(?=[a-z-]+': \[\d))([a-z]+(?:-[a-z]+)+)'/gm,
    ))
      codes.add(code!)
  }
  return [...codes]
}

const speaking = async (language: 'ko' | 'en') => {
  const i18n = createInstance()
  await i18n.init({
    lng: language,
    ns: ['words'],
    defaultNS: 'words',
    resources: { [language]: { words: { desk: language === 'ko' ? ko : en } } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return { t: i18n.t as never, i18n }
}

const refused = (code: string, status = 409) => ({
  code,
  status,
  fields: [],
  message: 'What the server says',
  detail: 'In English.',
  wait: undefined,
})

describe('what a page says of a refusal', () => {
  it.each(['ko', 'en'] as const)('is never the name of a word (%s)', async language => {
    const words = await speaking(language)
    const codes = [...new Set([...Object.keys(ko.refused), ...(await codesOfServer())])]
    expect(codes.length).toBeGreaterThan(60)
    for (const code of codes) {
      const { title, text } = refusalWords(words, refused(code))
      expect([code, title, text].join(' '), code).not.toMatch(/desk\.|\{\{/)
    }
  })

  it('has words of its own for every code of the server', async () => {
    const without = (await codesOfServer()).filter(code => !(code in ko.refused))
    expect(without).toEqual([])
  })

  it('is not English on a Korean page, whatever it is', async () => {
    const { title, text } = refusalWords(await speaking('ko'), refused('not-known-here'))
    expect(title + text).not.toMatch(/[A-Za-z]{3}/)
  })
})
