/** The words for taking a session out of a paper are loaded with its page, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/council-import.ts').then(({ councilImport }) => ({ councilImport })),
  en: () => import('./en/council-import.ts').then(({ councilImport }) => ({ councilImport })),
}

let spoken: Promise<void> | undefined

export function speakCouncilImport(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
