/** The list of programmes as it was asked for: filters that count what each of their values would leave. */
import type { Day } from '@ieum/catalogue/records'
import { isOpen } from '@ieum/catalogue/windows'
import { type Departure, editionOnDay, nextToOpen, type WindowOnDay, windowOnDay } from '@ieum/matching'
import type { RuledEdition, RuledProgramme } from '@ieum/rules'
import type { Directory } from '../../rulebook/directory.ts'
import { type Filter, filters, type ProgrammesAsked } from './programmes-asked.ts'

export interface Entry {
  readonly programme: RuledProgramme
  readonly edition: RuledEdition
  readonly window: WindowOnDay
  readonly next?: Departure
  /** The values by which each filter finds it. */
  readonly values: Readonly<Record<Filter, readonly string[]>>
}

export function entriesOf(programmes: readonly RuledProgramme[], { ministryOf }: Directory, on: Day): readonly Entry[] {
  return programmes.map(programme => {
    const edition = editionOnDay(programme.editions, on)
    const window = windowOnDay(edition, on)
    const next = isOpen(window.state) ? undefined : nextToOpen([programme], on)[0]
    return {
      programme,
      edition,
      window,
      ...(next && { next }),
      values: {
        ministry: [ministryOf(programme.agency).id],
        stage: programme.stages,
        chain: programme.chains ?? [],
        kind: [programme.kind],
        window: [isOpen(window.state) ? 'open' : next ? 'upcoming' : window.state],
      },
    }
  })
}

const fits = (entry: Entry, asked: ProgrammesAsked, but?: Filter): boolean =>
  filters.every(filter => {
    const value = asked[filter]
    return filter === but || value === undefined || entry.values[filter].includes(value)
  })

/** Those that fit every filter: in the order of the search when there is one, else what closes or opens soonest first. */
export function listed(entries: readonly Entry[], asked: ProgrammesAsked, found?: readonly string[]): readonly Entry[] {
  const fitting = entries.filter(entry => fits(entry, asked))
  if (!found) return fitting.toSorted((a, b) => (turn(a) < turn(b) ? -1 : 1))
  const rank = new Map(found.map((id, index) => [id, index]))
  return fitting
    .filter(({ programme }) => rank.has(programme.id))
    .toSorted((a, b) => rank.get(a.programme.id)! - rank.get(b.programme.id)!)
}

/** Open with a closing day, open without one, next to open, closed. */
function turn({ window, next, programme }: Entry): string {
  if (isOpen(window.state)) return `${window.closes && !window.until ? `0 ${window.closes}` : '1'} ${programme.id}`
  return `${next ? `2 ${next.window.opens}` : '3'} ${programme.id}`
}

/** How many programmes each value of a filter would leave, the other filters and the search kept; the most first. */
export function countsOf(
  entries: readonly Entry[],
  filter: Filter,
  asked: ProgrammesAsked,
  found?: readonly string[],
): readonly (readonly [value: string, programmes: number])[] {
  const ids = found && new Set(found)
  const counts = new Map<string, number>()
  for (const entry of entries) {
    if (!fits(entry, asked, filter) || (ids && !ids.has(entry.programme.id))) continue
    for (const value of entry.values[filter]) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
}
