/** What the server answers of closing days (docs/openapi.json). */
import type { Day, Source, Weekday, Words } from '@ieum/catalogue/records'

export interface SaidHere {
  readonly ko: string
  readonly en: string | null
}

export interface ClosingDay {
  readonly day: Day
  readonly is: 'regular' | 'added' | 'moved'
  readonly for?: Day
  readonly approximate?: true
}

export interface ClosingLine {
  readonly code: string
  readonly name: string
  readonly region: string | null
  readonly kind: 'sunday' | 'weekday' | 'mixed' | 'none' | 'planned' | 'unknown'
  readonly status: Status | null
  readonly rule: string | null
  readonly weekday: Weekday | null
  readonly from: string | null
  readonly origin: 'source' | 'agreement' | null
  readonly confidence: Source['confidence'] | null
  /** Agreed in a demonstration: nothing of it has happened. */
  readonly madeUp: boolean
  readonly next: readonly ClosingDay[]
}

export type Status = 'switched' | 'weekday' | 'kept' | 'abolished' | 'planned' | 'agreed'

export interface ClosingLaw {
  readonly name: Words
  readonly says: readonly Words[]
  readonly source: Source
  readonly unseen?: readonly Words[]
}

export interface ClosingList {
  readonly on: Day
  readonly law: ClosingLaw | null
  readonly municipalities: readonly ClosingLine[]
}

export interface ClosingTerms {
  readonly id: string
  readonly origin: 'source' | 'agreement'
  readonly status: Status
  readonly rule: string | null
  readonly weekday: Weekday | null
  readonly onHoliday: 'closed' | 'open' | 'next-day'
  readonly from: string | null
  readonly fromIs: 'first-closing' | 'first-open-sunday' | 'notice' | 'in-force' | 'seen' | null
  readonly until: Day | null
  readonly exceptions: readonly { readonly drop?: Day; readonly add?: Day; readonly why?: SaidHere }[]
  readonly stores: {
    readonly large: number | null
    readonly nearLarge: number | null
    readonly said: SaidHere | null
    readonly otherwise: readonly { readonly store: SaidHere; readonly says: SaidHere }[]
  }
  readonly agreed: SaidHere | null
  readonly gets: readonly SaidHere[]
  readonly notes: readonly SaidHere[]
  readonly unseen: readonly SaidHere[]
  readonly sources: readonly Source[]
  readonly decision: { readonly council: string; readonly name: SaidHere; readonly number: string } | null
  readonly dated: Day | null
  readonly madeUp: boolean
}

export interface ClosingOfMunicipality {
  readonly on: Day
  readonly from: Day
  readonly to: Day
  readonly municipality: ClosingLine
  readonly law: ClosingLaw | null
  readonly now: ClosingTerms | null
  readonly coming: ClosingTerms | null
  readonly days: readonly ClosingDay[]
}

export const nameOf = ({ region, name }: Pick<ClosingLine, 'region' | 'name'>): string =>
  [region, name].filter(Boolean).join(' ')

const weekdayOf: Readonly<Record<string, Weekday>> = {
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
  SU: 'sunday',
}

/** What a map and its legend tell apart: the day of the week, where there is one. */
export type Shown = ClosingLine['kind'] | Weekday | 'several'

export function shownAs({ kind, rule, weekday }: Pick<ClosingLine, 'kind' | 'rule' | 'weekday'>): Shown {
  if (kind !== 'weekday') return kind
  if (weekday) return weekday
  const days = new Set(rule?.match(/[A-Z]{2}(?=,|$)/g))
  return days.size === 1 ? (weekdayOf[[...days][0]!] ?? kind) : kind
}
