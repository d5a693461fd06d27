/**
 * How an application would stand, by the contract and the evaluator alone: what the model of `milp.ts` is made from. Written apart
 * from the planner, of which it takes nothing.
 */
import { dayNumber, dayOfNumber } from '@ieum/catalogue/days'
import { isInForce } from '@ieum/catalogue/links'
import type { Day, FactName, Firm, Value } from '@ieum/catalogue/records'
import { choicesOf, factsOfFirm, isHeldBy, isStated, supportOffered, waiversOf } from '@ieum/matching'
import {
  criticalDays,
  type Evaluator,
  evaluatorOf,
  type Form,
  partsOf,
  type Rule,
  type Rulebook,
  type RuledEdition,
  type RuledProgramme,
  type Situation,
} from '@ieum/rules'

/** What a leg has brought by a day. */
export interface Held {
  readonly programme: string
  readonly edition: RuledEdition
  readonly decided: number
  /** The day on which it ended, if it has. */
  readonly ended?: number
}

export interface Standing {
  readonly isOpen: boolean
  readonly support: number
  readonly ownCost: number
  readonly unknown: readonly FactName[]
}

export interface Standings {
  of(programme: RuledProgramme, edition: RuledEdition, day: number, held: readonly Held[]): Standing
  /** The days in [on, end] on which time alone may change how an edition stands while the same is held. */
  turningDays(programme: RuledProgramme, edition: RuledEdition, held: readonly Held[]): readonly number[]
  /** Whether anything that an edition asks reads the day of a participation. */
  asksWhen(edition: RuledEdition): boolean
  /** Whether anything that an edition asks can tell what another brings: by names and facts, rather too often than too seldom. */
  mayConcern(programme: RuledProgramme, edition: RuledEdition, from: RuledProgramme, by: RuledEdition): boolean
}

