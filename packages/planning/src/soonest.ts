/** What the windows of a programme alone allow, whatever firm asks. */
import { type DayNumber, dayNumberOf } from '@ieum/catalogue/day-numbers'
import { addYears, dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import type { RuledProgramme } from '@ieum/rules'
import { decidedOn, endsOn, openingsOf } from './openings.ts'

export interface WindowAhead {
  readonly edition: string
  readonly opens: Day
  readonly closes: Day
  readonly forecast: boolean
}

const until = (on: Day, years: number): DayNumber => dayNumber(addYears(on, years))

/** Windows with a day from then on, within so many years, by their closing day. */
export function windowsAhead(programme: RuledProgramme, on: Day, years = 5): readonly WindowAhead[] {
  return openingsOf(programme, dayNumber(on), until(on, years))
    .toSorted((a, b) => a.closes - b.closes)
    .map(({ edition, opens, closes, forecast }) => ({
      edition: edition.edition,
      opens: dayOfNumber(opens),
      closes: dayOfNumber(closes),
      forecast,
    }))
}

/** The first day on which it can have been carried through when it is applied for from then on; none without a window. */
export function soonestThrough(programme: RuledProgramme, on: Day, years = 5): Day | undefined {
  const from = dayNumber(on)
  const ends = openingsOf(programme, from, until(on, years)).map(opening =>
    endsOn(opening, decidedOn(opening, Math.max(from, opening.opens))),
  )
  return ends.length === 0 ? undefined : dayOfNumber(Math.min(...ends))
}

/** The last day on which any of its windows was open before then. */
export function lastClosedBefore(programme: RuledProgramme, on: Day): Day | undefined {
  const closed = openingsOf(programme, dayNumberOf(1900, 1, 1), dayNumber(on) - 1)
    .filter(({ closes, forecast }) => !forecast && closes < dayNumber(on))
    .map(({ closes }) => closes)
  return closed.length === 0 ? undefined : dayOfNumber(Math.max(...closed))
}
