/** The days ahead of one firm: when it could apply for what, given what it has gained on the way. Remembers what it has looked at. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayOfNumber } from '@ieum/catalogue/days'
import type { FactName } from '@ieum/catalogue/records'
import { criticalDays, type Situation } from '@ieum/rules'
import { type FactSet, type FactSets, factSets } from './fact-sets.ts'
import type { Award, Gain } from './gains.ts'
import type { Demand } from './helping.ts'
import { remembered } from './memo.ts'
import type { Opening } from './openings.ts'
import { assumedOf, type Prospect, prospectOf, rulesOf, type Standpoint, situationWith } from './prospects.ts'
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

/** A day on which an application can be made, and how it then stands. */
export interface Chance {
  readonly day: DayNumber
  readonly outcome: Outcome
}

export interface Outlook {
  readonly facts: FactSets
  /** Whether anything that a line asks can tell an award. */
  concerns(line: Line, award: Award): boolean
  /** How an application to a line would stand on a day; `gains` may hold more than the line asks for and later ones. */
  outcome(line: Line, gains: readonly Gain[], on: DayNumber): Outcome
  /** The first day, not before `from`, on which an opening of a line can be applied for, and which suits. */
  firstOpen(
    line: Line,
    opening: Opening,
    gains: readonly Gain[],
    from: DayNumber,
    suiting?: Suiting,
  ): Chance | undefined
  /** With nothing gained: the days, not before `from`, on which an opening begins to be open or how it then stands turns. */
  chances(line: Line, opening: Opening, from: DayNumber): readonly Chance[]
  /** The most that a line gives, and the least that it costs, with nothing gained and whether or not it is open. */
  amounts(line: Line): Pick<Outcome, 'support' | 'ownCost'>
  /** The facts that every application to a line assumes, on whatever day and whatever is gained. */
  surelyAssumed(line: Line): FactSet
  /** Whether a demand is met by some gains, and stays met ever after. */
  isMetForGood(demand: Demand, gains: readonly Gain[]): boolean
  /** The same of awards whenever they are held, whatever was granted with them. */
  isMetByAny(demand: Demand, awards: readonly Award[]): boolean
  /** The first day in [from, end of the horizon] on which a sentence is met. */
  firstMet(sentence: number, gains: readonly Gain[], from: DayNumber): DayNumber | undefined
}

/** From a day until the next spell nothing changes unless something is gained. */
interface Spell {
  readonly from: DayNumber
  readonly outcome: Outcome
}

/** How a line stands over all the days ahead while the same is held, and the first day on which each of its openings is open. */
interface Course {
  readonly spells: readonly Spell[]
  readonly first: Map<Opening, Chance | undefined>
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
  const isChosen = (fact: FactName) => standpoint.facts.get(fact)?.about === 'application'
  const situations = new Map<string, (Situation | undefined)[]>()
  /** A firm that has grown older only is the same firm on another day. */
  const situation = (gains: readonly Gain[], key: string, day: DayNumber): Situation => {
    let row = situations.get(key)
    if (!row) {
      row = [situationWith(standpoint, gains, on)]
      situations.set(key, row)
    }
    row[day - on] ??= evaluator.changed(row[0]!, {}, dayOfNumber(day))
    return row[day - on]!
  }

