/** How awards bear on sentences and editions: who can tell them, and whom they can help. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import type { Day, Effect, FactName, Parameter } from '@ieum/catalogue/records'
import { isHeldBy, waiversOf } from '@ieum/matching'
import {
  type Evaluator,
  type Form,
  partsOf,
  type Rulebook,
  type RuledEdition,
  type Situation,
  type Truth,
} from '@ieum/rules'
import { type Background, canHold, type Move, moveOf, type Settled, still } from './concern.ts'
import type { Award, Facts } from './gains.ts'
import { remembered, rememberedPairs } from './memo.ts'

/** What of an award can be told. */
export interface Told {
  /** That the firm took part. */
  readonly record: boolean
  readonly effects: readonly Effect[]
}

export interface Ties {
  /** How the truth of a sentence may move when an award is added. */
  readonly move: (sentence: number, award: Award) => Move
  /** The same for what the award adds to what was there without it. */
  readonly help: (sentence: number, award: Award) => Move
  /** Whether what an edition asks, or what it gives, may come out differently with the award. */
  readonly concerns: (edition: RuledEdition, award: Award) => boolean
  /** What of an award some sentences can tell. */
  readonly told: (sentences: readonly number[], award: Award) => Told
  /** Whether a link from an award's programme waives anything of an edition. */
  readonly isLinked: (edition: RuledEdition, award: Award) => boolean
  /** Whether a sentence can ever be met. */
  readonly canHold: (sentence: number) => boolean
  /** Whether a link from the award's programme waives a criterion of the edition. */
  readonly waives: (edition: RuledEdition, award: Award, criterion: string) => boolean
  readonly mayBeWaived: (edition: RuledEdition, criterion: string) => boolean
  /** The truth of a sentence with nothing gained, where it is the same on all days. */
  readonly fromTheStart: (sentence: number) => Truth | 'turns'
  /** Whether a sentence reads the day or a figure that is dated. */
  readonly turnsWithTime: (sentence: number) => boolean
  /** Whether a sentence reads the day of a participation. */
  readonly readsDays: (sentence: number) => boolean
  /** The sentences of an edition that do. */
  readonly turning: (edition: RuledEdition) => readonly number[]
  /** The days on which a link that waives criteria of an edition comes into force or is no longer. */
  readonly waiverDays: (edition: RuledEdition) => readonly DayNumber[]
}