export function standingsOf(rulebook: Rulebook, firm: Firm, on: Day, end: Day): Standings {
  const evaluator = evaluatorOf(rulebook)
  const choices = choicesOf(evaluator)
  const waivers = waiversOf(rulebook.links)
  const declared = new Map(rulebook.facts.map(fact => [fact.name, fact]))
  const stated = factsOfFirm(firm, rulebook.facts)
  const situations = new Map<string, Situation>()
  const remembered = <T>(known: Map<string, T>, key: string, make: () => T): T => {
    const found = known.get(key) ?? make()
    known.set(key, found)
    return found
  }
  const keyOf = (held: readonly Held[]) =>
    held.map(({ programme, edition, decided, ended }) => `${programme} ${edition.edition} ${decided} ${ended}`).join()

  function situationOn(day: number, held: readonly Held[]): Situation {
    const key = keyOf(held)
    const first = remembered(situations, key, () => evaluator.situation(factsWith(stated, held, declared), on))
    return remembered(situations, `${key}@${day}`, () => evaluator.changed(first, {}, dayOfNumber(day)))
  }

  const known = new Map<RuledEdition, Map<string, Standing>>()
  const turns = new Map<RuledEdition, Map<string, readonly number[]>>()
  const of = <T>(all: Map<RuledEdition, Map<string, T>>, edition: RuledEdition): Map<string, T> => {
    const own = all.get(edition) ?? new Map<string, T>()
    all.set(edition, own)
    return own
  }

  function truthOf({ sentence }: Rule, isExclusion: boolean, situation: Situation) {
    if (sentence === undefined) return undefined
    const truth = evaluator.truth(sentence, situation)
    if (truth !== undefined) return truth
    const chosen = choices.decide(sentence, !isExclusion, situation)
    return chosen === 'condition' ? undefined : chosen
  }

  function missingOf({ sentence }: Rule, situation: Situation): readonly FactName[] {
    if (sentence === undefined) return []
    const { missing } = evaluator.proof(sentence, situation)
    const open = evaluator
      .factsOf(sentence)
      .filter(name => stated[name] === undefined && Array.isArray(situation.facts[name]))
    return open.length === 0 ? missing : [...missing.filter(name => !evaluator.derivation(name)), ...open]
  }

  function waivedOn(programme: string, day: Day, held: readonly Held[]): ReadonlySet<string> {
    const links = waivers.get(programme) ?? []
    const isHeld = (link: (typeof links)[number]) =>
      held.some(each =>
        isHeldBy(link, {
          programme: each.programme,
          outcome: each.ended === undefined ? 'selected' : 'completed',
        }),
      )
    return new Set(
      links
        .filter(link => isInForce(link, day) && (isStated(link, stated, day) || isHeld(link)))
        .flatMap(({ waives }) => waives ?? []),
    )
  }

  function standingOf(programme: RuledProgramme, edition: RuledEdition, day: number, held: readonly Held[]): Standing {
    const situation = situationOn(day, held)
    const waived = waivedOn(programme.id, dayOfNumber(day), held)
    const unknown = new Set<FactName>()
    let isOpen = true
    for (const isExclusion of [false, true])
      for (const rule of isExclusion ? edition.exclusions : edition.criteria) {
        if (waived.has(rule.id)) continue
        const truth = truthOf(rule, isExclusion, situation)
        if (truth === undefined) for (const name of missingOf(rule, situation)) unknown.add(name)
        else if ((truth === true) === isExclusion) isOpen = false
      }
    const { max = 0, rate } = supportOffered(edition, evaluator, situation)
    return { isOpen, support: max, ownCost: rate ? Math.round(max / rate) - max : 0, unknown: [...unknown].sort() }
  }

  const turningDays: Standings['turningDays'] = (programme, edition, held) =>
    remembered(of(turns, edition), keyOf(held), () => daysThatTurn(programme, edition, held))

  function daysThatTurn({ id }: RuledProgramme, edition: RuledEdition, held: readonly Held[]): readonly number[] {
    const situation = situationOn(dayNumber(on), held)
    const dated = (waivers.get(id) ?? []).flatMap(({ valid }) => [
      ...(valid?.from === undefined ? [] : [dayNumber(valid.from)]),
      ...(valid?.to === undefined ? [] : [dayNumber(valid.to) + 1]),
    ])
    const turning = sentencesOf(edition).flatMap(sentence =>
      criticalDays(evaluator, evaluator.form(sentence), situation, end),
    )
    return [...new Set([...dated, ...turning])].sort((a, b) => a - b)
  }

  const readings = new Map<RuledEdition, Readings>()
  function readingsOf(edition: RuledEdition): Readings {
    const known = readings.get(edition) ?? readingsIn(edition, evaluator, rulebook)
    readings.set(edition, known)
    return known
  }

  return {
    // Between two days on which time may change something, it stands as it did.
    of(programme, edition, day, held) {
      const turned = turningDays(programme, edition, held).findLast(turning => turning <= day) ?? dayNumber(on)
      return remembered(of(known, edition), `${keyOf(held)}@${turned}`, () =>
        standingOf(programme, edition, turned, held),
      )
    },
    turningDays,
    asksWhen: edition => readingsOf(edition).isOfDays,
    mayConcern(programme, edition, from, by) {
      if (waivers.get(programme.id)?.some(link => link.from.programme === from.id)) return true
      const { facts, readsParticipations, names, isOfNobody } = readingsOf(edition)
      if (by.effects?.some(({ fact }) => facts.has(fact))) return true
      return readsParticipations && (isOfNobody || names.some(name => from.id.startsWith(name)))
    },
  }
}

function sentencesOf({ criteria, exclusions, support }: RuledEdition): readonly number[] {
  const bands = [support?.max, support?.rate].flatMap((bands): readonly { readonly sentence?: number }[] =>
    typeof bands === 'object' ? bands : [],
  )
  return [...criteria, ...exclusions, ...bands].flatMap(({ sentence }) => sentence ?? [])
}

