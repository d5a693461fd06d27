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

/**
 * Industries whose code starts with the query, or whose name holds each of its words, the closest first. Spaces are ignored in Korean:
 * people and tables put them in different places.
 */
export function findIndustries(industries: readonly Industry[], query: string, limit = 12): readonly Industry[] {
  const asked = query.trim().toLowerCase()
  if (asked === '') return []
  const words = asked.split(/\s+/)
  const found = industries.flatMap(industry => {
    const rank = rankOf(industry, asked, words)
    return rank === undefined ? [] : [{ industry, rank }]
  })
  return found
    .toSorted((a, b) => a.rank - b.rank || a.industry.ko.length - b.industry.ko.length)
    .slice(0, limit)
    .map(({ industry }) => industry)
}

function rankOf({ code, ko, en }: Industry, asked: string, words: readonly string[]): number | undefined {
  const lowerCode = code.toLowerCase()
  if (lowerCode.startsWith(asked) || lowerCode.slice(1).startsWith(asked)) return 0
  const korean = ko.replaceAll(' ', '').toLowerCase()
  const tight = words.join('')
  if (korean.startsWith(tight)) return 1
  if (korean.includes(tight)) return 2
  const english = en.toLowerCase()
  if (english.startsWith(asked)) return 1
  if (words.every(word => korean.includes(word) || english.includes(word))) return 3
  return undefined
}
