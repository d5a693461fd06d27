/**
 * What can be boarded at one waypoint, together where it comes to the same at best: where nothing better can come of the best of them,
 * none of them is looked at. Those that reach the waypoint stand in the order in which they lead on, so that where one of them comes too
 * late to be of use, so do all behind it.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Fare } from './fare.ts'
import type { Offer } from './offers.ts'
import { decidedOn, endsOn, type Opening } from './openings.ts'
import type { ProgrammeSet, ProgrammeSets } from './programme-sets.ts'
import type { Line } from './timetable.ts'

export interface Either {
  readonly offer: Offer
  readonly programme: ProgrammeSet
  /** Whether that is what comes of it when some programmes have been used. */
  readonly isSo: (held: ProgrammeSet) => boolean
}

export interface Parallel extends Either {
  readonly opening: Opening
  /** No way on which it reaches the waypoint arrives sooner. */
  readonly arrives: DayNumber
}

/** Openings that give no more, cost no less and assume these facts at least. */
export interface Parallels extends Fare {
  readonly programmes: ProgrammeSet
  readonly rides: readonly Parallel[]
}

/** The same of offers boarded only to be needed by others. */
export interface Enabling extends Fare {
  readonly lines: readonly Line[]
  readonly programmes: ProgrammeSet
  readonly offers: readonly Either[]
}

/** `toldBy`: the programmes of which a line can tell something. `arrivesFrom`: the soonest day on which one can arrive when the next waypoint can be reached from a day on. */
export function parallelsOf(
  offers: readonly Offer[],
  toldBy: (line: Line) => ProgrammeSet,
  on: DayNumber,
  goesOnAtOnce: (offer: Offer) => boolean,
  arrivesFrom: (decided: DayNumber, ready: DayNumber) => DayNumber,
  programmes: ProgrammeSets,
): readonly Parallels[] {
  const all = eitherWay(offers, toldBy, programmes).flatMap(({ offer, programme, isSo }) =>
    offer.openings.flatMap(opening => {
      const apply = offer.soonest(opening, on)
      if (apply === undefined) return []
      const decided = decidedOn(opening, apply)
      const ready = goesOnAtOnce(offer) ? decided : endsOn(opening, decided)
      const same = offer.steady(opening)
      const fare = same ? { ...same, unknown: same.unknown | offer.unknown } : offer
      return [{ fare, ride: { offer, programme, isSo, opening, arrives: arrivesFrom(decided, ready) } }]
    }),
  )
  return [...Map.groupBy(all, ({ fare }) => keyOf(fare)).values()].map(own => ({
    ...fareOf(own[0]!.fare),
    programmes: programmes.of(own.map(({ ride }) => ride.offer.line.programme)),
    rides: own.map(({ ride }) => ride).sort((a, b) => a.arrives - b.arrives),
  }))
}

export function enablingOf(
  offers: readonly Offer[],
  toldBy: (line: Line) => ProgrammeSet,
  programmes: ProgrammeSets,
): readonly Enabling[] {
  return [...Map.groupBy(eitherWay(offers, toldBy, programmes), ({ offer }) => keyOf(offer)).values()].map(own => ({
    ...fareOf(own[0]!.offer),
    lines: own.map(({ offer }) => offer.line),
    programmes: programmes.of(own.map(({ offer }) => offer.line.programme)),
    offers: own,
  }))
}

/** Each as it stands alone, and as it may stand when something is held that it can tell. */
function eitherWay(
  offers: readonly Offer[],
  toldBy: (line: Line) => ProgrammeSet,
  programmes: ProgrammeSets,
): readonly Either[] {
  return offers.flatMap((offer): readonly Either[] => {
    const programme = programmes.of([offer.line.programme])
    if (!('alone' in offer)) return [{ offer, programme, isSo: () => true }]
    const told = toldBy(offer.line)
    const moved = { offer, programme, isSo: (held: ProgrammeSet) => (held & told) !== 0n }
    return offer.alone ? [{ offer: offer.alone, programme, isSo: held => (held & told) === 0n }, moved] : [moved]
  })
}

const keyOf = ({ support, ownCost, unknown }: Fare): string => `${support} ${ownCost} ${unknown}`

const fareOf = ({ support, ownCost, unknown }: Fare): Fare => ({ support, ownCost, unknown })
