/** What a leg brings: from the day it is decided and from the day it ends. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayOfNumber } from '@ieum/catalogue/days'
import type { Effect, Fact, FactName, Value } from '@ieum/catalogue/records'
import type { RuledEdition } from '@ieum/rules'

export type Outcome = 'selected' | 'completed'

/** What is the same for every leg of one edition. */
export interface Award {
  /** Of its own among all awards of a timetable. */
  readonly number: number
  readonly programme: string
  readonly edition: string
  readonly outcome: Outcome
  readonly effects: readonly Effect[]
}

/** An award with the day from which the firm holds it. */
export interface Gain {
  readonly award: Award
  readonly day: DayNumber
}

export type Facts = Readonly<Record<FactName, Value>>

export function awardOf(
  number: number,
  programme: string,
  edition: { edition: string; effects?: readonly Effect[] },
  outcome: Outcome,
): Award {
  return {
    number,
    programme,
    edition: edition.edition,
    outcome,
    effects: (edition.effects ?? []).filter(({ on }) => on === outcome),
  }
}

/** What legs bring, in the order of the days. */
export function gainsOfLegs(
  legs: readonly {
    readonly programme: string
    readonly edition: RuledEdition
    readonly decided: DayNumber
    readonly ends: DayNumber
  }[],
): readonly Gain[] {
  return legs
    .flatMap(({ programme, edition, decided, ends }, number): Gain[] => [
      { award: awardOf(number * 2, programme, edition, 'selected'), day: decided },
      { award: awardOf(number * 2 + 1, programme, edition, 'completed'), day: ends },
    ])
    .sort((a, b) => a.day - b.day)
}

/** The facts with what has been gained added; `gains` in the order of their days. */
export function withGains(facts: Facts, gains: readonly Gain[], declared: ReadonlyMap<FactName, Fact>): Facts {
  if (gains.length === 0) return facts
  const held: Record<FactName, Value> = { ...facts }
  held.participations = added(
    facts.participations,
    gains.map(({ award, day }) => ({
      programme: award.programme,
      edition: award.edition,
      outcome: award.outcome,
      on: dayOfNumber(day),
    })),
    unknownRecords,
  )
  for (const { award } of gains)
    for (const { fact, value } of award.effects)
      held[fact] = isList(declared.get(fact)) ? added(held[fact], [value].flat() as readonly Value[]) : value
  return held
}

export const isList = (fact: Fact | undefined): boolean => fact?.type === 'list' || fact?.type === 'records'

/** What a list that was never asked may hold besides: more items than any count asks for, of which nothing is known. */
const unknownItems: readonly undefined[] = Array.from({ length: 8 }, () => undefined)
const unknownRecords: readonly Value[] = Array.from({ length: 8 }, () => ({}))

/** A list with items added, each once. A list that was never asked stays open: "is in it" can become true, "is not in it" stays unknown. */
function added(
  list: Value | undefined,
  items: readonly Value[],
  rest: readonly (Value | undefined)[] = unknownItems,
): Value {
  const before: readonly (Value | undefined)[] = list === undefined ? rest : Array.isArray(list) ? list : []
  return [...before, ...items.filter(item => !before.includes(item))] as readonly Value[]
}
