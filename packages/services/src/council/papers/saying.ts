/** How a paper in one language calls agencies, programmes, pathways, days and what is written in two languages. */
import { nameOnDay } from '@ieum/catalogue/name-on-day'
import type { Day, Language } from '@ieum/catalogue/records'
import type { Rulebook } from '@ieum/rules'
import { councilPaperWords, sayDay } from '@ieum/wording'

export interface Saying {
  readonly language: Language
  readonly words: ReturnType<typeof councilPaperWords>
  /** English where somebody wrote it. */
  readonly either: (ko: string | null, en: string | null) => string
  readonly agency: (id: string) => string
  readonly agencies: (ids: readonly string[]) => string
  readonly programme: (id: string) => string
  readonly pathway: (id: string) => string
  readonly day: (day: Day | null) => string
}

/** Agencies are called what they were called on the day. */
export function sayingOf(rulebook: Rulebook, language: Language, on: Day): Saying {
  const named = (all: readonly { readonly id: string; readonly name: { ko: string; en: string } }[]) => {
    const names = new Map(all.map(({ id, name }) => [id, name[language]]))
    return (id: string) => names.get(id) ?? id
  }
  const agency = named(rulebook.agencies.map(one => ({ id: one.id, name: nameOnDay(one, on) })))
  return {
    language,
    words: councilPaperWords(language),
    either: (ko, en) => (language === 'en' ? (en ?? ko ?? '') : (ko ?? '')),
    agency,
    agencies: ids => ids.map(agency).join(language === 'ko' ? '·' : ', '),
    programme: named(rulebook.programmes),
    pathway: named(rulebook.pathways),
    day: day => (day === null ? '' : sayDay(day, language)),
  }
}
