/** The windows of a programme by the contract, announced and forecast, and the days of a leg that is applied for in one. */
import { addMonths, addYears, dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import { decidedBy, shiftYears, type WindowDays, windowDays } from '@ieum/catalogue/windows'
import type { RuledEdition, RuledProgramme } from '@ieum/rules'

export interface Opening {
  readonly programme: RuledProgramme
  readonly edition: RuledEdition
  readonly opens: number
  readonly closes: number
  readonly isRolling: boolean
  readonly by?: number
}

/** Those with a day in [on, end]; none begins before `on`. */
export function openingsOf(programme: RuledProgramme, on: Day, end: Day): Opening[] {
  const announced = programme.editions.flatMap(edition =>
    edition.windows.map(window => ({ edition, window: windowDays(window, edition), years: 0 })),
  )
  const last = announced.reduce<(typeof announced)[number] | undefined>(
    (latest, each) => (latest && latest.window.opens > each.window.opens ? latest : each),
    undefined,
  )
  const forecast = announced
    .filter(({ edition }) => programme.recurs === 'yearly' && edition === last?.edition)
    .flatMap(({ edition, window }) =>
      Array.from({ length: 31 }, (_, year) => ({ edition, window: shiftYears(window, year + 1), years: year + 1 })),
    )
  return [...announced, ...forecast]
    .filter(({ window }) => window.opens <= end && window.closes >= on && window.opens <= window.closes)
    .map(({ edition, window, years }) => openingOf(programme, edition, window, years, on))
}

function openingOf(
  programme: RuledProgramme,
  edition: RuledEdition,
  window: WindowDays,
  years: number,
  on: Day,
): Opening {
  const by = decidedBy(edition.decision)
  return {
    programme,
    edition,
    opens: Math.max(dayNumber(window.opens), dayNumber(on)),
    closes: dayNumber(window.closes),
    isRolling: window.rolling === true,
    ...(by !== undefined && { by: dayNumber(addYears(by, years)) }),
  }
}

export function datesOf({ edition, closes, isRolling, by }: Opening, apply: number) {
  const decided = by === undefined ? (isRolling ? apply : closes) + (edition.decision?.days ?? 60) : Math.max(by, apply)
  const ends = edition.months ? dayNumber(addMonths(dayOfNumber(decided), edition.months)) : decided
  return { decided, ends }
}