  const readsOf = remembered((sentence: number) => ({
    readsDays: ties.readsDays(sentence),
    readsGranted: ties.readsGranted(sentence),
  }))
  const turningDays = new Map<number | string, readonly DayNumber[]>()
  /** The days on which time alone turns a sentence, or what is missing for it, or an amount, while the same is held. */
  function turning(sentence: number, held: readonly Gain[]): readonly DayNumber[] {
    const concerning = held.filter(({ award }) => timetable.concernsSentence(sentence, award))
    const key = keyOf(concerning, readsOf(sentence))
    const place = key === '' ? sentence : `${sentence} ${key}`
    const known = turningDays.get(place)
    if (known) return known
    const start = situation(concerning, key, on)
    const standsOn = (day: DayNumber) => {
      const then = situation(concerning, key, day)
      if (ties.isAmount(sentence)) return `${evaluator.ask(evaluator.form(sentence), then)}`
      const truth = evaluator.truth(sentence, then)
      if (truth !== undefined) return truth
      const { missing } = evaluator.proof(sentence, then)
      // What choices can still meet may turn on more days than the sentence itself.
      return `${missing} ${missing.every(isChosen) ? day : ''}`
    }
    let before = standsOn(on)
    const days = criticalDays(evaluator, evaluator.form(sentence), start, dayOfNumber(end)).filter(day => {
      const now = standsOn(day)
      const turns = now !== before
      before = now
      return turns
    })
    turningDays.set(place, days)
    return days
  }

  const alone: (Course | undefined)[] = []
  const courses = new Map<string, Course>()
  function courseOf(line: Line, held: readonly Gain[]): Course {
    if (held.length === 0) {
      alone[line.number] ??= courseWith(line, held, '')
      return alone[line.number]!
    }
    const key = keyOf(held, line)
    const place = `${line.number} ${key}`
    const known = courses.get(place)
    if (known) return known
    const made = courseWith(line, held, key)
    courses.set(place, made)
    return made
  }

  function courseWith(line: Line, held: readonly Gain[], key: string): Course {
    const days = new Set([on])
    for (const sentence of line.turning) for (const day of turning(sentence, held)) days.add(day)
    for (const day of line.dated) if (day > on && day <= end) days.add(day)
    const spells = [...days]
      .sort((a, b) => a - b)
      .map(from => {
        const prospect = prospectOf(standpoint, line.programme, line.edition, held, from, situation(held, key, from))
        return {
          from,
          outcome: { ...prospect, unknown: facts.of(prospect.assumes.flatMap(assumption => assumption.facts)) },
        }
      })
    return { spells, first: new Map() }
  }

  /** What of some gains a line can tell. */
  const concerning = (line: Line, gains: readonly Gain[]): readonly Gain[] =>
    gains.length === 0 ? gains : gains.filter(({ award }) => timetable.concerns(line, award))

  const isMetForGood: Outlook['isMetForGood'] = (demand, gains) => {
    const { sentence, isExclusion } = demand
    if (sentence === undefined || !timetable.isForGood(demand)) return false
    const told = gains.filter(({ award }) => timetable.concernsSentence(sentence, award))
    const truth = evaluator.truth(sentence, situation(told, keyOf(told, readsOf(sentence)), on))
    return isExclusion ? truth !== true : truth === true
  }

