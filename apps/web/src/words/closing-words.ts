/** The words of closing days are loaded with their pages, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: async () => ({ closing: (await import('./ko/closing.ts')).closing }),
  en: async () => ({ closing: (await import('./en/closing.ts')).closing }),
}

let spoken: Promise<void> | undefined

export function speakClosing(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
