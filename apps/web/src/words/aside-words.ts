/** The words of the map and of what this site is are loaded with their pages, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/aside.ts').then(({ about, network }) => ({ about, network })),
  en: () => import('./en/aside.ts').then(({ about, network }) => ({ about, network })),
}

let spoken: Promise<void> | undefined

export function speakAside(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
