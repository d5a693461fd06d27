/** What stands of closing days in one municipality, over time: what sources report, and after it what was agreed here. */
import { addDays, isMonth, lastOfMonth } from '@ieum/catalogue/days'
import type { ClosingException, Day, Holidays, KnownClosing, Source, Weekday } from '@ieum/catalogue/records'
import { type ClosingArrangement, type ClosingDay, closingDays, type OnHoliday } from '@ieum/council/closing-days'
import type { Tables } from '@ieum/storage'
import type { Selectable } from 'kysely'

export type AgreementRow = Selectable<Tables['closing_agreement']>

/** Words that were written in one language only stand in that one. */
export interface SaidHere {
  readonly ko: string
  readonly en: string | null
}

export interface ClosingTerms {
  /** Stays the same as long as the terms do. */
  readonly id: string
  readonly origin: 'source' | 'agreement'
  readonly status: KnownClosing['status'] | 'agreed'
  readonly rule: string | null
  /** Where only the day of the week is known. */
  readonly weekday: Weekday | null
  readonly onHoliday: OnHoliday
  /** As printed: a day or a month. */
  readonly from: string | null
  readonly fromIs: KnownClosing['from_is'] | null
  /** The last day on which they hold; null: until further notice. */
  readonly until: Day | null
  readonly exceptions: readonly { readonly drop?: Day; readonly add?: Day; readonly why?: SaidHere }[]
  readonly stores: {
    readonly large: number | null
    readonly nearLarge: number | null
    readonly said: SaidHere | null
    readonly otherwise: readonly { readonly store: SaidHere; readonly says: SaidHere; readonly rule: string | null }[]
  }
  readonly agreed: SaidHere | null
  readonly gets: readonly SaidHere[]
  readonly notes: readonly SaidHere[]
  readonly unseen: readonly SaidHere[]
  readonly sources: readonly Source[]
  /** The decision of a body that they rest on, by its number. */
  readonly decision: { readonly council: string; readonly name: SaidHere; readonly number: string } | null
  /** The day that the record is of. */
  readonly dated: Day | null
  /** Agreed in a demonstration: nothing of it has happened. */
  readonly madeUp: boolean
}

export function termsOfSource(entry: KnownClosing): ClosingTerms {
  const { exceptions = [], stores, source } = entry
  return {
    id: entry.id,
    origin: 'source',
    status: entry.status,
    rule: entry.rule ?? null,
    weekday: entry.weekday ?? null,
    onHoliday: 'closed',
    from: entry.from ?? null,
    fromIs: entry.from_is ?? null,
    until: null,
    exceptions: exceptions.map(({ drop, add, why }) => ({
      ...(drop !== undefined && { drop }),
      ...(add !== undefined && { add }),
      ...(why !== undefined && { why }),
    })),
    stores: {
      large: stores?.large ?? null,
      nearLarge: stores?.near_large ?? null,
      said: null,
      otherwise: (stores?.otherwise ?? []).map(({ store, says, rule }) => ({ store, says, rule: rule ?? null })),
    },
    agreed: entry.agreed ?? null,
    gets: entry.gets ?? [],
    notes: entry.notes ?? [],
    unseen: entry.unseen ?? [],
    sources: [source, ...exceptions.flatMap((exception: ClosingException) => exception.source ?? [])],
    decision: null,
    dated: source.dated ?? null,
    madeUp: false,
  }
}

export interface AgreedRow extends AgreementRow {
  readonly council_name_ko: string
  readonly council_name_en: string | null
  /** Null where it is not open to who asks. */
  readonly decision_number: string | null
}

const korean = (text: string): SaidHere => ({ ko: text, en: null })

