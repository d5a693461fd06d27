/** The windows in which a leg can be applied for: those announced and those forecast. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { addMonths, addYears, dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import { decidedBy, shiftYears, type WindowDays, windowDays } from '@ieum/catalogue/windows'
import type { RuledEdition, RuledProgramme } from '@ieum/rules'
import type { Barred, Leg } from './plan.ts'

/** One window of one edition of one programme. */
export interface Opening {
  readonly programme: RuledProgramme
  readonly edition: RuledEdition
  readonly forecast: boolean
  readonly window: WindowDays
  readonly opens: DayNumber
  readonly closes: DayNumber
  /** The day by which the choice is announced, where one is stated. */
  readonly decidedBy?: DayNumber
}

/** When nothing is stated, a choice is expected so many days after closing. */
const usualDaysToDecide = 60

/** The windows of one programme, those forecast made as far ahead as they are asked for. */
export interface Windows {
  /** Every window that has a day in [from, until]. */
  during(from: DayNumber, until: DayNumber): readonly Opening[]
}

export function windowsOf(programme: RuledProgramme): Windows {
  const announced = programme.editions.flatMap(edition =>
    edition.windows.map(window => openingOf(programme, edition, windowDays(window, edition), 0)),
  )
  const recurring = programme.recurs === 'yearly' ? lastAnnounced(announced) : []
  const forecast = recurring.map((): Opening[] => [])
  // Plans made on one day ask for the same days.
  let last: { from: DayNumber; until: DayNumber; openings: readonly Opening[] } | undefined
  return {
    during(from, until) {
      if (last?.from === from && last.until === until) return last.openings
      const ahead = recurring.flatMap((opening, at) => {
        const made = forecast[at]!
        while (made.length === 0 || made.at(-1)!.opens <= until)
          made.push(openingOf(programme, opening.edition, opening.window, made.length + 1))
        return made
      })
      const openings = [...announced, ...ahead].filter(
        ({ opens, closes }) => closes >= from && opens <= until && closes >= opens,
      )
      last = { from, until, openings }
      return openings
    },
  }
}

/** Every window of a programme that has a day in [from, until]. */
export function openingsOf(programme: RuledProgramme, from: DayNumber, until: DayNumber): readonly Opening[] {
  return windowsOf(programme).during(from, until)
}

/** The same without windows that cannot be used any more. */
export function openingsLeft(
  programme: RuledProgramme,
  from: DayNumber,
  until: DayNumber,
  barred: readonly Barred[],
): readonly Opening[] {
  return withoutBarred(openingsOf(programme, from, until), barred)
}

export function withoutBarred(openings: readonly Opening[], barred: readonly Barred[]): readonly Opening[] {
  if (barred.length === 0) return openings
  return openings.filter(
    ({ programme, edition, window }) =>
      !barred.some(
        each => each.programme === programme.id && each.edition === edition.edition && each.opens === window.opens,
      ),
  )
}

/** The window in which a leg that stands was applied for. */
export function standingOpening(
  programme: RuledProgramme,
  edition: RuledEdition,
  { window, forecast }: Pick<Leg, 'window' | 'forecast'>,
): Opening {
  return { programme, edition, forecast, window, opens: dayNumber(window.opens), closes: dayNumber(window.closes) }
}

/** The windows of the edition that was announced to open last. */
function lastAnnounced(announced: readonly Opening[]): readonly Opening[] {
  let last: Opening | undefined
  for (const opening of announced) if (!last || opening.opens >= last.opens) last = opening
  return announced.filter(({ edition }) => edition === last?.edition)
}

function openingOf(programme: RuledProgramme, edition: RuledEdition, printed: WindowDays, years: number): Opening {
  const window = years === 0 ? printed : shiftYears(printed, years)
  const by = decidedBy(edition.decision)
  return {
    programme,
    edition,
    forecast: years > 0,
    window,
    opens: dayNumber(window.opens),
    closes: dayNumber(window.closes),
    ...(by !== undefined && { decidedBy: dayNumber(addYears(by, years)) }),
  }
}

/** The day on which an application is decided. */
export function decidedOn({ edition, window, closes, decidedBy }: Opening, apply: DayNumber): DayNumber {
  if (decidedBy !== undefined) return Math.max(decidedBy, apply)
  return (window.rolling ? apply : closes) + (edition.decision?.days ?? usualDaysToDecide)
}

/** The day on which what was decided has been carried through. */
export function endsOn({ edition }: Opening, decided: DayNumber): DayNumber {
  return edition.months ? dayNumber(addMonths(dayOfNumber(decided), edition.months)) : decided
}
