import type { Language } from '@ieum/wording'

/** `--lang`, else the locale, else Korean. */
export function languageOf(asked: string | undefined, environment: NodeJS.ProcessEnv): Language {
  if (asked === 'ko' || asked === 'en') return asked
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  const isOfAnotherLanguage = /^[a-z]{2,3}(?:[_.@-]|$)/i.test(locale) && !/^ko/i.test(locale)
  return isOfAnotherLanguage ? 'en' : 'ko'
}

/** The language before the words typed have been read: help and its headings need it. */
export function languageTyped(words: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const place = words.findLastIndex(word => word === '--lang' || word.startsWith('--lang='))
  const asked = words[place] === '--lang' ? words[place + 1] : words[place]?.slice('--lang='.length)
  return languageOf(asked, environment)
}
