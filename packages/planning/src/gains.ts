/** What a leg brings: from the day it is decided and from the day it ends. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayOfNumber } from '@ieum/catalogue/days'
import type { Day, Effect, Fact, FactName, Value } from '@ieum/catalogue/records'
import type { RuledEdition } from '@ieum/rules'

export type Outcome = 'selected' | 'completed'

/** What is the same for every leg of one edition. */
export interface Award {
  /** Of its own among all awards of a rulebook. */
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
  /** The money that comes with it. */
  readonly granted: number
}

export type Facts = Readonly<Record<FactName, Value>>

export function awardOf(number: number, programme: string, edition: RuledEdition, outcome: Outcome): Award {
  return {
    number,
    programme,
    edition: edition.edition,
    outcome,
    effects: (edition.effects ?? []).filter(({ on }) => on === outcome),
  }
}

/** The two gains of one leg: what it gives is granted when it is decided, and nothing more comes when it is completed. */
export function gainsOfLeg(
  selected: Award,
  completed: Award,
  { decided, ends, support }: { readonly decided: DayNumber; readonly ends: DayNumber; readonly support: number },
): readonly [Gain, Gain] {
  return [
    { award: selected, day: decided, granted: support },
    { award: completed, day: ends, granted: 0 },
  ]
}

/** What legs bring, in the order of the days. */
export function gainsOfLegs(
  legs: readonly {
    readonly programme: string
    readonly edition: RuledEdition
    readonly decided: DayNumber
    readonly ends: DayNumber
    readonly support: number
  }[],
): readonly Gain[] {
  return legs
    .flatMap(({ programme, edition, ...leg }, number) =>
      gainsOfLeg(
        awardOf(number * 2, programme, edition, 'selected'),
        awardOf(number * 2 + 1, programme, edition, 'completed'),
        leg,
      ),
    )
    .sort((a, b) => a.day - b.day)
}

/**
 * A firm's facts with their day: that from which one looks ahead, unless the firm says another. What the legs that stand have brought
 * since is not in them.
 */
export function statedSince(
  facts: Facts,
  { on, standing = [] }: { readonly on: Day; readonly standing?: readonly { readonly apply: Day }[] },
): Facts {
  const first = standing.reduce((first, { apply }) => (apply < first ? apply : first), on)
  return { ...facts, stated_on: facts.stated_on ?? first }
}

/** The facts with what has been gained added; `gains` in the order of their days. Who applies for a leg leads it. */
export function withGains(facts: Facts, gains: readonly Gain[], declared: ReadonlyMap<FactName, Fact>): Facts {
  if (gains.length === 0) return facts
  const held: Record<FactName, Value> = { ...facts }
  held.participations = added(
    facts.participations,
    gains.map(({ award, day, granted }) => ({
      programme: award.programme,
      edition: award.edition,
      outcome: award.outcome,
      role: 'lead',
      on: dayOfNumber(day),
      granted,
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
