/** From days to places along the picture. */
import { addMonths, dayNumber, firstOfMonth } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'
import type { Itinerary } from '@ieum/planning'

export interface Span {
  readonly from: Day
  readonly to: Day
}

/** How long a leg that goes on after the arrival is followed: a loan may run for ten years. */
const monthsAfterArrival = 9

export function spanOf({ arrives, legs }: Itinerary, on: Day): Span {
  const lastEnd = legs.reduce((last, { ends }) => (ends > last ? ends : last), arrives)
  const furthest = addMonths(arrives, monthsAfterArrival)
  return { from: on, to: lastEnd > furthest ? furthest : addMonths(lastEnd, 1) }
}

export interface Tick {
  readonly day: Day
  readonly isYear: boolean
}

/** The first day of every year, and of every quarter where there is room for them. */
export function ticksOf({ from, to }: Span, withQuarters: boolean): readonly Tick[] {
  const ticks: Tick[] = []
  for (let day = firstOfMonth(addMonths(from, 1)); day <= to; day = addMonths(day, 1)) {
    const month = Number(day.slice(5, 7))
    if (month === 1) ticks.push({ day, isYear: true })
    else if (withQuarters && month % 3 === 1) ticks.push({ day, isYear: false })
  }
  return ticks
}

export const along = ({ from, to }: Span, day: Day, left: number, right: number): number => {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const share = (dayNumber(day) - first) / Math.max(1, last - first)
  return left + Math.min(1, Math.max(0, share)) * (right - left)
}
