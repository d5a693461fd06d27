/** The site's two languages: chosen by `?lang=`, else as remembered, else Korean. Only the chosen one is loaded. */

import type { Language } from '@ieum/wording'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { agency, answer } from './ko/agency.ts'
import type { agreement } from './ko/agreement.ts'
import type { about, network } from './ko/aside.ts'
import type { closing } from './ko/closing.ts'
import type { closingDesk } from './ko/closing-desk.ts'
import type { councilDesk } from './ko/council-desk.ts'
import type { councilDrawUp } from './ko/council-draw-up.ts'
import type { follow } from './ko/council-follow.ts'
import type { councilImport } from './ko/council-import.ts'
import type { councilOpen } from './ko/council-open.ts'
import type { councilPapers } from './ko/council-papers.ts'
import type { councilRoom } from './ko/council-room.ts'
import type { desk, signIn } from './ko/desk.ts'
import type { firm, notices } from './ko/firm.ts'
import type { joining, me } from './ko/own.ts'
import type { ko } from './ko.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: {
      words: typeof ko & {
        about: typeof about
        network: typeof network
        follow: typeof follow
        desk: typeof desk
        signIn: typeof signIn
        firm: typeof firm
        notices: typeof notices
        agency: typeof agency
        answer: typeof answer
        agreement: typeof agreement
        councilOpen: typeof councilOpen
        councilPapers: typeof councilPapers
        councilImport: typeof councilImport
        councilRoom: typeof councilRoom
        councilDesk: typeof councilDesk
        councilDrawUp: typeof councilDrawUp
        joining: typeof joining
        me: typeof me
        closing: typeof closing
        closingDesk: typeof closingDesk
      }
    }
  }
}

const loadWords: Record<Language, () => Promise<object>> = {
  ko: async () => (await import('./ko.ts')).ko,
  en: async () => (await import('./en.ts')).en,
}

const asLanguage = (text: string | null | undefined): Language | undefined =>
  text === 'ko' || text === 'en' ? text : undefined

export function preferredLanguage(search: string, remembered: string | null): Language {
  return asLanguage(new URLSearchParams(search).get('lang')) ?? asLanguage(remembered) ?? 'ko'
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
  for (const load of more) await addMore(language, load)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

type LoadMore = (language: Language) => Promise<object>
let more: readonly LoadMore[] = []
const added = new Map<LoadMore, Set<Language>>()

/** Adds words that only some pages need, in the language spoken now and in any that is spoken later. */
export async function alsoSpeak(load: LoadMore): Promise<void> {
  more = [...more, load]
  await addMore(asLanguage(i18next.language) ?? 'ko', load)
}

async function addMore(language: Language, load: LoadMore): Promise<void> {
  const known = added.get(load) ?? new Set()
  added.set(load, known)
  if (known.has(language)) return
  i18next.addResourceBundle(language, 'words', await load(language), true)
  known.add(language)
}

const key = 'ieum.language'

/** Storage may be closed to us (private windows, settings): the choice then holds for this visit only. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language)
  } catch {
    return
  }
}

export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
