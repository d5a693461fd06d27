/** The industries of the country, as the rulebook's table `industries` has them: code, Korean name, English name. */
import type { Day, Parameter } from '@ieum/catalogue/records'
import type { Rulebook } from '@ieum/rules'

export interface Industry {
  readonly code: string
  readonly ko: string
  readonly en: string
}

export function industriesOf({ parameters }: Pick<Rulebook, 'parameters'>, on: Day): readonly Industry[] {
  const table = parameters.find(({ id }) => id === 'industries')
  const edition = table && inForce(table, on)
  if (!table?.columns || !edition?.rows) return []
  const columns = Object.keys(table.columns)
  const at = (names: readonly string[]): number => columns.findIndex(column => names.includes(column))
  const [code, ko, en] = [at(['code', 'industry']), at(['ko', 'name_ko', 'name']), at(['en', 'name_en'])]
  return edition.rows.map(row => ({
    code: String(row[code] ?? ''),
    ko: String(row[ko] ?? ''),
    en: String(row[en] ?? row[ko] ?? ''),
  }))
}

const inForce = ({ editions }: Parameter, on: Day) =>
  editions.findLast(({ from, until }) => (!from || from <= on) && (!until || on <= until)) ?? editions.at(-1)
