import { describe, expect, it } from 'vitest'
import { languageOf, languageTyped } from './language.ts'

describe('the language of who types', () => {
  it.each([
    [undefined, {}, 'ko'],
    [undefined, { LANG: 'ko_KR.UTF-8' }, 'ko'],
    [undefined, { LANG: 'C.UTF-8' }, 'ko'],
    [undefined, { LANG: 'en_US.UTF-8' }, 'en'],
    [undefined, { LANG: 'en.UTF-8' }, 'en'],
    [undefined, { LANG: 'ko_KR.UTF-8', LC_ALL: 'de_DE' }, 'en'],
    [undefined, { LANG: 'en_US.UTF-8', LC_MESSAGES: 'ko' }, 'ko'],
    ['en', { LANG: 'ko_KR.UTF-8' }, 'en'],
    ['ko', { LANG: 'en_US.UTF-8' }, 'ko'],
  ] as const)('--lang %s with %o is %s', (asked, environment, language) => {
    expect(languageOf(asked, environment)).toBe(language)
  })

  it('is known before the words have been read', () => {
    expect(languageTyped(['match', '--lang', 'en'], { LANG: 'ko_KR' })).toBe('en')
    expect(languageTyped(['--lang=ko', 'match'], { LANG: 'en_US' })).toBe('ko')
    expect(languageTyped(['match'], { LANG: 'en_US' })).toBe('en')
  })
})
