import type {
  Catalogue,
  Criterion,
  Edition,
  Fact,
  MaxBand,
  Preference,
  Programme,
  RateBand,
} from '@ieum/catalogue/records'
import { yearOfEdition } from '@ieum/catalogue/windows'
import { readsOf } from '../reads.ts'
import type { Pointer, Rule, Rulebook, RuledEdition, RuledProgramme, RuledSupport, SentenceFault } from '../rulebook.ts'
import { typeOfFact, vocabularyOf } from '../vocabulary.ts'
import { readCommonRules } from './common-rules.ts'
import { inOrder } from './derived.ts'
import { Desk } from './desk.ts'

export interface Built {
  readonly rulebook: Rulebook
  readonly faults: readonly SentenceFault[]
}

/**
 * Reads every sentence of a catalogue, each distinct one once, and lists what is at fault. A rule at fault stays in the
 * rulebook as one that an official must judge, so that nobody is found eligible because a rule could not be read.
 */
export function buildRulebook(catalogue: Catalogue): Built {
  const desk = new Desk(vocabularyOf(catalogue))
  const derived = readDerived(catalogue.facts, desk)
  const ownRules = catalogue.programmes.map(programme => ruledProgramme(programme, desk))
  const common = readCommonRules(catalogue, desk)
  const programmes = ownRules.map(programme => ({
    ...programme,
    editions: programme.editions.map(edition => common.added(programme.id, edition)),
  }))
  for (const pathway of catalogue.pathways)
    for (const [index, waypoint] of pathway.waypoints.entries())
      if (waypoint.startsWith('fact:'))
        desk.sentence(waypoint.slice(5).trim(), ['pathways', pathway.id, 'waypoints', index])
  const rulebook: Rulebook = {
    id: catalogue.id,
    facts: catalogue.facts,
    agencies: catalogue.agencies,
    parameters: catalogue.parameters,
    links: catalogue.links,
    pathways: catalogue.pathways,
    programmes,
    commonRules: common.rules,
    ...(catalogue.holidays && { holidays: catalogue.holidays }),
    ...(catalogue.consents && { consents: catalogue.consents }),
    ...(catalogue.councils && { councils: catalogue.councils }),
    ...(catalogue.closingDays && { closingDays: catalogue.closingDays }),
    ...(catalogue.papers && { papers: catalogue.papers }),
    ...(catalogue.identifiers && { identifiers: catalogue.identifiers }),
    sentences: desk.sentences,
    derived: withStatedOn(derived, desk),
  }
  return { rulebook, faults: desk.faults }
}

function readDerived(facts: readonly Fact[], desk: Desk): Rulebook['derived'] {
  const read: { fact: string; sentence: number }[] = []
  for (const fact of facts) {
    if (fact.derived === undefined) continue
    const pointer = ['facts', fact.name, 'derived']
    const sentence = desk.sentence(fact.derived, pointer, { type: typeOfFact(fact), name: fact.name })
    if (sentence !== undefined) read.push({ fact: fact.name, sentence })
  }
  const { ordered, cycles } = inOrder(read.map(each => ({ ...each, form: desk.sentences[each.sentence]!.form })))
  for (const cycle of cycles)
    desk.faults.push({
      pointer: ['facts', cycle[0]!, 'derived'],
      offset: 0,
      line: 1,
      column: 1,
      wrong: `\`${cycle[0]}\` is derived from itself: ${[...cycle, cycle[0]].join(' → ')}`,
      right: 'derive it from facts that are asked',
    })
  return ordered.map(({ fact, sentence }) => ({ fact, sentence }))
}

/** The day of what is stated follows from the day asked about, wherever a sentence reads it. */
function withStatedOn(derived: Rulebook['derived'], desk: Desk): Rulebook['derived'] {
  const fact = 'stated_on'
  if (!desk.sentences.some(({ form }) => readsOf(form).facts.has(fact))) return derived
  return [{ fact, sentence: desk.number('on', { is: 'fact', fact: 'on' }) }, ...derived]
}

/** Editions stand oldest first, whatever the order in the file; those of one year stay as they are written, those of none come last. */
function ruledProgramme(programme: Programme, desk: Desk): RuledProgramme {
  const editions = programme.editions.map((edition, index) =>
    ruledEdition(edition, ['programmes', programme.id, 'editions', index], desk),
  )
  const year = (edition: RuledEdition) => yearOfEdition(edition) ?? 9999
  return { ...programme, editions: editions.toSorted((a, b) => year(a) - year(b)) }
}

function ruledEdition(edition: Edition, pointer: Pointer, desk: Desk): RuledEdition {
  const { criteria, exclusions, preferences, support, ...rest } = edition
  return {
    ...rest,
    criteria: rulesOf(criteria, [...pointer, 'criteria'], desk),
    exclusions: rulesOf(exclusions, [...pointer, 'exclusions'], desk),
    preferences: rulesOf(preferences ?? [], [...pointer, 'preferences'], desk),
    ...(support && { support: ruledSupport(support, [...pointer, 'support'], desk) }),
  }
}

function rulesOf(
  rules: readonly (Criterion | Preference)[],
  pointer: Pointer,
  desk: Desk,
): (Rule & { readonly points?: number })[] {
  return rules.flatMap((rule, index) => {
    const { when, ...rest } = rule
    if (when === undefined) return [rest]
    const sentence = desk.sentence(when, [...pointer, index, 'when'])
    return [sentence === undefined ? { ...rest, judgement: true } : { ...rest, sentence }]
  })
}

function ruledSupport(support: NonNullable<Edition['support']>, pointer: Pointer, desk: Desk): RuledSupport {
  const { max, rate, ...rest } = support
  const bands = <Of extends MaxBand | RateBand>(of: readonly Of[], name: string) =>
    of.flatMap((band, index) => {
      const { when, ...figures } = band
      if (when === undefined) return [figures]
      const sentence = desk.sentence(when, [...pointer, name, index, 'when'])
      return sentence === undefined ? [] : [{ ...figures, sentence }]
    })
  return {
    ...rest,
    ...(max !== undefined && { max: typeof max === 'number' ? max : bands(max, 'max') }),
    ...(rate !== undefined && { rate: typeof rate === 'number' ? rate : bands(rate, 'rate') }),
  }
}