interface Readings {
  readonly facts: ReadonlySet<FactName>
  readonly readsParticipations: boolean
  /** It reads the day of a participation. */
  readonly isOfDays: boolean
  /** Texts in sentences on participations that programme ids may begin with. */
  readonly names: readonly string[]
  /** Some sentence on participations names no programme: any may be meant. */
  readonly isOfNobody: boolean
}

function readingsIn(edition: RuledEdition, evaluator: Evaluator, { parameters }: Rulebook): Readings {
  const sentences = sentencesOf(edition)
  const onParticipations = sentences.filter(sentence => evaluator.factsOf(sentence).includes('participations'))
  const texts = new Map(
    parameters.map(({ id, editions }) => [id, editions.flatMap(({ value }) => (Array.isArray(value) ? value : []))]),
  )
  const namesBySentence = onParticipations.map(sentence =>
    textsIn(evaluator.form(sentence), texts).filter(text => /^[a-z0-9]+-/.test(text)),
  )
  return {
    facts: new Set(sentences.flatMap(sentence => evaluator.factsOf(sentence))),
    readsParticipations: onParticipations.length > 0,
    isOfDays: onParticipations.some(sentence => readsDay(evaluator.form(sentence), evaluator)),
    names: namesBySentence.flat(),
    isOfNobody: namesBySentence.some(names => names.length === 0),
  }
}

function readsDay(form: Form, evaluator: Evaluator): boolean {
  if ((form.is === 'field' || form.is === 'each') && form.field === 'on') return true
  const derivation = form.is === 'fact' ? evaluator.derivation(form.fact) : undefined
  return derivation ? readsDay(derivation, evaluator) : partsOf(form).some(part => readsDay(part, evaluator))
}

/** Every text in a form, with those of the lists that it looks into. */
function textsIn(part: unknown, lists: ReadonlyMap<string, readonly unknown[]>): string[] {
  if (typeof part === 'string') return [part]
  if (Array.isArray(part)) return part.flatMap(each => textsIn(each, lists))
  if (typeof part !== 'object' || part === null) return []
  const listed = 'parameter' in part ? (lists.get(String(part.parameter)) ?? []) : []
  return [...listed.filter(item => typeof item === 'string'), ...textsIn(Object.values(part), lists)]
}

/** The firm's facts with what is held, in the order of the days. */
function factsWith(
  stated: Readonly<Record<FactName, Value>>,
  held: readonly Held[],
  declared: ReadonlyMap<FactName, { readonly type: string }>,
): Readonly<Record<FactName, Value>> {
  const facts: Record<FactName, Value> = { ...stated }
  const moments = held
    .flatMap(({ programme, edition, decided, ended }) => [
      { programme, edition, outcome: 'selected', day: decided },
      ...(ended === undefined ? [] : [{ programme, edition, outcome: 'completed', day: ended }]),
    ])
    .sort((a, b) => a.day - b.day)
  for (const { programme, edition, outcome, day } of moments) {
    const record = { programme, edition: edition.edition, outcome, on: dayOfNumber(day) }
    facts.participations = [...itemsOf(facts.participations, {}), record] as readonly Value[]
    for (const effect of edition.effects ?? []) {
      if (effect.on !== outcome) continue
      const items = itemsOf(facts[effect.fact], undefined)
      if (declared.get(effect.fact)?.type !== 'list') facts[effect.fact] = effect.value
      else if (!items.includes(effect.value)) facts[effect.fact] = [...items, effect.value] as readonly Value[]
    }
  }
  return facts
}

/** A list that was never asked may hold anything besides. */
function itemsOf(value: Value | undefined, unknown: Value | undefined): readonly (Value | undefined)[] {
  if (value === undefined) return Array.from({ length: 8 }, () => unknown)
  return Array.isArray(value) ? (value as readonly Value[]) : []
}