export function tiesOf(rulebook: Rulebook, evaluator: Evaluator, firm: Facts, on: DayNumber, end: DayNumber): Ties {
  const facts = new Map(rulebook.facts.map(fact => [fact.name, fact]))
  const repeatable = new Set(rulebook.programmes.filter(({ repeatable }) => repeatable).map(({ id }) => id))
  const stated = new Set(
    [firm.participations].flat().map(each => (each as { programme?: unknown } | undefined)?.programme),
  )
  const dated = new Set(
    rulebook.parameters
      .filter(
        ({ editions }) => editions.length > 1 || editions[0]?.from !== undefined || editions[0]?.until !== undefined,
      )
      .map(({ id }) => id),
  )
  const readsTime = (form: Form): boolean => {
    if (form.is === 'parameter') return dated.has(form.parameter)
    if (form.is !== 'fact') return partsOf(form).some(readsTime)
    if (form.fact === 'on') return true
    const derivation = firm[form.fact] === undefined ? evaluator.derivation(form.fact) : undefined
    return derivation !== undefined && readsTime(derivation)
  }

  const start = evaluator.situation(firm, dayOfNumber(on))
  const background: Background = {
    derived: evaluator.derivation,
    isList: fact => facts.get(fact)?.type === 'list',
    stated: fact => (firm[fact] === undefined ? undefined : firm[fact] === null ? 'null' : 'value'),
    holdsOthers: () => true,
    settled: settledFrom(rulebook, evaluator, start, readsTime),
    texts: textsDuring(rulebook.parameters, dayOfNumber(on), dayOfNumber(end)),
  }
  // What a leg brings cannot undo what it brings itself: it helps only against what was there without it.
  const helping: Background = { ...background, holdsOthers: id => stated.has(id) || repeatable.has(id) }

  const factsOf = remembered((sentence: number) => new Set<FactName>(evaluator.factsOf(sentence)))
  const moves = (before: Background) =>
    rememberedPairs((sentence: number, award: Award): Move => {
      const read = factsOf(sentence)
      const isRead = read.has('participations') || award.effects.some(({ fact }) => read.has(fact))
      return isRead ? moveOf(evaluator.form(sentence), award, before) : still
    })
  const move = moves(background)

  const programmeOf = new Map(
    rulebook.programmes.flatMap(programme => programme.editions.map(edition => [edition, programme])),
  )
  const waivers = waiversOf(rulebook.links)
  const waiversFor = (edition: RuledEdition, award: Award) =>
    waivers.get(programmeOf.get(edition)!.id)?.filter(link => isHeldBy(link, award)) ?? []

  const turnsWithTime = remembered((sentence: number) => readsTime(evaluator.form(sentence)))

  const readsOn = (form: Form): boolean => {
    if ((form.is === 'field' || form.is === 'each') && form.field === 'on') return true
    const derivation = form.is === 'fact' ? evaluator.derivation(form.fact) : undefined
    return derivation ? readsOn(derivation) : partsOf(form).some(readsOn)
  }

  return {
    move,
    turnsWithTime,
    readsDays: remembered((sentence: number) => readsOn(evaluator.form(sentence))),
    turning: edition => [...new Set(sentencesOf(edition))].filter(turnsWithTime),
    waiverDays: edition =>
      (waivers.get(programmeOf.get(edition)!.id) ?? []).flatMap(({ valid }) => [
        ...(valid?.from === undefined ? [] : [dayNumber(valid.from)]),
        ...(valid?.to === undefined ? [] : [dayNumber(valid.to) + 1]),
      ]),
    isLinked: (edition, award) => waiversFor(edition, award).length > 0,
    concerns: rememberedPairs(
      (edition: RuledEdition, award: Award) =>
        waiversFor(edition, award).length > 0 || sentencesOf(edition).some(sentence => move(sentence, award) !== still),
    ),
    told(sentences, award) {
      const bare = { ...award, effects: [] }
      const isTold = (part: Award, fact: FactName) =>
        sentences.some(
          sentence => factsOf(sentence).has(fact) && moveOf(evaluator.form(sentence), part, background) !== still,
        )
      return {
        record: isTold(bare, 'participations'),
        effects: award.effects.filter(effect => isTold({ ...award, effects: [effect] }, effect.fact)),
      }
    },
    canHold: remembered((sentence: number) => canHold(evaluator.form(sentence), background)),
    help: moves(helping),
    waives: (edition, award, criterion) => waiversFor(edition, award).some(({ waives }) => waives?.includes(criterion)),
    mayBeWaived: (edition, criterion) =>
      waivers.get(programmeOf.get(edition)!.id)?.some(({ waives }) => waives?.includes(criterion)) ?? false,
    fromTheStart: remembered((sentence: number) =>
      turnsWithTime(sentence) ? 'turns' : evaluator.truth(sentence, start),
    ),
  }
}

/** What nothing that any programme brings, and no day, can change is as it is from the start. */
function settledFrom(
  rulebook: Rulebook,
  evaluator: Evaluator,
  start: Situation,
  readsTime: (form: Form) => boolean,
): Background['settled'] {
  const movable = movableFacts(rulebook)
  const isMovable = (form: Form): boolean => [...evaluator.factsBehind(form)].some(fact => movable.has(fact))
  return remembered((part: Form): Settled => {
    if (readsTime(part) || isMovable(part)) return 'open'
    const value = evaluator.ask(part, start)
    return value === undefined || value === null || typeof value === 'boolean' ? value : 'open'
  })
}

const movableKnown = new WeakMap<Rulebook, ReadonlySet<FactName>>()

/** The facts that a programme can set or add to. */
function movableFacts(rulebook: Rulebook): ReadonlySet<FactName> {
  const known = movableKnown.get(rulebook)
  if (known) return known
  const effects = rulebook.programmes.flatMap(({ editions }) => editions.flatMap(({ effects }) => effects ?? []))
  const movable = new Set<FactName>(['participations', ...effects.map(({ fact }) => fact)])
  movableKnown.set(rulebook, movable)
  return movable
}

/** The sentences that decide whether an edition can be used and how much it gives. */
export function sentencesOf({ criteria, exclusions, support }: RuledEdition): readonly number[] {
  const bands = [support?.max, support?.rate].flatMap(bands => (Array.isArray(bands) ? bands : []))
  return [...criteria, ...exclusions, ...bands].flatMap(({ sentence }) => (sentence === undefined ? [] : [sentence]))
}

/** The lists of a parameter that are in force on some of the days; undefined where there may be none on one of them. */
function textsDuring(parameters: readonly Parameter[], on: Day, end: Day): Background['texts'] {
  const lists = new Map(
    parameters
      .filter(({ type }) => type === 'list')
      .map(({ id, editions }) => {
        const inForce = editions.filter(({ from, until }) => (from ?? on) <= end && (until ?? end) >= on)
        const isGapless =
          inForce.some(({ from }) => (from ?? on) <= on) && editions.every(({ until }) => until === undefined)
        return [id, isGapless ? inForce.map(({ value }) => value as readonly unknown[]) : undefined] as const
      }),
  )
  return parameter => lists.get(parameter)
}
