/** What each line can come to at best, whatever is gained on the way. What is shut to the firm all along is left out. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { RuledEdition } from '@ieum/rules'
import { type FactSet, noFacts } from './fact-sets.ts'
import type { Opening } from './openings.ts'
import type { Chance, Outcome, Outlook } from './outlook.ts'
import type { Line, Timetable } from './timetable.ts'

export interface Offer {
  readonly line: Line
  /** The same while nothing is held that the line can tell; undefined when it is then shut. Left out where that can never be. */
  readonly alone?: Offer | undefined
  /** By opening day. */
  readonly openings: readonly Opening[]
  /** No application gets more, costs less or assumes fewer facts. */
  readonly support: number
  readonly ownCost: number
  readonly unknown: FactSet
  /** No application to an opening is possible sooner from a day on; undefined when none is. */
  readonly soonest: (opening: Opening, from: DayNumber) => DayNumber | undefined
  /** What an application to an opening comes to, where that is the same on all days and whatever is gained. */
  readonly steady: (opening: Opening) => Steady | undefined
}

export interface Steady extends Pick<Outcome, 'support' | 'ownCost'> {
  /** The facts that it surely assumes. */
  readonly unknown: FactSet
}

/** From a day until the end of the horizon; undefined when time was up before all had been looked at. */
export function offersOf(
  timetable: Timetable,
  outlook: Outlook,
  on: DayNumber,
  end: DayNumber,
  timeIsUp: () => boolean,
): readonly Offer[] | undefined {
  const offers: Offer[] = []
  for (const line of timetable.lines) {
    if (timeIsUp()) return undefined
    const isTold = timetable.isConcerned(line)
    const alone = offerAlone(line, outlook, on)
    if (!isTold) {
      if (alone) offers.push(alone)
      continue
    }
    const opened = timetable.mayBeOpened(line) ? openedOffer(line, timetable, outlook, end) : undefined
    const offer = opened ?? (alone && shutOffer(alone, timetable, outlook))
    if (offer) offers.push({ ...offer, alone })
  }
  return offers
}

/** Of a line that something gained may open nobody knows on which days of its windows. */
function openedOffer(line: Line, timetable: Timetable, outlook: Outlook, end: DayNumber): Offer {
  const amounts = timetable.mayGiveOtherwise(line) ? undefined : outlook.amounts(line)
  return {
    line,
    openings: line.openings,
    support: amounts?.support ?? mostSupport(line.edition),
    ownCost: amounts?.ownCost ?? 0,
    unknown: outlook.surelyAssumed(line),
    soonest({ opens, closes }, from) {
      const day = Math.max(opens, from)
      return day <= Math.min(closes, end) ? day : undefined
    },
    steady: () => undefined,
  }
}

/** Of a line that what is gained can only shut: without it is the best there is. */
function shutOffer(alone: Offer, timetable: Timetable, outlook: Outlook): Offer {
  const { line } = alone
  const mayGiveOtherwise = timetable.mayGiveOtherwise(line)
  return {
    ...alone,
    support: mayGiveOtherwise ? mostSupport(line.edition) : alone.support,
    ownCost: mayGiveOtherwise ? 0 : alone.ownCost,
    unknown: outlook.surelyAssumed(line),
    steady(opening) {
      const steady = mayGiveOtherwise ? undefined : alone.steady(opening)
      return steady && { ...steady, unknown: noFacts }
    },
  }
}

/** With nothing gained; undefined when it is shut on all days. */
function offerAlone(line: Line, outlook: Outlook, on: DayNumber): Offer | undefined {
  const chances = new Map<Opening, readonly Chance[]>()
  for (const opening of line.openings) {
    const ahead = outlook.chances(line, opening, on)
    if (ahead.length > 0) chances.set(opening, ahead)
  }
  if (chances.size === 0) return undefined
  const outcomes = [...chances.values()].flat().map(({ outcome }) => outcome)
  return {
    line,
    openings: [...chances.keys()],
    support: Math.max(...outcomes.map(({ support }) => support)),
    ownCost: Math.min(...outcomes.map(({ ownCost }) => ownCost)),
    unknown: outcomes.map(({ unknown }) => unknown).reduce((a, b) => a & b),
    soonest(opening, from) {
      const first = chances.get(opening)![0]!.day
      return from <= first ? first : outlook.firstOpen(line, opening, [], from)?.day
    },
    steady(opening) {
      const [{ outcome }, ...others] = chances.get(opening)! as readonly [Chance, ...Chance[]]
      if (others.some(other => !isAlike(outcome, other.outcome))) return undefined
      const { support, ownCost, unknown } = outcome
      return { support, ownCost, unknown }
    },
  }
}

const isAlike = (a: Outcome, b: Outcome): boolean =>
  a.support === b.support && a.ownCost === b.ownCost && a.unknown === b.unknown

function mostSupport({ support }: RuledEdition): number {
  const max = support?.max ?? 0
  return typeof max === 'number' ? max : Math.max(0, ...max.map(band => band.max))
}

/** The soonest day that comes of applying to any of some offers from a day on; `dayOf`: of one application. */
export function soonestOf(
  offers: readonly Offer[],
  from: DayNumber,
  dayOf: (opening: Opening, apply: DayNumber) => DayNumber,
): DayNumber {
  let soonest = Number.POSITIVE_INFINITY
  for (const offer of offers)
    for (const opening of offer.openings) {
      if (opening.closes < from || opening.opens >= soonest) continue
      const apply = offer.soonest(opening, from)
      if (apply !== undefined) soonest = Math.min(soonest, dayOf(opening, apply))
    }
  return soonest
}