  return {
    facts,
    concerns: timetable.concerns,
    outcome: (line, gains, day) => spellOn(courseOf(line, heldBy(concerning(line, gains), day)).spells, day).outcome,
    firstOpen(line, opening, gains, from, suiting) {
      const until = Math.min(opening.closes, end)
      const told = concerning(line, gains)
      for (let start = Math.max(opening.opens, from); start <= until; ) {
        const next = Math.min(until + 1, nextGain(told, start))
        const course = courseOf(line, heldBy(told, start))
        const isWhole = suiting === undefined && next > until && start === Math.max(opening.opens, on)
        if (isWhole && course.first.has(opening)) return course.first.get(opening)
        const found = firstOf(course.spells, start, next - 1, suiting)
        if (isWhole) course.first.set(opening, found)
        if (found) return found
        start = next
      }
      return undefined
    },
    chances(line, { opens, closes }, from) {
      const [first, last] = [Math.max(opens, from), Math.min(closes, end)]
      return courseOf(line, []).spells.flatMap(({ from: begins, outcome }, at, spells) => {
        const ends = (spells[at + 1]?.from ?? Number.POSITIVE_INFINITY) - 1
        const day = Math.max(begins, first)
        return outcome.isOpen && day <= Math.min(ends, last) ? [{ day, outcome }] : []
      })
    },
    amounts(line) {
      const outcomes = courseOf(line, []).spells.map(({ outcome }) => outcome)
      return {
        support: Math.max(...outcomes.map(({ support }) => support)),
        ownCost: Math.min(...outcomes.map(({ ownCost }) => ownCost)),
      }
    },
    surelyAssumed(line) {
      const start = situation([], '', on)
      const assumed = rulesOf(line.edition).flatMap(({ rule, isExclusion }) =>
        timetable.isFixed(line, rule) && (rule.sentence === undefined || turning(rule.sentence, []).length === 0)
          ? (assumedOf(standpoint, rule, isExclusion, start)?.facts ?? [])
          : [],
      )
      return facts.of(assumed)
    },
    isMetForGood,
    isMetByAny(demand, awards) {
      const { sentence } = demand
      if (sentence === undefined || ties.readsDays(sentence) || ties.readsGranted(sentence)) return false
      return isMetForGood(
        demand,
        awards.map(award => ({ award, day: on, granted: 0 })),
      )
    },
    firstMet(sentence, gains, from) {
      const told = gains.filter(({ award }) => timetable.concernsSentence(sentence, award))
      for (let start = from; start <= end; ) {
        const next = Math.min(end + 1, nextGain(told, start))
        const held = heldBy(told, start)
        const key = keyOf(held, readsOf(sentence))
        const found = [start, ...turning(sentence, held).filter(day => day > start && day < next)].find(
          day => evaluator.truth(sentence, situation(held, key, day)) === true,
        )
        if (found !== undefined) return found
        start = next
      }
      return undefined
    },
  }
}

/** Gains that answer alike have the same key: the day of a gain, and what was granted with it, count only where they are read. */
function keyOf(gains: readonly Gain[], { readsDays, readsGranted }: Pick<Line, 'readsDays' | 'readsGranted'>): string {
  let key = ''
  for (const { award, day, granted } of gains)
    key += `${award.number}${readsDays ? `@${day}` : ''}${readsGranted ? `:${granted}` : ''} `
  return key
}

/** `gains` are in the order of their days. */
function heldBy(gains: readonly Gain[], day: DayNumber): readonly Gain[] {
  let count = gains.length
  while (count > 0 && gains[count - 1]!.day > day) count--
  return count === gains.length ? gains : gains.slice(0, count)
}

function nextGain(gains: readonly Gain[], after: DayNumber): DayNumber {
  for (const { day } of gains) if (day > after) return day
  return Number.POSITIVE_INFINITY
}

function spellOn(spells: readonly Spell[], day: DayNumber): Spell {
  let at = spells.length - 1
  while (spells[at]!.from > day) at--
  return spells[at]!
}

/** The first open day in [from, until] that suits: within a spell, one on which it begins or on which it may begin to suit. */
function firstOf(
  spells: readonly Spell[],
  from: DayNumber,
  until: DayNumber,
  suiting: Suiting | undefined,
): Chance | undefined {
  for (let at = 0; at < spells.length && spells[at]!.from <= until; at++) {
    const { outcome, from: begins } = spells[at]!
    const last = Math.min(until, (spells[at + 1]?.from ?? Number.POSITIVE_INFINITY) - 1)
    if (last < from || !outcome.isOpen) continue
    const first = Math.max(begins, from)
    const day = suiting ? firstSuiting(suiting, first, last) : first
    if (day !== undefined) return { day, outcome }
  }
  return undefined
}

function firstSuiting({ suits, turns }: Suiting, first: DayNumber, last: DayNumber): DayNumber | undefined {
  if (suits(first)) return first
  let found: DayNumber | undefined
  for (const day of turns)
    if (day > first && day <= last && (found === undefined || day < found) && suits(day)) found = day
  return found
}
