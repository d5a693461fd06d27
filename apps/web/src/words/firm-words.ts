/** The words of a firm's pages are loaded with them, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { speakDesk } from './desk-words.ts'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/firm.ts').then(({ firm, notices }) => ({ firm, notices })),
  en: () => import('./en/firm.ts').then(({ firm, notices }) => ({ firm, notices })),
}

let spoken: Promise<void> | undefined

/** What the desk says of refusals and states is said here too. */
export function speakFirm(): Promise<void> {
  spoken ??= Promise.all([speakDesk(), alsoSpeak(language => load[language]())]).then(() => undefined)
  return spoken
}
