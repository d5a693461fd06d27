/** The words of the desk are loaded with its pages, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/desk.ts').then(({ desk, signIn }) => ({ desk, signIn })),
  en: () => import('./en/desk.ts').then(({ desk, signIn }) => ({ desk, signIn })),
}

let spoken: Promise<void> | undefined

export function speakDesk(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
