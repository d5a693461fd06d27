/** The chance of a way, where it is known how many applied for how many places. */
import { addDays } from '@ieum/catalogue/days'
import type { Competition, Day } from '@ieum/catalogue/records'
import type { RuledEdition, RuledProgramme } from '@ieum/rules'

export interface Odds {
  /** Leg by leg, 0 to 1; null where it is not known. */
  readonly legs: readonly (number | null)[]
  /** Of all legs together; null unless that of each is known, and where there is no leg. */
  readonly all: number | null
  /**
   * When one arrives on average if after each refusal one applies again a year later and everything behind moves by that year; null
   * unless each chance is known and each programme comes every year.
   */
  readonly expected: Day | null
}

const daysOfAYear = 365.25

export function oddsOf(
  legs: readonly { readonly programme: RuledProgramme; readonly edition: RuledEdition }[],
  arrives: Day,
): Odds {
  const chances = legs.map(({ edition }) => chanceOf(edition.competition))
  if (legs.length === 0 || !chances.every(chance => chance !== null))
    return { legs: chances, all: null, expected: null }
  const all = chances.reduce((product, chance) => product * chance, 1)
  // A geometric distribution: one tries 1/p times on average, so waits 1/p - 1 years.
  const years = chances.reduce((sum, chance) => sum + 1 / chance - 1, 0)
  const comesEachYear = legs.every(({ programme }) => programme.recurs === 'yearly')
  return {
    legs: chances,
    all,
    expected: comesEachYear && Number.isFinite(years) ? addDays(arrives, Math.round(years * daysOfAYear)) : null,
  }
}

function chanceOf(competition: Competition | undefined): number | null {
  if (!competition) return null
  const { applied, chosen, ratio } = competition
  if (ratio !== undefined) return Math.min(1, 1 / ratio)
  return applied !== undefined && chosen !== undefined && applied > 0 ? Math.min(1, chosen / applied) : null
}
