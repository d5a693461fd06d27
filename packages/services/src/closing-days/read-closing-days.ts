/** When large marts close, per municipality, for everyone: from the catalogue's sources and from what councils agreed and opened. */
import { addDays } from '@ieum/catalogue/days'
import type { ClosingDays, Day, Holidays } from '@ieum/catalogue/records'
import type { ClosingDay } from '@ieum/council/closing-days'
import { type Database, inTransaction } from '@ieum/storage'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { type Municipality, municipalitiesOf } from './municipalities.ts'
import {
  type AgreedRow,
  type ClosingKind,
  type ClosingTerms,
  daysOfTerms,
  kindOf,
  termsOfAgreement,
  termsOfSource,
  termsOn,
  turnsFrom,
} from './terms.ts'

export interface ClosingNeeds {
  readonly catalogue: OpenCatalogue
  /** Left out: only what sources report. */
  readonly database?: Database | undefined
  /** What is open today is shown, whatever day is asked about: who asks about a later day sees nothing sooner. */
  readonly today: Day
  /** What is agreed here was made up, for a demonstration. */
  readonly madeUp?: boolean | undefined
}

export interface ClosingLine extends Municipality {
  readonly kind: ClosingKind
  readonly status: ClosingTerms['status'] | null
  readonly rule: string | null
  readonly weekday: ClosingTerms['weekday']
  readonly from: string | null
  readonly origin: ClosingTerms['origin'] | null
  readonly confidence: 'high' | 'medium' | 'low' | null
  /** Something that is agreed on it was made up, for a demonstration. */
  readonly madeUp: boolean
  /** The next four, the day asked about included. */
  readonly next: readonly ClosingDay[]
}

export interface ClosingList {
  readonly law: ClosingDays['law'] | null
  readonly municipalities: readonly ClosingLine[]
}

/** Looked ahead for the next days: far enough for any rule, however many are dropped. */
const ahead = 400

export async function listClosingDays(needs: ClosingNeeds, on: Day): Promise<ClosingList> {
  const { rulebook } = needs.catalogue
  const terms = await termsOfAll(needs)
  return {
    law: rulebook.closingDays?.law ?? null,
    municipalities: [...municipalitiesOf(rulebook).values()].map(municipality =>
      lineOf(municipality, terms.get(municipality.code) ?? [], on, rulebook.holidays),
    ),
  }
}

function lineOf(
  municipality: Municipality,
  terms: readonly ClosingTerms[],
  on: Day,
  holidays: Holidays | undefined,
): ClosingLine {
  const { now } = termsOn(terms, on)
  return {
    ...municipality,
    kind: kindOf(now),
    status: now?.status ?? null,
    rule: now?.rule ?? null,
    weekday: now?.weekday ?? null,
    from: now?.from ?? null,
    origin: now?.origin ?? null,
    confidence: now?.sources[0]?.confidence ?? null,
    madeUp: terms.some(({ madeUp }) => madeUp),
    next: daysOfTerms(terms, on, addDays(on, ahead), holidays).slice(0, 4),
  }
}

export interface ClosingRead {
  readonly is: 'found'
  readonly line: ClosingLine
  readonly law: ClosingDays['law'] | null
  readonly now: ClosingTerms | null
  readonly coming: ClosingTerms | null
  /** What holds now, and all that is agreed to follow. */
  readonly turns: readonly ClosingTerms[]
  /** Within the span that was asked for. */
  readonly days: readonly ClosingDay[]
}

export interface Span {
  readonly from: Day
  readonly to: Day
}

export async function readClosingDays(
  needs: ClosingNeeds,
  code: string,
  on: Day,
  span: Span,
): Promise<ClosingRead | { readonly is: 'no such municipality' }> {
  const { rulebook } = needs.catalogue
  const municipality = municipalitiesOf(rulebook).get(code)
  if (!municipality) return { is: 'no such municipality' }
  const terms = (await termsOfAll(needs, code)).get(code) ?? []
  return {
    is: 'found',
    line: lineOf(municipality, terms, on, rulebook.holidays),
    law: rulebook.closingDays?.law ?? null,
    ...termsOn(terms, on),
    turns: turnsFrom(terms, on),
    days: daysOfTerms(terms, span.from, span.to, rulebook.holidays),
  }
}

/** Per municipality: what sources report, then what was agreed, the earliest first. */
async function termsOfAll(
  { catalogue, database, today, madeUp }: ClosingNeeds,
  code?: string,
): Promise<ReadonlyMap<string, readonly ClosingTerms[]>> {
  const terms = new Map<string, ClosingTerms[]>()
  for (const entry of catalogue.rulebook.closingDays?.known ?? [])
    for (const municipality of entry.municipalities) terms.set(municipality, [termsOfSource(entry)])
  for (const row of database ? await agreedRows(database, today, code) : [])
    terms.set(row.municipality, [...(terms.get(row.municipality) ?? []), termsOfAgreement(row, madeUp)])
  return terms
}

/** As whoever is not signed in: the walls show what is open on the day, and nothing else. */
const agreedRows = (database: Database, today: Day, code: string | undefined): Promise<readonly AgreedRow[]> =>
  inTransaction(
    database,
    { on: today },
    tx =>
      tx
        .selectFrom('closing_agreement as a')
        .innerJoin('council as c', 'c.id', 'a.council_id')
        .leftJoin('council_decision as d', 'd.id', 'a.decision_id')
        .selectAll('a')
        .select(['c.name_ko as council_name_ko', 'c.name_en as council_name_en', 'd.number as decision_number'])
        // A body agreed on a later version no earlier than on those before it, whatever day its source is of; two bodies count apart.
        .select(({ fn }) =>
          fn
            .max('a.agreed_on')
            .over(over => over.partitionBy(['a.municipality', 'a.council_id']).orderBy('a.version'))
            .as('agreed_by_then'),
        )
        .where('a.state', '=', 'agreed')
        .$if(code !== undefined, query => query.where('a.municipality', '=', code!))
        .orderBy('a.municipality')
        .orderBy('agreed_by_then')
        .orderBy('a.council_id')
        .orderBy('a.version')
        .execute(),
    { readOnly: true },
  )
