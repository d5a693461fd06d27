/** The words of a sitting come with its pages, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/council-room.ts').then(({ councilRoom }) => ({ councilRoom })),
  en: () => import('./en/council-room.ts').then(({ councilRoom }) => ({ councilRoom })),
}

let spoken: Promise<void> | undefined

export function speakCouncilRoom(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
