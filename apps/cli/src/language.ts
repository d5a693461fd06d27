import type { Language } from '@ieum/wording'

/** `--lang`, else the locale, else Korean. */
export function languageOf(asked: string | undefined, environment: NodeJS.ProcessEnv): Language {
  if (asked === 'ko' || asked === 'en') return asked
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  const isOfAnotherLanguage = /^[a-z]{2,3}(_|$)/i.test(locale) && !/^ko/i.test(locale)
  return isOfAnotherLanguage ? 'en' : 'ko'
}
