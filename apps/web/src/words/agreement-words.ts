/** The words for drawing up links are loaded with the pages of links, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/agreement.ts').then(({ agreement }) => ({ agreement })),
  en: () => import('./en/agreement.ts').then(({ agreement }) => ({ agreement })),
}

let spoken: Promise<void> | undefined

export function speakAgreement(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
