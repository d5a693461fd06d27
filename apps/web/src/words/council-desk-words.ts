/** The words of councils and their tasks are loaded with those pages of the desk, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/council-desk.ts').then(({ councilDesk }) => ({ councilDesk })),
  en: () => import('./en/council-desk.ts').then(({ councilDesk }) => ({ councilDesk })),
}

let spoken: Promise<void> | undefined

export function speakCouncilDesk(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
