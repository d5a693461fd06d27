/** Why no way was found, stop by stop, as far as it can be said without planning. */

import type { Day } from '@ieum/catalogue/records'
import { shiftYears, windowDays } from '@ieum/catalogue/windows'
import type { Result } from '@ieum/matching'
import type { Rule, RuledProgramme } from '@ieum/rules'

export type Hindrance =
  | { readonly is: 'unknown place' }
  | { readonly is: 'no window' }
  /** The rules of its notice that stand against the firm today. */
  | { readonly is: 'not eligible'; readonly programme: RuledProgramme; readonly rules: readonly Rule[] }
  | { readonly is: 'none eligible'; readonly programmes: number }
  /** How many programmes of the stage may fit; left out for one programme. */
  | { readonly is: 'possible'; readonly programmes?: number }

export interface HinderedStop {
  readonly waypoint: string
  readonly hindrance: Hindrance
}

export function whyNone(
  via: readonly string[],
  programmes: readonly RuledProgramme[],
  results: readonly Result[],
  on: Day,
  until: Day,
): readonly HinderedStop[] {
  const byProgramme = new Map(results.map(result => [result.programme, result]))
  return via
    .filter(waypoint => !waypoint.startsWith('fact:'))
    .map(waypoint => ({ waypoint, hindrance: hindranceOf(waypoint) }))

  function hindranceOf(waypoint: string): Hindrance {
    const there = programmes.filter(({ id, stages }) => id === waypoint || stages.includes(waypoint))
    if (there.length === 0) return { is: 'unknown place' }
    const open = there.filter(programme => hasWindow(programme, on, until))
    if (open.length === 0) return { is: 'no window' }
    const fitting = open.filter(({ id }) => byProgramme.get(id)?.verdict !== 'not-eligible')
    const [one] = open
    const isStage = one!.id !== waypoint
    if (fitting.length > 0) return { is: 'possible', ...(isStage && { programmes: fitting.length }) }
    return isStage
      ? { is: 'none eligible', programmes: open.length }
      : { is: 'not eligible', programme: one!, rules: rulesAgainst(one!, byProgramme.get(one!.id)) }
  }
}

function hasWindow({ editions, recurs }: RuledProgramme, on: Day, until: Day): boolean {
  const windows = editions.flatMap(edition => edition.windows.map(window => windowDays(window, edition)))
  return windows.some(window =>
    recurs === 'yearly'
      ? Array.from({ length: 12 }, (_, years) => shiftYears(window, years)).some(
          ({ opens, closes }) => closes >= on && opens <= until,
        )
      : window.closes >= on && window.opens <= until,
  )
}

function rulesAgainst({ editions }: RuledProgramme, result: Result | undefined): readonly Rule[] {
  const edition = editions.find(({ edition }) => edition === result?.edition)
  if (!result || !edition) return []
  return result.criteria
    .filter(({ verdict, exclusion }) => verdict === (exclusion ? 'met' : 'unmet'))
    .flatMap(
      ({ id, exclusion }) => (exclusion ? edition.exclusions : edition.criteria).find(rule => rule.id === id) ?? [],
    )
}
