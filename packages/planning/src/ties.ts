/** How awards bear on sentences and editions: who can tell them, and whom they can help. */
import type { DayNumber } from '@ieum/catalogue/day-numbers'
import { dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import type { Day, Effect, FactName, Parameter, Value } from '@ieum/catalogue/records'
import { isHeldBy, programmesStated } from '@ieum/matching'
import { type Evaluator, type Form, partsOf, type Rulebook, type RuledEdition, type Truth } from '@ieum/rules'
import {
  type Background,
  canHold,
  isPartlySettled,
  type Move,
  moveOf,
  moveToTruth,
  type Settled,
  still,
} from './concern.ts'
import type { Award, Facts } from './gains.ts'
import { remembered, rememberedPairs } from './memo.ts'
import type { Mover, Network } from './network.ts'
import { recordFields } from './record.ts'

/** What of an award can be told. */
export interface Told {
  /** That the firm took part. */
  readonly record: boolean
  readonly effects: readonly Effect[]
}

export interface Ties {
  /** How the truth of a sentence may move when an award is added. */
  readonly move: (sentence: number, award: Award) => Move
  /** All awards that may move it. */
  readonly movers: (sentence: number) => readonly Mover[]
  /** How it may move, between true and anything else, by what the award adds to what was there without it. */
  readonly help: (sentence: number, award: Award) => Move
  /** What of an award some sentences can tell. */
  readonly told: (sentences: readonly number[], award: Award) => Told
  readonly isList: (fact: FactName) => boolean
  /** Whether a sentence can ever be met. */
  readonly canHold: (sentence: number) => boolean
  /** Awards from whose programme a link waives something of an edition. */
  readonly waivedBy: (edition: RuledEdition) => readonly Award[]
  /** Whether a link from the award's programme waives a rule of the edition. */
  readonly waives: (edition: RuledEdition, award: Award, rule: string) => boolean
  readonly mayBeWaived: (edition: RuledEdition, rule: string) => boolean
  /** The truth of a sentence with nothing gained, where it is the same on all days. */
  readonly fromTheStart: (sentence: number) => Truth | 'turns'
  /** Whether a sentence reads the day or a figure that is dated. */
  readonly turnsWithTime: (sentence: number) => boolean
  /** Whether a sentence reads the day of a participation. */
  readonly readsDays: (sentence: number) => boolean
  /** Whether a sentence reads what was granted with a participation. */
  readonly readsGranted: (sentence: number) => boolean
  /** Whether it gives an amount and no truth. */
  readonly isAmount: (sentence: number) => boolean
  /** The sentences of an edition that turn with time. */
  readonly turning: (edition: RuledEdition) => readonly number[]
  /** The days on which a link that waives criteria of an edition comes into force or is no longer. */
  readonly waiverDays: (edition: RuledEdition) => readonly DayNumber[]
}

export function tiesOf(
  rulebook: Rulebook,
  network: Network,
  evaluator: Evaluator,
  firm: Facts,
  on: DayNumber,
  end: DayNumber,
): Ties {
  const lists = new Set(rulebook.facts.filter(({ type }) => type === 'list').map(({ name }) => name))
  const declaredLists = new Set(
    rulebook.facts.filter(({ type }) => type === 'list' || type === 'records').map(({ name }) => name),
  )
  const stated = programmesStated(firm)
  const readsTime = (form: Form): boolean => {
    if (form.is === 'parameter') return network.isDated(form.parameter)
    if (form.is !== 'fact') return partsOf(form).some(readsTime)
    if (form.fact === 'on') return true
    const derivation = firm[form.fact] === undefined ? evaluator.derivation(form.fact) : undefined
    return derivation !== undefined && readsTime(derivation)
  }

  const start = evaluator.situation(firm, dayOfNumber(on))
  /** What nothing that any programme brings, and no day, can change is as it is from the start. */
  const settled = remembered((part: Form): Settled => {
    if (readsTime(part) || [...evaluator.factsBehind(part)].some(network.isMovable)) return 'open'
    const value = evaluator.ask(part, start)
    return value === undefined || value === null || typeof value === 'boolean' ? value : 'open'
  })
  const texts = remembered((parameter: string) =>
    textsDuring(
      rulebook.parameters.find(({ id }) => id === parameter),
      dayOfNumber(on),
      dayOfNumber(end),
    ),
  )
  const background: Background = {
    derived: evaluator.derivation,
    isList: fact => lists.has(fact),
    stated: fact => (firm[fact] === undefined ? undefined : firm[fact] === null ? 'null' : 'value'),
    told: fieldsTold(firm.participations),
    isSet: network.isMovable,
    holdsOthers: () => true,
    settled,
    texts: parameter => texts(parameter)?.map(({ value }) => value as readonly unknown[]),
  }
  // What a leg brings cannot undo what it brings itself: it helps only against what was there without it.
  const helping: Background = { ...background, holdsOthers: id => stated.has(id) || network.isRepeatable(id) }
  /** Nothing settled: the same for all firms of which the same lists and derived facts are stated, while the same figures are in force. */
  const unsettled: Background = { ...background, settled: () => 'open' }
  const alike = (sentence: number): string => {
    const { lists, figures } = network.reads(evaluator.form(sentence))
    const facts = lists.map(fact => background.stated(fact)?.[0] ?? '?')
    const fields = lists.includes('participations') ? [...(background.told ?? ['?'])] : []
    return `${facts.join('')} ${fields.join()} ${figures.map(id => texts(id)?.map(({ index }) => index) ?? '?').join(';')}`
  }

  const factsOf = remembered((sentence: number) => new Set<FactName>(evaluator.factsOf(sentence)))
  const ofThoseRead = (moveOf: (form: Form, award: Award) => Move) =>
    rememberedPairs((sentence: number, award: Award): Move => {
      const read = factsOf(sentence)
      const isRead = read.has('participations') || award.effects.some(({ fact }) => read.has(fact))
      return isRead ? moveOf(evaluator.form(sentence), award) : still
    })
  const move = ofThoseRead((form, award) => moveOf(form, award, background))
  const waiversOf = (edition: RuledEdition) => network.waivers.get(network.programmeOf(edition).id) ?? []
  const waiversFor = (edition: RuledEdition, award: Award) => waiversOf(edition).filter(link => isHeldBy(link, award))
  const turnsWithTime = remembered((sentence: number) => readsTime(evaluator.form(sentence)))

  const readsField = (form: Form, field: string): boolean => {
    if ((form.is === 'field' || form.is === 'each') && form.field === field) return true
    const derivation = form.is === 'fact' ? evaluator.derivation(form.fact) : undefined
    return derivation ? readsField(derivation, field) : partsOf(form).some(part => readsField(part, field))
  }

  return {
    move,
    movers: remembered((sentence: number): readonly Mover[] => {
      const form = evaluator.form(sentence)
      const movers = network.movers(sentence, form, unsettled, alike(sentence))
      if (!isPartlySettled(form, background)) return movers
      return movers.map(({ award }) => ({ award, move: move(sentence, award) })).filter(({ move }) => move !== still)
    }),
    help: ofThoseRead((form, award) => moveToTruth(form, award, helping)),
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
    isList: fact => declaredLists.has(fact),
    canHold: remembered((sentence: number) => canHold(evaluator.form(sentence), background)),
    waivedBy: edition =>
      waiversOf(edition).flatMap(link =>
        (rulebook.programmes.find(({ id }) => id === link.from.programme)?.editions ?? [])
          .flatMap(network.awardsOf)
          .filter(award => isHeldBy(link, award)),
      ),
    waives: (edition, award, rule) => waiversFor(edition, award).some(({ waives }) => waives?.includes(rule)),
    mayBeWaived: (edition, rule) => waiversOf(edition).some(({ waives }) => waives?.includes(rule)),
    fromTheStart: remembered((sentence: number) =>
      turnsWithTime(sentence) ? 'turns' : evaluator.truth(sentence, start),
    ),
    turnsWithTime,
    readsDays: remembered((sentence: number) => readsField(evaluator.form(sentence), 'on')),
    readsGranted: remembered((sentence: number) => readsField(evaluator.form(sentence), 'granted')),
    isAmount: network.isAmount,
    turning: edition => [...new Set(sentencesOf(edition))].filter(turnsWithTime),
    waiverDays: edition =>
      waiversOf(edition).flatMap(({ valid }) => [
        ...(valid?.from === undefined ? [] : [dayNumber(valid.from)]),
        ...(valid?.to === undefined ? [] : [dayNumber(valid.to) + 1]),
      ]),
  }
}

/** The sentences that decide whether an edition can be used and how much it gives. */
export function sentencesOf(edition: RuledEdition): readonly number[] {
  const rules = [...edition.criteria, ...edition.exclusions, ...amountsOf(edition)]
  return rules.flatMap(({ sentence }) => (sentence === undefined ? [] : [sentence]))
}

/** What decides how much an edition gives: bands, and what caps leave. */
export function amountsOf({ support, caps = [] }: RuledEdition): readonly { readonly sentence?: number }[] {
  const bands = [support?.max, support?.rate].flatMap(bands => (Array.isArray(bands) ? bands : []))
  return [...bands, ...caps.map(({ left }) => ({ sentence: left }))]
}

function fieldsTold(participations: Value | undefined): ReadonlySet<string> | undefined {
  if (!Array.isArray(participations)) return undefined
  const records = participations as readonly (Readonly<Record<string, Value>> | null)[]
  const isTold = (field: string) => records.every(record => record?.[field] !== undefined && record[field] !== null)
  return new Set([...recordFields].filter(isTold))
}

/** The lists of a parameter that are in force on some of the days; undefined where there may be none on one of them. */
function textsDuring(parameter: Parameter | undefined, on: Day, end: Day) {
  if (parameter?.type !== 'list') return undefined
  const inForce = parameter.editions
    .map(({ from, until, value }, index) => ({ from, until, value, index }))
    .filter(({ from, until }) => (from ?? on) <= end && (until ?? end) >= on)
  const isGapless =
    inForce.some(({ from }) => (from ?? on) <= on) && parameter.editions.every(({ until }) => until === undefined)
  return isGapless ? inForce : undefined
}
