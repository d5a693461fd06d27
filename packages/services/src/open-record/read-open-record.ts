/** The open record of councils: as kept here where a council was set up and is open, else as the catalogue's sources report it. */
import type { Day } from '@ieum/catalogue/records'
import type { Database } from '@ieum/storage'
import type { OpenCatalogue } from '../open-catalogue.ts'
import { workingCalendar } from '../working-calendar.ts'
import { asVisitor } from './as-visitor.ts'
import { keptRecord } from './kept-record.ts'
import type { OpenRecord } from './open-record.ts'
import { recordOfSources } from './record-of-sources.ts'

export interface OpenRecordNeeds {
  readonly catalogue: OpenCatalogue
  /** Left out where no records are kept. */
  readonly database?: Database | undefined
  readonly timeZone: string
  /** The records are a demonstration's. */
  readonly madeUp?: boolean | undefined
}

/** Null of one that is not there and of one that is not open: the two are told apart nowhere. */
export async function readOpenRecord(
  { catalogue, database, timeZone, madeUp = false }: OpenRecordNeeds,
  id: string,
  on: Day,
): Promise<OpenRecord | null> {
  const known = catalogue.rulebook.councils?.find(council => council.id === id)
  const asked = { id, on, timeZone, calendar: workingCalendar(catalogue), known, madeUp }
  const kept = database && (await asVisitor(database, on, tx => keptRecord(tx, asked)))
  return kept ?? (known ? recordOfSources(known) : null)
}

/** Oldest first. */
export async function listOpenRecords(needs: OpenRecordNeeds, on: Day): Promise<readonly OpenRecord[]> {
  const { database, catalogue, timeZone, madeUp = false } = needs
  const calendar = workingCalendar(catalogue)
  const known = new Map((catalogue.rulebook.councils ?? []).map(council => [council.id, council]))
  const kept = database
    ? await asVisitor(database, on, async tx => {
        const rows = await tx.selectFrom('council').select('id').orderBy('founded_on').orderBy('id').execute()
        const records: OpenRecord[] = []
        for (const { id } of rows) {
          const record = await keptRecord(tx, { id, on, timeZone, calendar, madeUp, known: known.get(id) })
          if (record) records.push(record)
        }
        return records
      })
    : []
  const isKept = new Set(kept.map(({ id }) => id))
  return [...[...known.values()].filter(({ id }) => !isKept.has(id)).map(recordOfSources), ...kept]
}
