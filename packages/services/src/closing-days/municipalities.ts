/** The municipalities of a catalogue: the table that its closing days name. */
import type { Rulebook } from '@ieum/rules'

export interface Municipality {
  readonly code: string
  readonly name: string
  /** Province or metropolitan city, where the table says so. */
  readonly region: string | null
}

const known = new WeakMap<Rulebook, ReadonlyMap<string, Municipality>>()

/** By their code, in the order of the table; none where the catalogue knows of no closing days. */
export function municipalitiesOf(rulebook: Rulebook): ReadonlyMap<string, Municipality> {
  const made = known.get(rulebook) ?? read(rulebook)
  known.set(rulebook, made)
  return made
}

function read({ closingDays, parameters }: Rulebook): ReadonlyMap<string, Municipality> {
  const table = parameters.find(({ id }) => id === closingDays?.municipalities)
  const columns = Object.keys(table?.columns ?? {})
  const [code, name, region] = ['code', 'name', 'region'].map(column => columns.indexOf(column))
  const rows = table?.editions.at(-1)?.rows ?? []
  return new Map(
    rows.map(row => [
      String(row[code!]),
      { code: String(row[code!]), name: String(row[name!]), region: region! < 0 ? null : String(row[region!]) },
    ]),
  )
}
