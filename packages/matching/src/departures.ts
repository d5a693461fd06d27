/** The departures board: what opens and what closes next, over every announced and forecast window of the catalogue. */
import { yearOf } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { shiftYears, type WindowDays, windowDays } from '@ieum/catalogue/windows'
import type { RuledEdition, RuledProgramme } from '@ieum/rules'

export interface Departure {
  readonly programme: RuledProgramme
  readonly edition: RuledEdition
  readonly window: WindowDays
  /** The last notice's dates, moved on by whole years. */
  readonly isForecast: boolean
}

/** Windows that open after the day, the next first. One that is forecast and may be open on the day is still expected. */
export function nextToOpen(programmes: readonly RuledProgramme[], on: Day): Departure[] {
  return programmes
    .flatMap(programme =>
      earliest(
        departuresOf(programme, on).filter(
          ({ window, isForecast }) => window.opens > on || (isForecast && window.closes >= on),
        ),
        byOpening,
      ),
    )
    .sort(byOpening)
}

/** Windows that are open on the day and have a day on which they close, the next first. What ends with the money has no such day. */
export function nextToClose(programmes: readonly RuledProgramme[], on: Day): Departure[] {
  return programmes
    .flatMap(programme => departuresOf(programme, on))
    .filter(({ window, isForecast }) => !isForecast && window.opens <= on && window.closes >= on)
    .filter(({ window }) => window.until === undefined)
    .sort(byClosing)
}

/** Every window of a programme, and after its last announced edition those of the next two years. */
function departuresOf(programme: RuledProgramme, on: Day): Departure[] {
  const announced = programme.editions.flatMap(edition =>
    edition.windows.map(window => ({ programme, edition, window: windowDays(window, edition), isForecast: false })),
  )
  const last = programme.editions.at(-1)
  if (programme.recurs !== 'yearly' || !last) return announced
  const forecast = announced
    .filter(({ edition }) => edition === last)
    .flatMap(departure => {
      const years = Math.max(1, yearOf(on) - yearOf(departure.window.opens))
      return [years - 1, years, years + 1]
        .filter(years => years > 0)
        .map(years => ({
          ...departure,
          window: shiftYears(departure.window, years),
          isForecast: true,
        }))
    })
  return [...announced, ...forecast]
}

/** The next opening of one programme: it stands on the board once. */
function earliest(departures: readonly Departure[], order: (a: Departure, b: Departure) => number): Departure[] {
  return departures.toSorted(order).slice(0, 1)
}

const byDay = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)
const byOpening = (a: Departure, b: Departure): number => byDay(a.window.opens, b.window.opens) || byId(a, b)
const byClosing = (a: Departure, b: Departure): number => byDay(a.window.closes, b.window.closes) || byId(a, b)
const byId = (a: Departure, b: Departure): number => (a.programme.id < b.programme.id ? -1 : 1)
