/** How awards bear on sentences and editions: who can tell them, and whom they can help. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import type { Day, FactName, Parameter, Value } from '@ieum/catalogue/records'
import { isHeldBy, waiversOf } from '@ieum/matching'
import { type Evaluator, type Form, partsOf, type Rulebook, type RuledEdition, type Truth } from '@ieum/rules'
import { type Background, type Move, moveOf, still } from './concern.ts'
import type { Award, Facts } from './gains.ts'
import { remembered, rememberedPairs } from './memo.ts'
import { recordFields } from './record.ts'

export interface Ties {
  /** How the truth of a sentence may move when an award is added. */
  readonly move: (sentence: number, award: Award) => Move
  /** Whether what an edition asks, or what it gives, may come out differently with the award. */
  readonly concerns: (edition: RuledEdition, award: Award) => boolean
  /** The same for what the award adds to what was there without it. */
  readonly help: (sentence: number, award: Award) => Move
  /** Whether a link from the award's programme waives a criterion of the edition. */
  readonly waives: (edition: RuledEdition, award: Award, criterion: string) => boolean
  readonly mayBeWaived: (edition: RuledEdition, criterion: string) => boolean
  /** The truth of a sentence with nothing gained, where it is the same on all days. */
  readonly fromTheStart: (sentence: number) => Truth | 'turns'
  /** Whether a sentence reads the day or a figure that is dated. */
  readonly turnsWithTime: (sentence: number) => boolean
  /** Whether a sentence reads the day of a participation. */
  readonly readsDays: (sentence: number) => boolean
  /** Whether a sentence reads what was granted with a participation. */
  readonly readsGranted: (sentence: number) => boolean
  /** The criteria and exclusions of an edition that do. */
  readonly turning: (edition: RuledEdition) => readonly number[]
  /** The days on which a link that waives criteria of an edition comes into force or is no longer. */
  readonly waiverDays: (edition: RuledEdition) => readonly DayNumber[]
  /** Whether an edition asks any such sentence, or a link that waives its criteria is in force on some days only. */
  readonly editionTurnsWithTime: (edition: RuledEdition) => boolean
}

export function tiesOf(rulebook: Rulebook, evaluator: Evaluator, firm: Facts, on: DayNumber, end: DayNumber): Ties {
  const facts = new Map(rulebook.facts.map(fact => [fact.name, fact]))
  const repeatable = new Set(rulebook.programmes.filter(({ repeatable }) => repeatable).map(({ id }) => id))
  const stated = new Set(
    [firm.participations].flat().map(each => (each as { programme?: unknown } | undefined)?.programme),
  )
  const background: Background = {
    derived: evaluator.derivation,
    isList: fact => facts.get(fact)?.type === 'list',
    stated: fact => (firm[fact] === undefined ? undefined : firm[fact] === null ? 'null' : 'value'),
    told: fieldsTold(firm.participations),
    holdsOthers: () => true,
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
  const turnsWithTime = remembered((sentence: number) => readsTime(evaluator.form(sentence)))

  const readsField = (form: Form, field: string): boolean => {
    if ((form.is === 'field' || form.is === 'each') && form.field === field) return true
    const derivation = form.is === 'fact' ? evaluator.derivation(form.fact) : undefined
    return derivation ? readsField(derivation, field) : partsOf(form).some(part => readsField(part, field))
  }

  return {
    move,
    turnsWithTime,
    readsDays: remembered((sentence: number) => readsField(evaluator.form(sentence), 'on')),
    readsGranted: remembered((sentence: number) => readsField(evaluator.form(sentence), 'granted')),
    turning: ({ criteria, exclusions }) =>
      [...new Set([...criteria, ...exclusions].flatMap(({ sentence }) => sentence ?? []))].filter(turnsWithTime),
    waiverDays: edition =>
      (waivers.get(programmeOf.get(edition)!.id) ?? []).flatMap(({ valid }) => [
        ...(valid?.from === undefined ? [] : [dayNumber(valid.from)]),
        ...(valid?.to === undefined ? [] : [dayNumber(valid.to) + 1]),
      ]),
    editionTurnsWithTime: edition =>
      sentencesOf(edition).some(turnsWithTime) ||
      (waivers.get(programmeOf.get(edition)!.id)?.some(({ valid }) => valid !== undefined) ?? false),
    concerns: rememberedPairs(
      (edition: RuledEdition, award: Award) =>
        waiversFor(edition, award).length > 0 || sentencesOf(edition).some(sentence => move(sentence, award) !== still),
    ),
    help: moves(helping),
    waives: (edition, award, criterion) => waiversFor(edition, award).some(({ waives }) => waives?.includes(criterion)),
    mayBeWaived: (edition, criterion) =>
      waivers.get(programmeOf.get(edition)!.id)?.some(({ waives }) => waives?.includes(criterion)) ?? false,
    fromTheStart: remembered((sentence: number) =>
      turnsWithTime(sentence) ? 'turns' : evaluator.truth(sentence, start),
    ),
  }
}

/** The sentences that decide whether an edition can be used and how much it gives; what a cap reads stands in its exclusion too. */
export function sentencesOf({ criteria, exclusions, support }: RuledEdition): readonly number[] {
  const bands = [support?.max, support?.rate].flatMap(bands => (Array.isArray(bands) ? bands : []))
  return [...criteria, ...exclusions, ...bands].flatMap(({ sentence }) => (sentence === undefined ? [] : [sentence]))
}

function fieldsTold(participations: Value | undefined): ReadonlySet<string> | undefined {
  if (!Array.isArray(participations)) return undefined
  const records = participations as readonly (Readonly<Record<string, Value>> | null)[]
  const isTold = (field: string) => records.every(record => record?.[field] !== undefined && record[field] !== null)
  return new Set([...recordFields].filter(isTold))
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
