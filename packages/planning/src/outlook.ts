/** The days ahead of one firm: when it could apply for what, given what it has gained on the way. Remembers what it has looked at. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayOfNumber } from '@ieum/catalogue/days'
import { criticalDays, type Situation } from '@ieum/rules'
import { type FactSet, type FactSets, factSets } from './fact-sets.ts'
import type { Award, Gain } from './gains.ts'
import type { Demand } from './helping.ts'
import { type Prospect, prospectOf, type Standpoint, situationWith } from './prospects.ts'
import type { Ties } from './ties.ts'
import type { Line, Timetable } from './timetable.ts'

export interface Outcome extends Prospect {
  readonly unknown: FactSet
}

/** Which days will do besides: `turns` are all the days on which that may begin. */
export interface Suiting {
  readonly suits: (on: DayNumber) => boolean
  readonly turns: readonly DayNumber[]
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
    suits?: Suiting,
  ): DayNumber | undefined
  /** Whether a demand is met by some gains, and stays met ever after. */
  isMetForGood(demand: Demand, gains: readonly Gain[]): boolean
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
  const keyOf = (gains: readonly Gain[]): string =>
    gains.length === 0
      ? ''
      : gains
          .map(({ award, day, granted }) => `${award.number}@${day}${timetable.readsGranted ? `:${granted}` : ''}`)
          .join(' ')
  const situations = new Map<string, (Situation | undefined)[]>()
  const outcomes = [...timetable.lines, ...timetable.held].map(() => new Map<string, (Outcome | undefined)[]>())
  const byDay = <T>(rows: Map<string, (T | undefined)[]>, key: string): (T | undefined)[] => {
    const row = rows.get(key) ?? []
    rows.set(key, row)
    return row
  }
  /** A firm that has grown older only is the same firm on another day. */
  const situation = (gains: readonly Gain[], key: string, day: DayNumber): Situation => {
    const row = byDay(situations, key)
    row[0] ??= situationWith(standpoint, gains, on)
    row[day - on] ??= evaluator.changed(row[0], {}, dayOfNumber(day))
    return row[day - on]!
  }

  const turningDays = new Map<string, readonly DayNumber[]>()
  /** The days on which time alone can turn one of some sentences while the same is held. */
  function turning(
    sentences: readonly number[],
    dated: readonly DayNumber[],
    held: readonly Gain[],
  ): readonly DayNumber[] {
    if (sentences.length === 0) return dated
    const key = `${sentences.join()} ${dated.join()} ${keyOf(held)}`
    const known = turningDays.get(key)
    if (known) return known
    const start = situation(held, keyOf(held), on)
    const days = new Set(dated)
    for (const sentence of sentences)
      for (const day of criticalDays(evaluator, evaluator.form(sentence), start, dayOfNumber(end))) days.add(day)
    const inOrder = [...days].sort((a, b) => a - b)
    turningDays.set(key, inOrder)
    return inOrder
  }

  function outcomeWith(line: Line, held: readonly Gain[], day: DayNumber): Outcome {
    const key = keyOf(held)
    const row = byDay(outcomes[line.number]!, key)
    // What does not turn with time is the same on every day.
    const slot = line.turnsWithTime ? day - on : 0
    const known = row[slot]
    if (known) return known
    const prospect = prospectOf(standpoint, line.programme, line.edition, held, day, situation(held, key, day))
    const outcome = { ...prospect, unknown: facts.of(prospect.assumes.flatMap(assumption => assumption.facts)) }
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
    firstOpen(line, gains, from, until, suiting = anyDay) {
      const concerning = gains.filter(({ award }) => timetable.concerns(line, award))
      const days = (held: readonly Gain[]) => turning(line.turning, line.dated, held)
      return firstDay(
        from,
        until,
        concerning,
        days,
        suiting,
        day => outcomeWith(line, heldBy(concerning, day), day).isOpen,
      )
    },
    isMetForGood(demand, gains) {
      const { sentence, isExclusion } = demand
      if (sentence === undefined || !timetable.isForGood(demand)) return false
      const concerning = gains.filter(({ award }) => timetable.concernsSentence(sentence, award))
      const truth = evaluator.truth(sentence, situation(concerning, keyOf(concerning), on))
      return isExclusion ? truth !== true : truth === true
    },
    firstMet(sentence, gains, from) {
      const concerning = gains.filter(({ award }) => timetable.concernsSentence(sentence, award))
      const sentences = ties.turnsWithTime(sentence) ? [sentence] : []
      const days = (held: readonly Gain[]) => turning(sentences, [], held)
      return firstDay(from, end, concerning, days, anyDay, day => {
        const held = heldBy(concerning, day)
        return evaluator.truth(sentence, situation(held, keyOf(held), day)) === true
      })
    },
  }
}

const heldBy = (gains: readonly Gain[], day: DayNumber): readonly Gain[] =>
  gains.length === 0 ? gains : gains.filter(gain => gain.day <= day)

/**
 * The first day that suits and passes. Between two days on which something is gained, only time can change an answer, and it does
 * on the days given for what is held: no other day is tried.
 */
function firstDay(
  from: DayNumber,
  until: DayNumber,
  gains: readonly Gain[],
  turning: (held: readonly Gain[]) => readonly DayNumber[],
  { suits, turns }: Suiting,
  passes: (on: DayNumber) => boolean,
): DayNumber | undefined {
  let start = from
  while (start <= until) {
    const next = Math.min(until + 1, ...gains.filter(({ day }) => day > start).map(({ day }) => day))
    const within = (day: DayNumber) => day > start && day < next
    const days = [start, ...turning(heldBy(gains, start)).filter(within), ...turns.filter(within)].sort((a, b) => a - b)
    const found = days.find(day => suits(day) && passes(day))
    if (found !== undefined) return found
    start = next
  }
  return undefined
}

const anyDay: Suiting = { suits: () => true, turns: [] }
