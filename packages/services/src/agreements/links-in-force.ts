/** Agreements as links of the catalogue, so that matching and planning count with what was agreed here. */
import type { Day, Link } from '@ieum/catalogue/records'
import { type Database, inTransaction, type Tables } from '@ieum/storage'
import type { Transaction } from 'kysely'
import { catalogueOf, type OpenCatalogue } from '../open-catalogue.ts'
import { type AgreementRow, termsOf } from './terms.ts'

/** Those in force on the day or from a later one: a plan looks ahead, and each link says from when to when it holds. */
export async function linksInForce(
  { database, catalogue }: { readonly database: Database; readonly catalogue: OpenCatalogue },
  on: Day,
): Promise<readonly Link[]> {
  const { rows, closed } = await inTransaction(
    database,
    { on },
    async tx => ({
      rows: await tx
        .selectFrom('link_agreement')
        .selectAll()
        .where('state', '=', 'agreed')
        .where('superseded_by', 'is', null)
        .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
        .orderBy('link')
        .execute(),
      closed: await closedTasks(tx, on),
    }),
    { as: 'worker' },
  )
  return rows.map(row => linkOf(row, catalogue, closed))
}

/** Every version that was ever agreed on, whatever became of it. */
export const everAgreed = (tx: Transaction<Tables>): Promise<readonly AgreementRow[]> =>
  tx.selectFrom('link_agreement').selectAll().where('state', 'in', ['agreed', 'ended']).orderBy('link').execute()

export interface Then {
  readonly on: Day
  readonly at: Date
  /** Of the day on which a link was ended only the day is kept: whether it still counted is known to whoever has what was made then. */
  readonly counted: (link: string) => boolean
}

/** Those that stood at a moment of a day: agreed on before, neither superseded nor ended by then. */
export function agreementsThen(agreed: readonly AgreementRow[], { on, at, counted }: Then): readonly AgreementRow[] {
  const wasAgreed = ({ agreed_at }: AgreementRow) => agreed_at === null || agreed_at <= at
  const replacing = new Set(agreed.filter(wasAgreed).map(({ id }) => id))
  return agreed.filter(
    row =>
      wasAgreed(row) &&
      !(row.superseded_by !== null && replacing.has(row.superseded_by)) &&
      (row.ended_on === null || row.ended_on > on || (row.ended_on === on && counted(row.link))) &&
      (row.valid_to === null || row.valid_to >= on),
  )
}

/** The catalogue of its files with agreements laid over it; that a task of theirs may not be open to everyone is not asked. */
export const withAgreements = (catalogue: OpenCatalogue, rows: readonly AgreementRow[]): OpenCatalogue =>
  withAgreedLinks(
    catalogue,
    rows.map(row => linkOf(row, catalogue, [])),
  )

/** Codes of tasks that links were agreed in and that are not open to everyone: links are, and name no such task. */
export async function closedTasks(tx: Transaction<Tables>, on: Day): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('collaboration_task as t')
    .innerJoin('council as c', 'c.id', 't.council_id')
    .select('t.code')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('link_agreement as a')
          .select('a.id')
          .whereRef('a.council_task', '=', 't.code')
          .where('a.state', '=', 'agreed'),
      ),
    )
    .where(({ or, eb }) =>
      or([
        eb('t.state', '=', 'drafted'),
        eb('t.open_from', 'is', null),
        eb('t.open_from', '>', on),
        eb('c.open_from', 'is', null),
        eb('c.open_from', '>', on),
      ]),
    )
    .orderBy('t.code')
    .execute()
  return rows.map(({ code }) => code)
}

/**
 * The catalogue with what was agreed before what it knows: where both join two programmes, the agreement is named. A link of the same id
 * takes the other's place, one to a programme that is not there is left out.
 */
export function withAgreedLinks(catalogue: OpenCatalogue, agreed: readonly Link[]): OpenCatalogue {
  const { rulebook, warnings } = catalogue
  const programmes = new Set(rulebook.programmes.map(({ id }) => id))
  const fitting = agreed.filter(({ from, to }) => programmes.has(from.programme) && programmes.has(to))
  if (fitting.length === 0) return catalogue
  const ids = new Set(fitting.map(({ id }) => id))
  const links = [...fitting, ...rulebook.links.filter(({ id }) => !ids.has(id))]
  return catalogueOf({ ...rulebook, links, agreedHere: [...ids] }, warnings)
}

function linkOf(row: AgreementRow, { rulebook: { agencies } }: OpenCatalogue, closed: readonly string[]): Link {
  const terms = termsOf(row)
  const ministryOf = (agency: string) => agencies.find(({ id }) => id === agency)?.ministry ?? agency
  return {
    id: row.link,
    from: { programme: terms.fromProgramme, outcome: terms.outcome },
    to: terms.toProgramme,
    kind: terms.kind,
    agreed: {
      by: [...new Set([row.from_agency, row.to_agency].map(ministryOf))],
      ...(terms.councilTask && !closed.includes(terms.councilTask) && { in: terms.councilTask }),
      source: { title: terms.legalBasis, confidence: 'high' },
    },
    days_to_answer: terms.daysToAnswer,
    ...(terms.waives.length > 0 && { waives: terms.waives }),
    valid: { from: terms.validFrom, ...(terms.validTo && { to: terms.validTo }) },
    ...(terms.places && { places: terms.places }),
    label: terms.purpose,
  }
}
