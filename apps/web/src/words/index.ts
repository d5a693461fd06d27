/** The site's two languages: chosen by `?lang=`, else as remembered, else Korean. Only the chosen one is loaded. */

import type { Language } from '@ieum/wording'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { ko } from './ko.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: typeof ko }
  }
}

const loadWords: Record<Language, () => Promise<object>> = {
  ko: async () => (await import('./ko.ts')).ko,
  en: async () => (await import('./en.ts')).en,
}

const asLanguage = (text: string | null | undefined): Language | undefined =>
  text === 'ko' || text === 'en' ? text : undefined

export function preferredLanguage(search: string, cookies: string): Language {
  const asked = asLanguage(new URLSearchParams(search).get('lang'))
  const remembered = asLanguage(/(?:^|;\s*)lang=(\w+)/.exec(cookies)?.[1])
  return asked ?? remembered ?? 'ko'
}

export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized)
    await i18next.use(initReactI18next).init({
      lng: language,
      ns: 'words',
      defaultNS: 'words',
      resources: {},
      interpolation: { escapeValue: false },
      returnNull: false,
    })
  if (!i18next.hasResourceBundle(language, 'words'))
    i18next.addResourceBundle(language, 'words', await loadWords[language]())
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** Remembered for a year, also for pages that the server writes itself. */
export function rememberLanguage(language: Language): void {
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`
}
