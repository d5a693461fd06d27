/** How a column's text becomes a value here, the same in both homes: the single place that says so. */
import pg from 'pg'

type Parse = (text: string) => unknown

const oid = { int8: 20, interval: 1186, timestamp: 1114, date: 1082, numeric: 1700 } as const
const arrayOid = { int8: 1016, interval: 1187, timestamp: 1115, date: 1182, numeric: 1231 } as const

/** pg's parser of text[]. */
const textsIn: Parse = pg.types.getTypeParser(1009 as number)

const asItStands: Parse = text => text

/** Money is counted in won and fits; a number that would lose digits is a bug, and says so. */
function safeInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} has more digits than a number can hold`)
  return number
}

/**
 * int8 → number · numeric → string, every digit kept · date → `2026-05-01`, never a `Date` · timestamptz → `Date` (to the
 * millisecond) · timestamp and interval → their text · json, jsonb → the value · arrays → arrays of these.
 */
const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [oid.int8, safeInteger],
  [arrayOid.int8, each(safeInteger)],
  ...([oid.numeric, oid.date, oid.timestamp, oid.interval] as const).map(id => [id, asItStands] as const),
  ...([arrayOid.numeric, arrayOid.date, arrayOid.timestamp, arrayOid.interval] as const).map(
    id => [id, each(asItStands)] as const,
  ),
])

export const wireTypes: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text') =>
    parsers.get(id) ?? pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
}

/** A parser of arrays, and of arrays in them, from the parser of one element. */
function each(parse: Parse): Parse {
  const inside = (element: unknown): unknown =>
    Array.isArray(element) ? element.map(inside) : element === null ? null : parse(String(element))
  return text => inside(textsIn(text))
}
