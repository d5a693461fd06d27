/** How a paper in one language calls agencies, programmes, pathways, days and what is written in two languages. */
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

export function sayingOf(rulebook: Rulebook, language: Language): Saying {
  const named = (all: readonly { readonly id: string; readonly name: { ko: string; en: string } }[]) => {
    const names = new Map(all.map(({ id, name }) => [id, name[language]]))
    return (id: string) => names.get(id) ?? id
  }
  const agency = named(rulebook.agencies)
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
