/** What a path is asked for, as it stands in the address: one can send the page to someone else. The firm is never in it. */
import { addDays, isDay } from '@ieum/catalogue/days'
import type { Day, Pathway } from '@ieum/catalogue/records'

export interface PathAsked {
  readonly pathway?: string | undefined
  /** Own waypoints, in order; instead of a pathway. */
  readonly via?: string | undefined
  /** The day to start on. */
  readonly from?: Day | undefined
  readonly years?: string | undefined
  readonly legs?: string | undefined
  /** The itinerary that is looked at: what it is best by, or its legs; the first when left out. */
  readonly way?: string | undefined
  /** What happens to it: `refused 2`, `missed 1`, `delayed 2 P3M`. */
  readonly event?: string | undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

export function pathAsked(search: Readonly<Record<string, unknown>>): PathAsked {
  const asked = {
    pathway: text(search.pathway),
    via: text(search.via),
    from: text(search.from),
    years: text(search.years),
    legs: text(search.legs),
    way: text(search.way),
    event: text(search.event),
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}

export interface Route {
  /** Left out when the waypoints are the visitor's own. */
  readonly pathway?: Pathway
  readonly via: readonly string[]
  readonly on: Day
  readonly years: number
  readonly maxLegs: number
}

export const yearsToChoose = [1, 2, 3, 5, 7, 10] as const
export const legsToChoose = [1, 2, 3, 4, 5, 6, 7, 8] as const
/** One cannot start later than this many days from today: further ahead every window is a forecast of a forecast. */
export const latestStart = 730

const usualYears = 5
const usualLegs = 6

/** The address read with care: what makes no sense falls back to what is usual, no pathway to the first. */
export function routeOf(asked: PathAsked, pathways: readonly Pathway[], today: Day): Route {
  const own = asked.via === undefined ? undefined : waypointsOf(asked.via)
  const pathway = own ? undefined : (pathways.find(({ id }) => id === asked.pathway) ?? pathways[0])
  return {
    ...(pathway && { pathway }),
    via: own ?? pathway?.waypoints ?? [],
    on: isStart(asked.from, today) ? asked.from : today,
    years: oneOf(yearsToChoose, asked.years) ?? usualYears,
    maxLegs: oneOf(legsToChoose, asked.legs) ?? usualLegs,
  }
}

/** More than any way that can be asked for; an address may hold anything. */
const longestVia = 2_000

/** By commas; those between the quotes or brackets of a `fact:` sentence part nothing. */
const waypointsOf = (via: string): readonly string[] =>
  (via.slice(0, longestVia).match(/(?:"[^"]*"|\([^)]*\)|\[[^\]]*\]|[^,])+/g) ?? [])
    .map(waypoint => waypoint.trim())
    .filter(Boolean)

/** Nothing chosen yet is a lone comma, so that the address still says that the waypoints are one's own. */
export const viaText = (waypoints: readonly string[]): string => (waypoints.length > 0 ? waypoints.join(',') : ',')

const isStart = (day: Day | undefined, today: Day): day is Day =>
  day !== undefined && isDay(day) && day > today && day <= addDays(today, latestStart)

const oneOf = (choices: readonly number[], text: string | undefined): number | undefined =>
  choices.find(choice => String(choice) === text)
