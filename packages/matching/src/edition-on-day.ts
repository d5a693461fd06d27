/** Which edition of a programme a firm is shown on a day, and how its window stands. */
import type { Day } from '@ieum/catalogue/records'
import { isOpen, windowDays } from '@ieum/catalogue/windows'
import type { RuledEdition } from '@ieum/rules'
import type { WindowOnDay } from './result.ts'

/** The edition that is open on the day, else the next to open, else the last one. */
export function editionOnDay(editions: readonly RuledEdition[], on: Day): RuledEdition {
  const standing = editions.map(edition => ({ edition, window: windowOnDay(edition, on) }))
  const open = standing.find(({ window }) => isOpen(window.state))
  if (open) return open.edition
  const next = standing
    .filter(({ window }) => window.state === 'upcoming')
    .sort((a, b) => (a.window.opens! < b.window.opens! ? -1 : 1))[0]
  return (next ?? standing.at(-1)!).edition
}

/** The window that is open on the day, else the next to open, else the last to have closed. */
export function windowOnDay(edition: RuledEdition, on: Day): WindowOnDay {
  const windows = edition.windows
    .map(window => windowDays(window, edition))
    .sort((a, b) => (a.opens < b.opens ? -1 : a.opens > b.opens ? 1 : 0))
  const open = windows.find(window => window.opens <= on && on <= window.closes)
  const shown = open ?? windows.find(window => window.opens > on) ?? windows.at(-1)
  if (!shown) return { state: 'unannounced' }
  return {
    state: open ? (open.rolling ? 'rolling' : 'open') : shown.opens > on ? 'upcoming' : 'closed',
    opens: shown.opens,
    closes: shown.closes,
    ...(shown.opensAt && { opensAt: shown.opensAt }),
    ...(shown.closesAt && { closesAt: shown.closesAt }),
    ...(shown.approximate && { approximate: true as const }),
    ...(shown.exact && { exact: shown.exact }),
    ...(shown.until && { until: shown.until }),
  }
}
