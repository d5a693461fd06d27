/** The words of what follows from decisions of councils are loaded where they are needed, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/council-follow.ts').then(({ follow }) => ({ follow })),
  en: () => import('./en/council-follow.ts').then(({ follow }) => ({ follow })),
}

let spoken: Promise<void> | undefined

export function speakFollow(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
