/** The words of an agency's administration are loaded with its pages, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { speakFirm } from './firm-words.ts'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/agency.ts').then(({ agency, answer }) => ({ agency, answer })),
  en: () => import('./en/agency.ts').then(({ agency, answer }) => ({ agency, answer })),
}

let spoken: Promise<void> | undefined

/** Notices are said as on a firm's pages. */
export function speakAgency(): Promise<void> {
  spoken ??= Promise.all([speakFirm(), alsoSpeak(language => load[language]())]).then(() => undefined)
  return spoken
}
