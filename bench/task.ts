/** The task of the benchmark: the real catalogue multiplied by renamed variants, and one firm of which everything is known. */
import type { Day, Firm, Value } from '@ieum/catalogue/records'
import { editionOnDay, type Matcher, matcherOf } from '@ieum/matching'
import type { Form, Rule, Rulebook, RuledProgramme } from '@ieum/rules'
import type { PlainProgramme, PlainTask } from './engines/engine.ts'
import { renamed } from './multiplied.ts'
import { wholeFirm } from './whole-firm.ts'

export interface Task extends PlainTask {
  readonly matcher: Matcher
  readonly firm: Firm
  readonly on: Day
}

export function taskOf(rulebook: Rulebook, firm: Firm, on: Day, programmes: number): Task {
  const many = renamed(rulebook, programmes)
  const matcher = matcherOf(many)
  const whole = wholeFirm(firm, matcherOf(rulebook), on)
  const { evaluator } = matcher
  const situation = evaluator.situation(whole.facts, on)
  const named = [...rulebook.facts.map(({ name }) => name), ...rulebook.derived.map(({ fact }) => fact)]
  const names = [...new Set(['on', ...named])]
  const facts = Object.fromEntries(names.map(name => [name, known(name, evaluator.value(name, situation))]))
  const types = new Map(names.map(name => [name, evaluator.typeOfFact(name)!]))
  const figure = (parameter: string) => evaluator.ask({ is: 'parameter', parameter }, situation)

  const plain = many.programmes.map(programme => plainProgramme(programme, on, many, figure))
  // Derived facts are worked out beforehand for everyone, ourselves too.
  const { on: _, ...stated } = facts
  return { programmes: plain, facts, types, matcher, firm: { ...whole, facts: stated }, on }
}

/** The same with a sentence of its own for every variant, so that nothing is answered for two programmes at once. */
export function withOwnSentences(rulebook: Rulebook): Rulebook {
  const sentences = rulebook.sentences.slice()
  const own = (rule: Rule): Rule => {
    if (rule.sentence === undefined) return rule
    sentences.push(rulebook.sentences[rule.sentence]!)
    return { ...rule, sentence: sentences.length - 1 }
  }
  const programmes = rulebook.programmes.map(programme => ({
    ...programme,
    editions: programme.editions.map(edition => ({
      ...edition,
      criteria: edition.criteria.map(own),
      exclusions: edition.exclusions.map(own),
    })),
  }))
  return { ...rulebook, programmes, sentences }
}

function plainProgramme(
  programme: RuledProgramme,
  on: Day,
  { sentences }: Rulebook,
  figure: (parameter: string) => Value | undefined,
): PlainProgramme {
  const { criteria, exclusions } = editionOnDay(programme.editions, on)
  const formsOf = (rules: readonly Rule[]) =>
    rules.flatMap(({ sentence }) => (sentence === undefined ? [] : [settled(sentences[sentence]!.form, figure)]))
  return {
    id: programme.id,
    must: formsOf(criteria),
    mustNot: formsOf(exclusions),
    isJudged: [...criteria, ...exclusions].some(({ sentence }) => sentence === undefined),
  }
}

/** A form with the figures of the day written in: other engines have no dated parameters. */
function settled(form: Form, figure: (parameter: string) => Value | undefined): Form {
  const within = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(within)
    if (typeof part !== 'object' || part === null) return part
    if ('is' in part && part.is === 'parameter' && 'parameter' in part) return constant(figure(String(part.parameter)))
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, within(each)]))
  }
  return within(form) as Form
}

function constant(value: Value | undefined): Form {
  if (Array.isArray(value)) return { is: 'list', items: (value as readonly Value[]).map(constant) }
  if (typeof value === 'number') return { is: 'constant', type: 'number', value }
  if (typeof value === 'string') return { is: 'constant', type: 'text', value }
  throw new Error(`a figure that cannot be written in: ${JSON.stringify(value)}`)
}

function known(name: string, value: Value | undefined): Value {
  if (value === undefined || value === null) throw new Error(`${name} is not known of the firm`)
  return value
}
