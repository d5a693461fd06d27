/** The words for drawing up a council are loaded with its page, and follow the language from then on. */
import type { Language } from '@ieum/wording'
import { alsoSpeak } from './index.ts'

const load: Record<Language, () => Promise<object>> = {
  ko: () => import('./ko/council-draw-up.ts').then(({ councilDrawUp }) => ({ councilDrawUp })),
  en: () => import('./en/council-draw-up.ts').then(({ councilDrawUp }) => ({ councilDrawUp })),
}

let spoken: Promise<void> | undefined

export function speakCouncilDrawUp(): Promise<void> {
  spoken ??= alsoSpeak(language => load[language]())
  return spoken
}
