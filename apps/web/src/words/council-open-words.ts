/** The words of the open record of councils are loaded with its pages, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/council-open.ts').then(({ councilOpen }) => ({ councilOpen })),
  en: () => import('./en/council-open.ts').then(({ councilOpen }) => ({ councilOpen })),
}

let spoken: Promise<void> | undefined

export function speakCouncilOpen(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
