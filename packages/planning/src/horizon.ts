import { addDays, addMonths } from '@ieum/catalogue/days'
import type { Day } from '@ieum/catalogue/records'

/** Beyond this nobody plans, and a yearly programme has no end: a bound on the work. */
const longestInMonths = 30 * 12

/** The last day of a horizon such as `P5Y`, `P18M`, `P1Y6M` or `P90D`; undefined when it is none, or longer than 30 years. */
export function endOfHorizon(on: Day, horizon: string): Day | undefined {
  const found = /^P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,6})D)?$/.exec(horizon)
  if (!found || horizon === 'P') return undefined
  const months = Number(found[1] ?? 0) * 12 + Number(found[2] ?? 0)
  const days = Number(found[3] ?? 0)
  const end =
    months <= longestInMonths ? addDays(addMonths(on, months), Math.min(days, longestInMonths * 31)) : undefined
  return end !== undefined && end <= addMonths(on, longestInMonths) ? end : undefined
}
