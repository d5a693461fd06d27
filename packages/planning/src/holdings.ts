/**
 * What a firm holds by what can still be told of it: the participations that some line asks for, and what the facts have come to.
 * Two ways on which different programmes set a fact to the same value are alike from then on.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Effect, Fact, FactName, Value } from '@ieum/catalogue/records'
import { type Award, type Facts, type Gain, isList } from './gains.ts'
import { remembered } from './memo.ts'
import type { Timetable } from './timetable.ts'

/** Names what is held from a day on, what is gained later included; `gains` in the order of their days. */
export type Holdings = (gains: readonly Gain[], from: DayNumber) => string

export function holdingsOf(timetable: Timetable, firm: Facts, declared: ReadonlyMap<FactName, Fact>): Holdings {
  const nameOf = remembered(({ programme, edition, outcome }: Award) => `${programme} ${edition} ${outcome}`)
  const textOf = remembered(({ value }: Effect) => JSON.stringify(value))

  /** What a fact has come to: its value, or for a list what was added, in order; undefined when an effect leaves it as it is. */
  function changed(effect: Effect, before: readonly string[] | undefined): readonly string[] | undefined {
    const stated = firm[effect.fact]
    if (!isList(declared.get(effect.fact)))
      return (before?.[0] ?? JSON.stringify(stated)) === textOf(effect) ? undefined : [textOf(effect)]
    const items = ([effect.value].flat() as readonly Value[])
      .filter(item => !(Array.isArray(stated) && stated.includes(item)))
      .map(item => JSON.stringify(item))
      .filter(item => !before?.includes(item))
    // The first item makes a list of what was none.
    const isThere = before !== undefined || Array.isArray(stated)
    return items.length === 0 && isThere ? undefined : [...(before ?? []), ...items]
  }

  return (gains, from) => {
    let records = ''
    let pending = ''
    const values = new Map<FactName, readonly string[]>()
    const settled = new Map<FactName, string>()
    for (const { award, day, granted } of gains) {
      const { record, effects } = timetable.told(award)
      // The day of a gain, and what was granted with it, can be told later only where a sentence reads them.
      if (record) {
        const since = day <= from && !timetable.readsDays ? '' : day
        records += `${nameOf(award)}@${since}${timetable.readsGranted ? `:${granted}` : ''} `
      }
      for (const effect of effects) {
        const now = changed(effect, values.get(effect.fact))
        if (now === undefined) continue
        values.set(effect.fact, now)
        if (day <= from) settled.set(effect.fact, now.join())
        else pending += `${effect.fact}=${now}@${day} `
      }
    }
    const facts = settled.size < 2 ? [...settled] : [...settled].sort(byFact)
    return `${records}/${facts.join(' ')}/${pending}`
  }
}

function byFact([a]: readonly [FactName, string], [b]: readonly [FactName, string]): number {
  return a < b ? -1 : 1
}
