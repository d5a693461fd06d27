/** The words of joining, and of the pages about oneself, are loaded with them and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { speakDesk } from './desk-words.ts'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/own.ts').then(({ joining, me }) => ({ joining, me })),
  en: () => import('./en/own.ts').then(({ joining, me }) => ({ joining, me })),
}

let spoken: Promise<void> | undefined

/** What the desk says of refusals is said here too. */
export function speakOwn(): Promise<void> {
  spoken ??= Promise.all([speakDesk(), alsoSpeak(language => load[language]())]).then(() => undefined)
  return spoken
}
