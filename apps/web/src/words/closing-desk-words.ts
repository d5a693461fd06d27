/** The words of a consultative body's desk are loaded with its page, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: async () => ({ closingDesk: (await import('./ko/closing-desk.ts')).closingDesk }),
  en: async () => ({ closingDesk: (await import('./en/closing-desk.ts')).closingDesk }),
}

let spoken: Promise<void> | undefined

export function speakClosingDesk(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
