/**
 * What a firm holds by what can still be told of it: the participations that some line asks for, and what the facts have come to.
 * Two ways on which different programmes set a fact to the same value are alike from then on.
 */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Fact, FactName, Value } from '@ieum/catalogue/records'
import { type Award, added, type Facts, type Gain, isList } from './gains.ts'
import { remembered } from './memo.ts'
import type { Timetable } from './timetable.ts'

/** Names what is held from a day on, what is gained later included; `gains` in the order of their days. */
export type Holdings = (gains: readonly Gain[], from: DayNumber) => string

export function holdingsOf(timetable: Timetable, firm: Facts, declared: ReadonlyMap<FactName, Fact>): Holdings {
  const nameOf = remembered(({ programme, edition, outcome }: Award) => `${programme} ${edition} ${outcome}`)

  return (gains, from) => {
    const records: string[] = []
    const settled = new Map<FactName, string>()
    const pending: string[] = []
    const values = new Map<FactName, Value | undefined>()
    for (const { award, day } of gains) {
      const { record, effects } = timetable.told(award)
      // The day on which something was gained can be told later only where a sentence reads it.
      if (record) records.push(`${nameOf(award)}@${day <= from && !timetable.readsDays ? '' : day}`)
      for (const { fact, value } of effects) {
        const before = values.has(fact) ? values.get(fact) : firm[fact]
        const now = isList(declared.get(fact)) ? added(before, [value].flat() as readonly Value[]) : value
        if (isAlike(before, now)) continue
        values.set(fact, now)
        if (day <= from) settled.set(fact, JSON.stringify(now))
        else pending.push(`${fact}=${JSON.stringify(now)}@${day}`)
      }
    }
    return `${records.join(' ')}/${[...settled].sort(byFact).join(' ')}/${pending.join(' ')}`
  }
}

function byFact([a]: readonly [FactName, string], [b]: readonly [FactName, string]): number {
  return a < b ? -1 : 1
}

function isAlike(before: Value | undefined, now: Value): boolean {
  return before === now || (Array.isArray(before) && Array.isArray(now) && before.length === now.length)
}