export function termsOfAgreement(row: AgreedRow, madeUp = false): ClosingTerms {
  return {
    id: `v${row.version}.${row.council_id}`,
    origin: 'agreement',
    status: row.rule === null ? 'abolished' : 'agreed',
    rule: row.rule,
    weekday: null,
    onHoliday: row.on_holiday,
    from: row.from_day,
    fromIs: 'in-force',
    until: row.until_day,
    exceptions: row.exceptions.map(({ why, ...days }) => ({ ...days, ...(why !== undefined && { why: korean(why) }) })),
    stores: {
      large: null,
      nearLarge: null,
      said: row.stores_in === null ? null : korean(row.stores_in),
      otherwise: [],
    },
    agreed: null,
    gets: row.gets === null ? [] : [korean(row.gets)],
    notes: row.stores_out === null ? [] : [korean(row.stores_out)],
    unseen: [],
    sources:
      row.source_title === null
        ? []
        : [
            {
              title: row.source_title,
              ...(row.source_url !== null && { url: row.source_url }),
              ...(row.source_dated !== null && { dated: row.source_dated }),
            },
          ],
    decision:
      row.decision_number === null
        ? null
        : {
            council: row.council_id,
            name: { ko: row.council_name_ko, en: row.council_name_en },
            number: row.decision_number,
          },
    dated: row.agreed_on,
    madeUp,
  }
}

/** The first day on which terms hold for certain: of a month that was printed, its last. */
export const beginsOn = ({ from }: Pick<ClosingTerms, 'from'>): Day | null =>
  from === null ? null : isMonth(from) ? lastOfMonth(from) : from

/** Each until the day before the next begins; a later version takes the place of an earlier one from its own day on. */
function inTurn(terms: readonly ClosingTerms[]): readonly ClosingTerms[] {
  return terms.flatMap((one, index) => {
    const next = terms
      .slice(index + 1)
      .flatMap(later => beginsOn(later) ?? [])
      .sort()[0]
    if (next === undefined) return one
    const last = addDays(next, -1)
    if ((beginsOn(one) ?? '') > last) return []
    return { ...one, until: one.until !== null && one.until < last ? one.until : last }
  })
}

/** The terms that hold on a day, and those that are agreed to follow. */
export function termsOn(
  terms: readonly ClosingTerms[],
  on: Day,
): {
  readonly now: ClosingTerms | null
  readonly coming: ClosingTerms | null
} {
  const turns = turnsFrom(terms, on)
  const hasBegun = (one: ClosingTerms) => (beginsOn(one) ?? '') <= on
  return {
    now: turns.findLast(hasBegun) ?? null,
    coming: turns.find(one => !hasBegun(one)) ?? null,
  }
}

/** Those that hold on the day, then all that are agreed to follow, each until the next begins. */
export const turnsFrom = (terms: readonly ClosingTerms[], on: Day): readonly ClosingTerms[] =>
  inTurn(terms).filter(({ until }) => until === null || until >= on)

/** Both ends included. */
export function daysOfTerms(
  terms: readonly ClosingTerms[],
  first: Day,
  last: Day,
  holidays: Holidays | undefined,
): readonly ClosingDay[] {
  return inTurn(terms)
    .flatMap(one => closingDays(arrangementOf(one), first, last, holidays))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

export const arrangementOf = (terms: ClosingTerms): ClosingArrangement => ({
  rule: terms.rule,
  onHoliday: terms.onHoliday,
  from: beginsOn(terms),
  until: terms.until,
  exceptions: terms.exceptions,
})

/** What a map tells apart. */
export const closingKinds = ['sunday', 'weekday', 'mixed', 'none', 'planned', 'unknown'] as const
export type ClosingKind = (typeof closingKinds)[number]

export function kindOf(terms: ClosingTerms | null): ClosingKind {
  if (!terms) return 'unknown'
  if (terms.status === 'planned') return 'planned'
  if (terms.rule === null && terms.weekday === null) return terms.status === 'abolished' ? 'none' : 'unknown'
  const days = terms.rule
    ?.slice('FREQ=MONTHLY;BYDAY='.length)
    .split(',')
    .map(day => day.slice(-2)) ?? [terms.weekday === 'sunday' ? 'SU' : 'weekday']
  const sundays = days.filter(day => day === 'SU').length
  return sundays === days.length ? 'sunday' : sundays === 0 ? 'weekday' : 'mixed'
}
