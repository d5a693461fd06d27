/** The closing days of a municipality as a calendar: one series, with the days that its exceptions and the holidays drop and add. */
import { addDays, yearOf } from '@ieum/catalogue/days'
import type { Day, Language } from '@ieum/catalogue/records'
import { closingDays } from '@ieum/council/closing-days'
import type { ClosingCalendarRequest } from '@ieum/documents'
import { sayClosingRule } from '@ieum/wording'
import { type ClosingNeeds, readClosingDays } from './read-closing-days.ts'
import { arrangementOf, type ClosingTerms } from './terms.ts'

export type ClosingCalendarRead =
  | { readonly is: 'found'; readonly calendar: ClosingCalendarRequest }
  | { readonly is: 'no such municipality' }
  /** There is no rule to count by: nothing is known, or no day is set. */
  | { readonly is: 'no days known' }

export async function closingCalendarOf(
  needs: ClosingNeeds,
  asked: { readonly code: string; readonly on: Day; readonly language: Language; readonly url?: string | undefined },
): Promise<ClosingCalendarRead> {
  const { code, on, language, url } = asked
  const found = await readClosingDays(needs, code, on, { from: on, to: on })
  if (found.is !== 'found') return found
  const { line, now } = found
  if (!now || now.rule === null) return { is: 'no days known' }
  const arrangement = arrangementOf(now)
  // Terms that have held since before anything is known begin with the year that they are first seen in.
  const from = arrangement.from ?? `${yearOf(now.dated ?? on)}-01-01`
  const series = { ...arrangement, from, onHoliday: 'closed' as const, exceptions: [] }
  const first = closingDays(series, from, addDays(from, 62))[0]?.day
  if (first === undefined) return { is: 'no days known' }
  const { holidays } = needs.catalogue.rulebook
  // Beyond the years whose holidays are known, and the last exception, the rule alone counts.
  const excepted = arrangement.exceptions.flatMap(({ drop, add }) => [drop ?? [], add ?? []].flat())
  const known: Day = [`${holidays?.complete_through ?? yearOf(on)}-12-31`, ...excepted].sort().at(-1)!
  const byRule = new Set(closingDays(series, from, known).map(({ day }) => day))
  const inTruth = new Set(closingDays({ ...arrangement, from }, from, known, holidays).map(({ day }) => day))
  return {
    is: 'found',
    calendar: {
      id: `${code}.${now.id}`,
      municipality: [line.region, line.name].filter(Boolean).join(' '),
      rule: now.rule,
      first,
      until: now.until,
      dropped: [...byRule].filter(day => !inTruth.has(day)),
      added: [...inTruth].filter(day => !byRule.has(day)),
      notes: notesOf(now, language),
      ...(url !== undefined && { url }),
      language,
      made: now.dated ?? from,
    },
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
