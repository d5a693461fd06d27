/** Rows of the records as a dossier shows them. */
import type { Day, FactName, Value } from '@ieum/catalogue/records'
import type { Tables } from '@ieum/storage'
import type { Selectable } from 'kysely'
import type { Acting } from '../acting/acting.ts'
import { type KindOfFile, kindsOfFile } from '../papers/content/look-through.ts'
import type { Refusal } from '../papers/content/refusal.ts'
import type { DossierFact, DossierPaper, DossierParticipation, Stated, Told } from './dossier.ts'

export type FactRow = Selectable<Tables['fact']>
export type ParticipationRow = Selectable<Tables['participation']>
export type PaperRow = Selectable<Tables['paper']>

/** Rows in the order of their counting: the newest day first, then what was recorded last. */
export function factsOf(rows: readonly FactRow[], acting: Acting): readonly DossierFact[] {
  return [...Map.groupBy(rows, ({ name }) => name as FactName)].map(([name, standing]) => {
    const [counts, ...others] = standing.map(row => statedOf(row, acting))
    return { name, ...counts!, others, contradicted: isContradicted(counts!, others) }
  })
}

/** Each other source is heard once, by the newest that it said. */
function isContradicted(counts: Stated, others: readonly Stated[]): boolean {
  const said = new Map<string, Stated>()
  for (const other of others) if (!said.has(sourceOf(other))) said.set(sourceOf(other), other)
  said.delete(sourceOf(counts))
  return [...said.values()].some(({ value }) => !isSame(value, counts.value))
}

const sourceOf = ({ source, agency, sourceName }: Stated): string =>
  source === 'entered' ? 'firm' : JSON.stringify([source, agency, sourceName])

/** Lists say the same in any order. */
function isSame(a: Value, b: Value): boolean {
  const plain = (value: Value): string =>
    JSON.stringify(Array.isArray(value) ? value.map(one => JSON.stringify(one)).sort() : value)
  return plain(a) === plain(b)
}

export const statedOf = (row: FactRow, acting: Acting): Stated => ({
  id: row.id,
  value: row.value as Value,
  source: row.source,
  sourceName: row.source_name,
  agency: row.source_agency,
  asOf: row.as_of as Day,
  recordedAt: row.recorded_at.toISOString(),
  own: isOwn(row, acting),
})

export const participationOf = (row: ParticipationRow, acting: Acting): DossierParticipation => ({
  id: row.id,
  ...toldOf(row),
  agency: row.source_agency,
  recordedAt: row.recorded_at.toISOString(),
  own: isOwn(row, acting),
})

/** What a participation tells, whoever reads it. */
export const toldOf = (row: ParticipationRow): Told => ({
  programme: row.programme,
  edition: row.edition,
  outcome: row.outcome,
  role: row.role,
  on: row.on_day as Day,
  amount: row.amount,
  details: row.details as Readonly<Record<string, Value>>,
  source: row.source,
})

const isOwn = ({ source, source_agency }: Pick<FactRow, 'source' | 'source_agency'>, { capacity }: Acting): boolean =>
  capacity.is === 'firm' ? source === 'entered' : source_agency === capacity.agency

export const paperOf = (row: PaperRow): DossierPaper => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  file: kindOfMedia(row.media_type),
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
  state: row.state,
  checkedBy: row.checked_by,
  refusedBecause: row.refused_because as Refusal | null,
  uploadedAt: row.uploaded_at.toISOString(),
})

function kindOfMedia(mediaType: string): KindOfFile {
  const kinds = Object.keys(kindsOfFile) as KindOfFile[]
  return kinds.find(kind => kindsOfFile[kind].mediaType === mediaType)!
}
