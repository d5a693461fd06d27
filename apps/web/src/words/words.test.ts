import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { preferredLanguage } from './index.ts'
import { ko } from './ko.ts'

/** English tells one from many, Korean does not: `_one` and `_other` count as the same key. */
const keys = (words: object, at = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [at + key.replace(/_(one|other)$/, '')] : keys(value, `${at}${key}.`),
  )

const slots = (words: object): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  const walk = (node: object, at: string): void => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') found.set(at + key, [...value.matchAll(/{{(\w+)}}/g)].map(m => m[1]!).sort())
      else walk(value, `${at}${key}.`)
    }
  }
  walk(words, '')
  return found
}

describe('the words of the site', () => {
  it('are the same set in Korean and English', () => {
    expect([...new Set(keys(en))].sort()).toEqual([...new Set(keys(ko))].sort())
  })

  it('leave the same blanks to fill in both languages', () => {
    const english = slots(en)
    for (const [key, blanks] of slots(ko)) expect([key, english.get(key)]).toEqual([key, blanks])
  })

  it('are never empty', () => {
    const texts = JSON.stringify([ko, en])
    expect(texts).not.toMatch(/:""/)
  })
})

describe('the language of a visit', () => {
  it.each([
    ['', null, 'ko'],
    ['?lang=en', null, 'en'],
    ['', 'en', 'en'],
    ['?lang=ko', 'en', 'ko'],
    ['?lang=fr', null, 'ko'],
    ['', 'fr', 'ko'],
  ] as const)('of search "%s" and "%s" remembered is %s', (search, remembered, language) => {
    expect(preferredLanguage(search, remembered)).toBe(language)
  })
})
