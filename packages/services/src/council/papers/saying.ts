/** How a paper in one language calls agencies, programmes, pathways, days and what is written in two languages. */
import { nameOnDay } from '@ieum/catalogue/name-on-day'
import type { Day, Language } from '@ieum/catalogue/records'
import type { BrokenStep } from '@ieum/council'
import type { Rulebook } from '@ieum/rules'
import { councilPaperWords, type FindingNames, sayDay, sayFinding } from '@ieum/wording'

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
  /** Why a step is broken, what would open it, and the day on which that was found. */
  readonly finding: (finding: BrokenStep) => string
}

/** Agencies are called what they were called on the day. */
export function sayingOf(rulebook: Rulebook, language: Language, on: Day): Saying {
  const named = (all: readonly { readonly id: string; readonly name: { ko: string; en: string } }[]) => {
    const names = new Map(all.map(({ id, name }) => [id, name[language]]))
    return (id: string) => names.get(id) ?? id
  }
  const day = (of: Day | null) => (of === null ? '' : sayDay(of, language))
  const names = findingNames(rulebook)
  const agency = named(rulebook.agencies.map(one => ({ id: one.id, name: nameOnDay(one, on) })))
  return {
    language,
    words: councilPaperWords(language),
    either: (ko, en) => (language === 'en' ? (en ?? ko ?? '') : (ko ?? '')),
    agency,
    agencies: ids => ids.map(agency).join(language === 'ko' ? '·' : ', '),
    programme: named(rulebook.programmes),
    pathway: named(rulebook.pathways),
    day,
    finding: finding => {
      const { found, opens } = sayFinding(finding, names, language)
      return `${[found, opens].filter(Boolean).join(' ')} (${day(finding.on)})`
    },
  }
}

/** What is not in the catalogue any more is called by its id. */
function findingNames({ programmes }: Rulebook): FindingNames {
  const byId = new Map(programmes.map(programme => [programme.id, programme]))
  const either = (id: string) => ({ ko: id, en: id })
  return {
    programme: id => byId.get(id)?.name ?? either(id),
    rule: (programme, edition, id) => {
      const of = byId.get(programme)?.editions.find(one => one.edition === edition)
      return [...(of?.criteria ?? []), ...(of?.exclusions ?? [])].find(rule => rule.id === id)?.label ?? either(id)
    },
  }
}
