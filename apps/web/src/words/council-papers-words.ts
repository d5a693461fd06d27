/** The words of papers of a council are loaded with the pages that offer them, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/council-papers.ts').then(({ councilPapers }) => ({ councilPapers })),
  en: () => import('./en/council-papers.ts').then(({ councilPapers }) => ({ councilPapers })),
}

let spoken: Promise<void> | undefined

export function speakCouncilPapers(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
