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
import type { Form, Type } from '../form.ts'
import type {
  Pointer,
  Rule,
  Rulebook,
  RuledEdition,
  RuledProgramme,
  RuledSupport,
  Sentence,
  SentenceFault,
} from '../rulebook.ts'
import { typeOfFact, type Vocabulary, vocabularyOf } from '../vocabulary.ts'
import { inOrder } from './derived.ts'
import { type Outcome, readSentence } from './read.ts'

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
  const programmes = catalogue.programmes.map(programme => ruledProgramme(programme, desk))
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
    sentences: desk.sentences,
    derived,
  }
  return { rulebook, faults: desk.faults }
}

interface Wanted {
  readonly type: Type
  readonly name: string
}

const condition: Wanted = { type: { is: 'boolean' }, name: 'a condition' }

/** Where sentences are read and numbered. */
class Desk {
  readonly sentences: Sentence[] = []
  readonly faults: SentenceFault[] = []
  readonly #vocabulary: Vocabulary
  readonly #numbers = new Map<string, number>()
  /** What was refused, so that a sentence used a hundred times is read once and reported a hundred times. */
  readonly #refused = new Map<string, Extract<Outcome, { is: 'refused' }>>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** The number of a condition; undefined when it is at fault. */
  sentence(text: string, pointer: Pointer, wanted: Wanted = condition): number | undefined {
    const key = wanted === condition ? text : `${wanted.name}\n${text}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const outcome = this.#refused.get(key) ?? readSentence(text, this.#vocabulary, wanted)
    if (outcome.is === 'refused') {
      this.#refused.set(key, outcome)
      this.faults.push({ pointer, ...outcome.fault })
      return undefined
    }
    const number = this.sentences.push({ text, form: outcome.form }) - 1
    this.#numbers.set(key, number)
    return number
  }

  form(sentence: number): Form {
    return this.sentences[sentence]!.form
  }
}

function readDerived(facts: readonly Fact[], desk: Desk): Rulebook['derived'] {
  const read: { fact: string; sentence: number }[] = []
  for (const fact of facts) {
    if (fact.derived === undefined) continue
    const pointer = ['facts', fact.name, 'derived']
    const sentence = desk.sentence(fact.derived, pointer, { type: typeOfFact(fact), name: fact.name })
    if (sentence !== undefined) read.push({ fact: fact.name, sentence })
  }
  const { ordered, cycles } = inOrder(read.map(each => ({ ...each, form: desk.form(each.sentence) })))
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
