/** Agreements as links of the catalogue, so that matching and planning count with what was agreed here. */
import type { Day, Link } from '@ieum/catalogue/records'
import { type Database, inTransaction } from '@ieum/storage'
import { catalogueOf, type OpenCatalogue } from '../open-catalogue.ts'
import { type AgreementRow, termsOf } from './terms.ts'

/** Those in force on the day or from a later one: a plan looks ahead, and each link says from when to when it holds. */
export async function linksInForce(
  { database, catalogue }: { readonly database: Database; readonly catalogue: OpenCatalogue },
  on: Day,
): Promise<readonly Link[]> {
  const rows = await inTransaction(
    database,
    { on },
    tx =>
      tx
        .selectFrom('link_agreement')
        .selectAll()
        .where('state', '=', 'agreed')
        .where('superseded_by', 'is', null)
        .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
        .orderBy('link')
        .execute(),
    { as: 'worker' },
  )
  return rows.map(row => linkOf(row, catalogue))
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

function linkOf(row: AgreementRow, { rulebook: { agencies } }: OpenCatalogue): Link {
  const terms = termsOf(row)
  const ministryOf = (agency: string) => agencies.find(({ id }) => id === agency)?.ministry ?? agency
  return {
    id: row.link,
    from: { programme: terms.fromProgramme, outcome: terms.outcome },
    to: terms.toProgramme,
    kind: terms.kind,
    agreed: {
      by: [...new Set([row.from_agency, row.to_agency].map(ministryOf))],
      ...(terms.councilTask && { in: terms.councilTask }),
      source: { title: terms.legalBasis, confidence: 'high' },
    },
    days_to_answer: terms.daysToAnswer,
    ...(terms.waives.length > 0 && { waives: terms.waives }),
    valid: { from: terms.validFrom, ...(terms.validTo && { to: terms.validTo }) },
    ...(terms.places && { places: terms.places }),
    label: terms.purpose,
  }
}
