/** The days ahead of one firm: when it could apply for what, given what it has gained on the way. Remembers what it has looked at. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import type { Situation } from '@ieum/rules'
import { type FactSet, type FactSets, factSets } from './fact-sets.ts'
import type { Award, Gain } from './gains.ts'
import { type Prospect, prospectOf, type Standpoint, situationWith, unknownFacts } from './prospects.ts'
import type { Ties } from './ties.ts'
import type { Line, Timetable } from './timetable.ts'

export interface Outcome extends Prospect {
  readonly unknown: FactSet
}

export interface Outlook {
  readonly facts: FactSets
  /** Whether anything that a line asks can tell an award. */
  concerns(line: Line, award: Award): boolean
  /** How an application to a line would stand on a day; `gains` may hold more than the line asks for and later ones. */
  outcome(line: Line, gains: readonly Gain[], on: DayNumber): Outcome
  /** The first day in [from, until] on which a window can be applied for, and which suits. */
  firstOpen(
    line: Line,
    gains: readonly Gain[],
    from: DayNumber,
    until: DayNumber,
    suits?: (on: DayNumber) => boolean,
  ): DayNumber | undefined
  /** The first day in [from, end of the horizon] on which a sentence is met. */
  firstMet(sentence: number, gains: readonly Gain[], from: DayNumber): DayNumber | undefined
}

export function outlookOf(
  standpoint: Standpoint,
  timetable: Timetable,
  ties: Ties,
  on: DayNumber,
  end: DayNumber,
): Outlook {
  const { evaluator } = standpoint
  const facts = factSets()
  const days = end - on + 1
  const awards = timetable.lines.flatMap(({ selected, completed }) => [selected, completed])
  const numbers = new Map<Award, number>(awards.map((award, number) => [award, number]))
  const keyOf = (gains: readonly Gain[]): string =>
    gains.length === 0 ? '' : gains.map(({ award, day }) => `${numbers.get(award)}@${day}`).join(' ')
  const situations = new Map<string, (Situation | undefined)[]>()
  const outcomes = timetable.lines.map(() => new Map<string, (Outcome | undefined)[]>())
  const byDay = <T>(rows: Map<string, (T | undefined)[]>, key: string): (T | undefined)[] => {
    const row = rows.get(key) ?? new Array<T | undefined>(days)
    rows.set(key, row)
    return row
  }
  const situation = (gains: readonly Gain[], key: string, day: DayNumber): Situation => {
    const row = byDay(situations, key)
    const made = row[day - on] ?? situationWith(standpoint, gains, day)
    row[day - on] = made
    return made
  }

  function outcomeWith(line: Line, held: readonly Gain[], day: DayNumber): Outcome {
    const key = keyOf(held)
    const row = byDay(outcomes[line.number]!, key)
    // What does not turn with time is the same on every day.
    const slot = line.turnsWithTime ? day - on : 0
    const known = row[slot]
    if (known) return known
    const prospect = prospectOf(standpoint, line.programme, line.edition, held, day, situation(held, key, day))
    const outcome = { ...prospect, unknown: facts.of(unknownFacts(prospect.assumes, standpoint.facts)) }
    row[slot] = outcome
    return outcome
  }

  return {
    facts,
    concerns: timetable.concerns,
    outcome: (line, gains, day) =>
      outcomeWith(
        line,
        gains.filter(gain => gain.day <= day && timetable.concerns(line, gain.award)),
        day,
      ),
    firstOpen(line, gains, from, until, suits = always) {
      const concerning = gains.filter(({ award }) => timetable.concerns(line, award))
      return firstDay(
        from,
        until,
        concerning,
        line.turnsWithTime,
        suits,
        day => outcomeWith(line, heldBy(concerning, day), day).isOpen,
      )
    },
    firstMet(sentence, gains, from) {
      const concerning = gains.filter(({ award }) => timetable.concernsSentence(sentence, award))
      return firstDay(from, end, concerning, ties.turnsWithTime(sentence), always, day => {
        const held = heldBy(concerning, day)
        return evaluator.truth(sentence, situation(held, keyOf(held), day)) === true
      })
    },
  }
}

const heldBy = (gains: readonly Gain[], day: DayNumber): readonly Gain[] =>
  gains.length === 0 ? gains : gains.filter(gain => gain.day <= day)

/** The first day that suits and passes. What does not turn with time can only change on a day on which something is gained. */
function firstDay(
  from: DayNumber,
  until: DayNumber,
  gains: readonly Gain[],
  turnsWithTime: boolean,
  suits: (on: DayNumber) => boolean,
  passes: (on: DayNumber) => boolean,
): DayNumber | undefined {
  let tried: DayNumber | undefined
  for (let day = from; day <= until; day++) {
    if (!suits(day)) continue
    const isStale = tried !== undefined && !turnsWithTime && !gains.some(gain => gain.day > tried! && gain.day <= day)
    if (!isStale && passes(day)) return day
    tried = day
  }
  return undefined
}

const always = () => true
