/**
 * Programmes by name: those of the catalogue, and those that notices speak of without the catalogue having them — past lines, lines of other
 * ministries — as the rulebook's table `outside_programmes` has them (id, Korean, English).
 */
import type { Words } from '@ieum/catalogue/records'
import type { Rulebook } from '@ieum/rules'

export function programmeNamesOf({
  programmes,
  parameters,
}: Pick<Rulebook, 'programmes' | 'parameters'>): ReadonlyMap<string, Words> {
  const table = parameters.find(({ id }) => id === 'outside_programmes')
  const columns = Object.keys(table?.columns ?? {})
  const [id, ko, en] = ['id', 'ko', 'en'].map(column => columns.indexOf(column)) as [number, number, number]
  const outside = (table?.editions.at(-1)?.rows ?? []).map(
    row => [String(row[id]), { ko: String(row[ko] ?? row[id]), en: String(row[en] ?? row[ko] ?? row[id]) }] as const,
  )
  return new Map([...outside, ...programmes.map(programme => [programme.id, programme.name] as const)])
}
