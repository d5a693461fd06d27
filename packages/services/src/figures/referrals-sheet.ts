/** The list of referrals for somebody who reads it in a spreadsheet: words in one language, each code in a column beside its word. */
import type { Language } from '@ieum/catalogue/records'
import type { Reason } from '@ieum/desk'
import type { Rulebook } from '@ieum/rules'
import {
  type ExportColumn,
  exportColumns,
  programmeNamesOf,
  sayExportColumn,
  sayReason,
  sayReferralState,
} from '@ieum/wording'
import type { Table } from '../tables/table.ts'
import type { ExportedReferral } from './export-referrals.ts'

/** Where agencies and programmes have their names. */
type NamedIn = Pick<Rulebook, 'programmes' | 'parameters'> & {
  readonly agencies: readonly Pick<Rulebook['agencies'][number], 'id' | 'name'>[]
}

export function referralsSheet(referrals: readonly ExportedReferral[], rulebook: NamedIn, language: Language): Table {
  const programmes = programmeNamesOf(rulebook)
  const agencies = new Map(rulebook.agencies.map(({ id, name }) => [id, name]))
  const programme = (id: string) => programmes.get(id)?.[language] ?? id
  const agency = (id: string) => agencies.get(id)?.[language] ?? id
  const cell: Record<ExportColumn, (of: ExportedReferral) => string | null> = {
    number: ({ number }) => number,
    firmNumber: ({ firmNumber }) => firmNumber,
    firmName: ({ firmName }) => firmName,
    link: ({ link }) => link,
    fromAgency: ({ fromAgency }) => agency(fromAgency),
    fromAgencyCode: ({ fromAgency }) => fromAgency,
    fromProgramme: ({ fromProgramme }) => programme(fromProgramme),
    fromProgrammeCode: ({ fromProgramme }) => fromProgramme,
    toAgency: ({ toAgency }) => agency(toAgency),
    toAgencyCode: ({ toAgency }) => toAgency,
    toProgramme: ({ toProgramme }) => programme(toProgramme),
    toProgrammeCode: ({ toProgramme }) => toProgramme,
    state: ({ state }) => sayReferralState(state, language),
    stateCode: ({ state }) => state,
    reason: ({ reason }) => (reason === null ? null : sayReason(reason as Reason, language)),
    reasonCode: ({ reason }) => reason,
    draftedOn: ({ draftedOn }) => draftedOn,
    sentOn: ({ sentOn }) => sentOn,
    due: ({ due }) => due,
    answeredOn: ({ answeredOn }) => answeredOn,
    closedOn: ({ closedOn }) => closedOn,
  }
  return {
    columns: exportColumns.map(column => ({
      name: sayExportColumn(column, language),
      type: /(?:On|due)$/.test(column) ? 'day' : 'text',
    })),
    rows: referrals.map(one => exportColumns.map(column => cell[column](one))),
  }
}
