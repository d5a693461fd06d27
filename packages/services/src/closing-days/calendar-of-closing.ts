/** The closing days of a municipality as a calendar: a series for each agreement, with the days that its exceptions and the holidays drop and add. */
import { addDays, yearOf } from '@ieum/catalogue/days'
import type { Day, Holidays, Language } from '@ieum/catalogue/records'
import { closingDays } from '@ieum/council/closing-days'
import type { ClosingCalendarRequest, ClosingSeries } from '@ieum/documents'
import { sayClosingRule } from '@ieum/wording'
import { type ClosingNeeds, readClosingDays } from './read-closing-days.ts'
import { arrangementOf, type ClosingTerms } from './terms.ts'

export type ClosingCalendarRead =
  | { readonly is: 'found'; readonly calendar: ClosingCalendarRequest }
  | { readonly is: 'no such municipality' }
  /** There is no rule to count by: nothing is known, or no day is set. */
  | { readonly is: 'no days known' }

interface ClosingCalendarAsked {
  readonly code: string
  readonly on: Day
  readonly language: Language
  readonly url?: string | undefined
}

/** What holds on the day, and what is agreed to follow: whoever subscribes today sees next year's change today. */
export async function closingCalendarOf(
  needs: ClosingNeeds,
  { code, on, language, url }: ClosingCalendarAsked,
): Promise<ClosingCalendarRead> {
  const found = await readClosingDays(needs, code, on, { from: on, to: on })
  if (found.is !== 'found') return found
  const { line, turns } = found
  const { holidays } = needs.catalogue.rulebook
  const series = turns.flatMap(terms => seriesOf(terms, { code, on, language, holidays }) ?? [])
  if (series.length === 0) return { is: 'no days known' }
  return {
    is: 'found',
    calendar: {
      municipality: [line.region, line.name].filter(Boolean).join(' '),
      series,
      ...(url !== undefined && { url }),
      language,
    },
  }
}

/** Longer than from any day to the next one of any rule. */
const untilFirst = 62

interface SeriesAsked extends Omit<ClosingCalendarAsked, 'url'> {
  readonly holidays: Holidays | undefined
}

function seriesOf(terms: ClosingTerms, { code, on, language, holidays }: SeriesAsked): ClosingSeries | undefined {
  const { rule, until } = terms
  if (rule === null) return undefined
  const arrangement = arrangementOf(terms)
  // Terms that have held since before anything is known begin with the year that they are first seen in.
  const from = arrangement.from ?? `${yearOf(terms.dated ?? on)}-01-01`
  const plain = { ...arrangement, from, onHoliday: 'closed' as const, exceptions: [] }
  const first = closingDays(plain, from, addDays(from, untilFirst))[0]?.day
  // Beyond the years whose holidays are known, and the last exception, the rule alone counts.
  const excepted = arrangement.exceptions.flatMap(({ drop, add }) => [drop ?? [], add ?? []].flat())
  const known: Day = [`${holidays?.complete_through ?? yearOf(on)}-12-31`, ...excepted].sort().at(-1)!
  const byRule = new Set(closingDays(plain, from, known).map(({ day }) => day))
  const inTruth = new Set(closingDays({ ...arrangement, from }, from, known, holidays).map(({ day }) => day))
  const added = [...inTruth].filter(day => !byRule.has(day))
  // Followed so soon that no day of the rule falls into their time, they are the days that were added, if any.
  if (first === undefined && added.length === 0) return undefined
  return {
    id: `${code}.${terms.id}`,
    rule: first === undefined ? null : rule,
    first: first ?? added.shift()!,
    until,
    dropped: [...byRule].filter(day => !inTruth.has(day)),
    added,
    notes: notesOf(terms, language),
    madeUp: terms.madeUp,
    made: terms.dated ?? from,
  }
}

function notesOf({ rule, exceptions, stores, notes, sources }: ClosingTerms, language: Language): readonly string[] {
  const said = ({ ko, en }: { readonly ko: string; readonly en: string | null }) =>
    language === 'en' ? (en ?? ko) : ko
  return [
    ...(rule === null ? [] : [sayClosingRule(rule, language)]),
    ...stores.otherwise.map(({ store, says }) => `${said(store)}: ${said(says)}`),
    ...notes.map(said),
    ...exceptions.flatMap(({ drop, add, why }) =>
      [[drop, add].filter(Boolean).join(' → '), why && said(why)].join(' ').trim(),
    ),
    ...sources.map(({ title, url, dated }) => [title, dated, url].filter(Boolean).join(' · ')),
  ]
}
