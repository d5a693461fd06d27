/** What each line can come to at best, whatever is gained on the way. What is shut to the firm all along is left out. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { RuledEdition } from '@ieum/rules'
import type { Opening } from './openings.ts'
import type { Outlook } from './outlook.ts'
import type { Line, Timetable } from './timetable.ts'

export interface Offer {
  readonly line: Line
  /** By opening day. */
  readonly openings: readonly Opening[]
  /** No application gets more. */
  readonly support: number
  /** No application to an opening is possible sooner from a day on; undefined when none is. */
  readonly soonest: (opening: Opening, from: DayNumber) => DayNumber | undefined
}

/** From a day until the end of the horizon. */
export function offersOf(
  { lines, mayBeOpened, mayGiveOtherwise }: Timetable,
  outlook: Outlook,
  on: DayNumber,
  end: DayNumber,
): readonly Offer[] {
  return lines.flatMap((line): Offer[] => {
    if (mayBeOpened(line)) {
      const soonest = ({ opens, closes }: Opening, from: DayNumber) => {
        const day = Math.max(opens, from)
        return day <= Math.min(closes, end) ? day : undefined
      }
      return [{ line, openings: line.openings, support: mostSupport(line.edition), soonest }]
    }
    const chances = line.openings.flatMap(opening => {
      const chance = outlook.firstOpen(line, opening, [], on)
      return chance ? [{ opening, chance }] : []
    })
    if (chances.length === 0) return []
    const first = new Map(chances.map(({ opening, chance }) => [opening, chance.day]))
    return [
      {
        line,
        openings: chances.map(({ opening }) => opening),
        support: mayGiveOtherwise(line) ? mostSupport(line.edition) : outlook.mostSupport(line),
        soonest: (opening, from) =>
          from <= first.get(opening)! ? first.get(opening) : outlook.firstOpen(line, opening, [], from)?.day,
      },
    ]
  })
}

function mostSupport({ support }: RuledEdition): number {
  const max = support?.max ?? 0
  return typeof max === 'number' ? max : Math.max(0, ...max.map(band => band.max))
}
